"""Two revisions of a policy side by side, the step to the newer one, and what no longer stands in it."""
