"""The start page: recent assessments, a new one, and the five policies."""
