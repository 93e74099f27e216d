"""What the program remembers: the only room that knows SQLAlchemy and SQLite."""
