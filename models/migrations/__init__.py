"""The way from any older database to the present one, by Alembic."""
