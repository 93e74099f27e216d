"""Screen: the evidence of an assessment."""
