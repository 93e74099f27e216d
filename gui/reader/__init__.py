"""The reader: the official text, laid beside the checklist that was written from it."""
