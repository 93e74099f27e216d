"""Which workspace is meant, and who works in it."""

import getpass
import os
from argparse import Namespace
from pathlib import Path

VARIABLE = "VOCCHECK_WORKSPACE"


def folder_of(asked: Namespace) -> Path:
    """Find the workspace: the one named, the one of the environment, the system's place for a user's files.

    Raises NoHomeError where the system has no such place.
    """
    if asked.workspace is not None:
        return Path(asked.workspace)
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    try:
        return user_data_path("VocCheck", appauthor=False)
    except RuntimeError as error:
        from models.errors import NoHomeError  # no window waits for all that a file can refuse

        raise NoHomeError from error


def who() -> str:
    """Name the person at the computer, "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
