"""The comparison: what every city asks under each theme, side by side."""
