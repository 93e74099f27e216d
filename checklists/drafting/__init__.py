"""A checklist of one's own, drafted from a document and put right by people."""
