"""One backup: what it holds beside what is here now, and putting it back."""

from functools import partial
from typing import Final
from urllib.parse import unquote

import flet as ft

from domain.journal import JournalError
from domain.keeper import Backup, Contents
from domain.language import N_, tr
from views.backups import NOT_KEPT, ROUTE, backup_in_words
from views.components.frame import screen
from views.components.kit import Tap, button, quiet
from views.components.navigation import go, help_buttons
from views.components.notices import problem_card
from views.components.sheets import asking, use_escape
from views.components.slow import told, use_slow
from views.holdings import compared
from views.state import State, use_state_of_app
from views.theme import text
from views.verbs.keeping import slowly

TITLE: Final = N_("A backup")
SURE: Final = N_(
    "The journal will be as it was then. What is here now becomes a backup of its own, and can be "
    "put back the same way."
)
DONE: Final = N_("Put back. What was here before is a backup now.")
Found = tuple[str, Contents, Contents, tuple[Backup, ...]]
"""The name of a backup, what it holds, what is here now, and all backups."""


@ft.component
def BackupPlace() -> ft.View:
    """What one backup holds beside what is here now; putting it back is asked about once."""
    state = use_state_of_app()
    name = unquote(ft.use_route_params().get("name", ""))
    asked, set_asked = ft.use_state(False)
    busy, set_busy = ft.use_state(False)
    said, set_said = ft.use_state("")
    found, problem = use_slow(state, partial(_look, state, name), [name])

    def begin() -> None:
        set_asked(False)
        set_said("")

    async def close() -> None:
        set_asked(False)

    async def put_back() -> None:
        set_asked(False)
        set_busy(True)
        set_said(await _put_back(state, name))
        set_busy(False)

    ft.use_effect(begin, [name])
    use_escape(asked, partial(set_asked, False))
    if not state.keeper.is_kept:
        return screen(state, tr(TITLE), [text(tr(NOT_KEPT))], back=True)
    # Of another name is what was found before.
    shown = found if found and found[0] == name else None
    ask = None if busy else partial(set_asked, True)
    waiting = busy or not (shown or problem)
    return screen(
        state,
        tr(TITLE),
        [
            *problem_card(state),
            *(_held(state, shown, ask) if shown else []),
            told("backup-said", said or problem, waiting),
        ],
        overline=_when(state, shown) if shown else "",
        back=True,
        over=_sure(state, put_back, close) if asked else None,
    )


def _look(state: State, name: str) -> Found:
    keeper = state.keeper
    return name, keeper.contents(name), keeper.contents(), keeper.backups()


async def _put_back(state: State, name: str) -> str:
    page = ft.context.page
    here = page.route
    # What is being written belongs to what is replaced.
    await state.noting.finish_all()
    try:
        await slowly(state, state.keeper.restore, name)
    except JournalError as error:
        return str(error)
    if page.route == here:
        await go(ROUTE)
    state.say(tr(DONE))
    return ""


def _when(state: State, found: Found) -> str:
    name, *_, every = found
    today = state.now.date()
    return next((backup_in_words(one, today) for one in every if one.name == name), "")


def _held(state: State, found: Found, ask: Tap | None) -> list[ft.Control]:
    _, there, here, _ = found
    put_back = button(
        "put-back",
        tr("Put this back"),
        ask,
        kind="soft",
        icon=ft.Icons.SETTINGS_BACKUP_RESTORE_ROUNDED,
        expand=True,
    )
    return [
        text(tr("What it holds, beside what is here now.")),
        compared(state, there, here),
        quiet(tr("Settings are in it too.")),
        ft.Row([put_back]),
    ]


def _sure(state: State, put_back: Tap, close: Tap) -> ft.Control:
    return asking(
        state,
        tr("Put this back?"),
        tr(SURE),
        [
            button("put-back-now", tr("Put it back"), put_back, kind="soft"),
            button("not-now", tr("Not now"), close),
        ],
        close,
        help=help_buttons(state),
    )
