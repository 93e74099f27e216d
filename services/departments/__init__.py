"""The departments of a school (科室), and who answers for what."""
