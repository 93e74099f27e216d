"""What must be checked, before any school has answered."""
