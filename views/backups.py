"""Backups: what there is, making one now, and the ways to a file to carry away."""

from datetime import date
from functools import partial
from typing import Final
from urllib.parse import quote

import flet as ft

from domain.journal import JournalError
from domain.keeper import Backup
from domain.language import N_, tr
from views.components.frame import screen
from views.components.kit import button, quiet, section
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.rows import row_button, rows
from views.components.slow import told, use_slow
from views.components.when import day_in_words, day_title
from views.state import State, use_state_of_app
from views.theme import text
from views.verbs.keeping import slowly

ROUTE: Final = "/settings/backups"
WHEN: Final = N_(
    "A backup is made by itself after the first change of a day, and read again to see that it is "
    "whole. Kept are those of the last 7 days, 4 weeks and 12 months."
)
WHERE: Final = N_("All of them stay on this device, with the journal.")
SEALED: Final = N_("They are sealed like the journal, and open with the same lock.")
OPEN: Final = N_("Without a lock, whoever has this device can read them, as they can the journal.")
NOT_KEPT: Final = N_("This journal is only looked at: it has no backups.")
UPDATE: Final = "version-"
"""What the name of a backup begins with that was made before the journal was written anew."""


@ft.component
def Backups() -> ft.View:
    """All backups, newest first, and a file to carry away."""
    state = use_state_of_app()
    kept: list[ft.Control] = [text(tr(NOT_KEPT))]
    if state.keeper.is_kept:
        kept = [
            text(" ".join(map(tr, (WHEN, WHERE, SEALED if state.keeper.has_lock else OPEN)))),
            BackupList(key="backup-list"),
        ]
    return screen(
        state,
        tr("Backups"),
        [*problem_card(state), *kept, section(tr("Carry away")), *_carry_away()],
        back=True,
    )


def _carry_away() -> list[ft.Control]:
    return [
        text(tr("A backup on this device is lost with it. A file can be kept somewhere else.")),
        rows(
            row_button(
                "carry-encrypted",
                tr("An encrypted file"),
                partial(go, f"{ROUTE}/carry/encrypted"),
                icon=ft.Icons.ENHANCED_ENCRYPTION_OUTLINED,
                state=tr("opens with a passphrase of its own"),
            ),
            row_button(
                "carry-plain",
                tr("A plain file"),
                partial(go, f"{ROUTE}/carry/plain"),
                icon=ft.Icons.DESCRIPTION_OUTLINED,
                state=tr("whoever has it can read it"),
            ),
        ),
    ]


@ft.component
def BackupList(*, key: str | None = None) -> ft.Control:
    """The backups there are, and making one now."""
    state = use_state_of_app()
    made, set_made = ft.use_state(0)
    busy, set_busy = ft.use_state(False)
    said, set_said = ft.use_state("")
    # What was put back meanwhile has made another.
    found, problem = use_slow(state, state.keeper.backups, [made, ft.use_route_location()])

    async def back_up() -> None:
        set_busy(True)
        set_said("")
        try:
            await slowly(state, state.keeper.back_up)
            state.say(tr("Backed up"))
        except JournalError as error:
            set_said(str(error))
        set_busy(False)
        set_made(made + 1)

    return ft.Column(
        [
            ft.Row(
                [
                    button(
                        "back-up",
                        tr("Back up now"),
                        None if busy else back_up,
                        kind="soft",
                        icon=ft.Icons.SAVE_ALT_OUTLINED,
                        expand=True,
                    )
                ]
            ),
            told("backups-said", said or problem, busy or (found is None and not problem)),
            *([_listed(state, found)] if found is not None else []),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _listed(state: State, found: tuple[Backup, ...]) -> ft.Control:
    if not found:
        return quiet(tr("No backup yet. The first is made with the next change."))
    return rows(
        *(
            row_button(
                f"backup-{place}",
                backup_in_words(one, state.now.date()),
                partial(go, f"{ROUTE}/{quote(one.name, safe='')}"),
                icon=ft.Icons.HISTORY_ROUNDED,
                state=tr("everything as it was then"),
            )
            for place, one in enumerate(found)
        )
    )


def backup_in_words(one: Backup, today: date) -> str:
    """Its day, and what it is of where it is not the backup of that day."""
    if one.is_daily:
        return day_in_words(one.day, today)
    day = day_title(one.day, today)
    if one.name.startswith(UPDATE):
        return tr("Before an update on {day}", day=day)
    return tr("Replaced on {day}", day=day)
