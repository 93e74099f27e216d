"""Qt plumbing: theme, fonts, icons, style, jobs, errors, the change bus, desk settings."""
