"""An official document read into lines, sections, clauses, units and indicators; comes later."""
