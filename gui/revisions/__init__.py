"""Screen: two revisions of a policy side by side, and the change from one to the other."""
