"""How commands come to the workspace they are over."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from commands.whereabouts import folder_of, who
from resources import word

if TYPE_CHECKING:
    from services.workspace import Workspace


def to_write(asked: Namespace) -> "Workspace":
    """Open the workspace that is meant; raises NoWorkspaceError, StoreError."""
    from services.workspace import Workspace

    return _with_losses_told(Workspace.reopen(folder_of(asked), who()))


def to_read(asked: Namespace) -> "Workspace":
    """Open the workspace that is meant, and say so where it can only be read; raises NoWorkspaceError, StoreError."""
    from services.read_only import reopened

    workspace = reopened(folder_of(asked), who())
    if workspace.is_read_only:
        print(f"“{workspace.folder}” 不让写，这次只读：里面的东西没有动。", file=sys.stderr)
    return _with_losses_told(workspace)


def _with_losses_told(workspace: "Workspace") -> "Workspace":
    from services.warnings import LOSSES

    for warning in workspace.warnings:
        if warning in LOSSES:
            print(word(warning), file=sys.stderr)
    return workspace
