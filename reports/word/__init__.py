"""Papers that Word and WPS can edit: the same content as on paper; the only folder that knows python-docx."""
