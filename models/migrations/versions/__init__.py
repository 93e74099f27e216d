"""The migrations in order; each is imported by name, so that a frozen program carries them."""

from models.migrations.versions import v0001_first_tables, v0002_workbench, v0003_reports

STEPS = (v0001_first_tables, v0002_workbench, v0003_reports)
