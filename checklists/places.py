"""Where a workspace keeps the checklists that its people write."""

FOLDER = "checklists"
