"""A journal in a folder that can be locked, for tests of the screens."""

from pathlib import Path
from typing import Final

import flet as ft

from domain.entries import Entry, Settings
from domain.keeper import Door
from storage.keeper import FolderKeeper
from tests.storage.notes import CHEAP
from tests.views.stage import Stage

PHRASE: Final = "plain moss under the stairs"
DIGITS: Final = "246802"
CANARY: Final = "canary in the coal cellar"


def kept(folder: Path, *entries: Entry, **mine: object) -> FolderKeeper:
    """A journal of somebody who was welcomed, with these entries."""
    keeper = FolderKeeper(folder / "journal", cost=CHEAP)
    keeper.journal.put(Settings(welcomed=True, **mine), *entries)  # type: ignore[arg-type]
    return keeper


def with_lock(keeper: FolderKeeper, secret: str = PHRASE) -> str:
    """Set a lock; its recovery code."""
    code = keeper.new_code()
    keeper.set_lock(secret, code, Door(digits=secret.isdecimal()))
    return code


def is_off(stage: Stage, identifier: str) -> bool:
    """Whether a button can't be tapped."""
    node = stage.node(identifier)
    assert node is not None
    return isinstance(node.content, ft.TextButton) and node.content.on_click is None
