"""The files beside the database in which schools keep items of their own: read in pieces, written whole."""

import tomllib
from pathlib import Path

from checklists.additions import Additions, additions_of
from checklists.errors import PolicyFault, PolicyFileError
from checklists.files import text_in
from checklists.own import OwnChecklists, with_additions, without_additions
from checklists.policy import Policy
from models.durable import write_whole


class OwnFiles:
    """The additions of one workspace, a file a policy."""

    def __init__(self, workspace: Path) -> None:
        self._files = OwnChecklists(workspace)

    def additions(self, slug: str) -> Additions:
        """Take a policy's file apart; raises PolicyFileError."""
        path = self._files.additions_to(slug)
        try:
            return additions_of(text_in(path) if path.exists() else "")
        except tomllib.TOMLDecodeError as refusal:
            raise PolicyFileError(path, "", PolicyFault.NOT_TOML, found=str(refusal)) from refusal

    def extended(self, policy: Policy, additions: Additions) -> Policy:
        """Give a policy with these additions in place of those it has; raises PolicyFileError."""
        return with_additions(without_additions(policy), additions.text, self._files.additions_to(policy.slug))

    def write(self, slug: str, additions: Additions) -> None:
        """Put a policy's file in place, whole and durably; raises StoreError."""
        write_whole(additions.text.encode(), self._files.additions_to(slug))
