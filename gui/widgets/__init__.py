"""Small painted parts that know nothing of our domain beyond its words."""
