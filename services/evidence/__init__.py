"""Evidence (佐证材料): taken in, kept, looked at, amended."""
