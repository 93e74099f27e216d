"""What a service can refuse or break off: classes with fields and no sentence."""

from pathlib import Path


class CancelledError(Exception):
    """The user gave up on long work; nothing half done is left behind."""


class FolderTakenError(Exception):
    """The folder for a sample holds something else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder
