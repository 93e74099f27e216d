"""From year to year: the next cycle begun, and two cycles side by side."""
