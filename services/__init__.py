"""What a user can ask for: no Qt, no SQL of its own."""
