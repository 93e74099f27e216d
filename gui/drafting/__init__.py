"""Screen: a draft checklist made from a document, looked through and saved as the user's own policy."""
