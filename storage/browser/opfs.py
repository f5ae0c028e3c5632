"""The disk of the browser, from Python."""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

from domain.journal import JournalError
from domain.language import N_

REFUSALS: Final = {
    "taken": N_("Meanwhile is open in another tab. Close that one, then load this page again."),
    "full": N_("There is no room for a journal left in this browser, so none is open."),
    "refused": N_(
        "This browser does not let Meanwhile keep anything here; "
        "in a window that is not private it may."
    ),
    "unreadable": N_(
        "What this browser has kept of the journal can't be read; it was left as it is."
    ),
}


async def mount(folder: Path) -> None:
    """Keep what is in a folder, made where there is none, in the browser's own file system.

    Waits 3 seconds for a tab that is just closing. Raises JournalError where it can't be opened.
    """
    folder.mkdir(parents=True, exist_ok=True)
    refusal = await _disk().mount(import_module("pyodide_js").FS, str(folder))
    if refusal:
        raise JournalError(REFUSALS[refusal])


async def is_lasting() -> bool:
    """Whether the browser has promised not to clear it by itself."""
    return bool(await _disk().isLasting())


def _disk() -> ModuleType:
    return import_module("meanwhile_opfs")
