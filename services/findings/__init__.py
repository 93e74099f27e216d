"""Findings (问题) and how they are put right."""
