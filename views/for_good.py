"""Deleting one entry for good: out of the journal and out of every backup."""

from typing import Final

import flet as ft

from domain.entries import Entry, Part, Person, TalkingPoint
from domain.language import N_, tr, trp
from views import theme
from views.components.frame import side_by_side
from views.components.kit import button, card
from views.components.navigation import go_back
from views.components.rows import row_button
from views.components.slow import told
from views.state import State, use_state_of_app
from views.theme import text
from views.verbs.erasing import LEFT

TAKEN_OUT: Final = N_("It is taken out of the journal and out of every backup on this device.")
FOR_GOOD: Final = N_("This can't be taken back.")


def for_good(state: State, entry: Entry) -> list[ft.Control]:
    """The way to delete an entry for good; none where no folder keeps it."""
    return [ForGood(entry, key=f"for-good-{entry.id}")] if state.keeper.is_kept else []


@ft.component
def ForGood(entry: Entry, *, key: str | None = None) -> ft.Control:
    """A row, and once it was tapped the question; afterwards one is at the place that led here."""
    state = use_state_of_app()
    asked, set_asked = ft.use_state(False)
    busy, set_busy = ft.use_state(False)
    said, set_said = ft.use_state("")

    async def erase() -> None:
        page = ft.context.page
        here = page.route
        set_busy(True)
        problem = await state.erasing.erase_for_good(entry)
        set_busy(False)
        set_said(problem)
        if problem in ("", tr(LEFT)):
            if page.route == here:
                await go_back()
            state.say(problem or tr("Deleted for good"))

    def ask() -> None:
        set_asked(True)

    def keep() -> None:
        set_asked(False)
        set_said("")

    if not asked:
        return row_button(
            "for-good",
            tr("Delete for good"),
            ask,
            icon=ft.Icons.DELETE_FOREVER_OUTLINED,
            state=tr("out of the backups too"),
        )
    ways = side_by_side(
        state,
        button("for-good-keep", trp("instead of deleting it", "Keep it"), keep, expand=True),
        button("for-good-now", tr("Delete for good"), erase, kind="soft", expand=True),
    )
    return ft.Semantics(
        identifier="for-good-asked",
        live_region=True,
        container=True,
        content=card(
            text(tr("Delete this for good?"), theme.TITLE_MEDIUM),
            text(" ".join((tr(TAKEN_OUT), *_goes_too(entry), tr(FOR_GOOD))), theme.BODY_MEDIUM),
            told("for-good-said", said, busy),
            *([] if busy else [ways]),
            color=ft.Colors.SURFACE_CONTAINER,
        ),
    )


def _goes_too(entry: Entry) -> list[str]:
    match entry:
        case TalkingPoint():
            return [tr("What it came from stays.")] if entry.source else []
        case Part():
            return [tr("Its looks inward and what they gave your list go too.")]
        case Person():
            return [tr("What was told after contact, and what it gave your list, go too.")]
        case _:
            return [tr("What it gave your list goes too.")]
