"""Cycles: the next year begun from the last one, and the two compared."""
