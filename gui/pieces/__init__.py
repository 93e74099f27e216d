"""What several screens show and do with pieces of evidence; they share it instead of knowing each other."""
