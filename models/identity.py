"""How a workspace's files are recognised as ours."""

APPLICATION_ID = 0x566F6343
"""What SQLite keeps at offset 68 of the file: VocC."""

SCHEMA_VERSION = 3
"""How many migrations the tables have seen; the file keeps it as its user_version."""

DATABASE = "voccheck.db"
EVIDENCE = "evidence"
BACKUPS = "backups"
VIEWING = "viewing"
LOCK = "lock"
RESERVE = "reserve"
