"""Screen: findings and their rectification (整改台账)."""
