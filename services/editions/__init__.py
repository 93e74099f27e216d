"""Editions (定稿版): assessments frozen to be signed, and looked up again."""
