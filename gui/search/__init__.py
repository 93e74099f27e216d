"""Finding words in all years."""
