"""The overview: how far an assessment is, what falls short, what to do next."""
