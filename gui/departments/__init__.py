"""Screen: the departments of a school, their duties and task sheets."""
