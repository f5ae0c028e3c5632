"""Deleting everything: asked in words, then once more by a button that is held or a word typed."""

from functools import partial
from typing import Any, Final

import flet as ft

from domain.language import N_, tr, trp
from views.components.fields import field
from views.components.frame import screen, side_by_side
from views.components.held import Held
from views.components.kit import button, choices, heading, quiet
from views.components.navigation import go
from views.components.newest import use_newest, with_newest
from views.components.rows import row_button, rows
from views.components.slow import told, use_slow
from views.holdings import held
from views.state import use_state_of_app
from views.theme import text

ROUTE: Final = "/settings/erase"
TITLE: Final = N_("Delete everything")
ALL: Final = "all"
BACKUPS: Final = (
    (ALL, N_("The journal and all its backups")),
    ("journal", N_("The journal; its backups stay")),
)
WHAT_STAYS: Final = {
    ALL: N_("Nothing of it stays on this device, and nothing can bring it back."),
    "journal": N_(
        "What is here now becomes one more backup. All of them stay in the journal's folder, as "
        "they are."
    ),
}
NOT_KEPT: Final = N_("This journal is only looked at: there is nothing to delete.")


@ft.component
def Erase() -> ft.View:
    """First in words: what goes, and whether the backups go too. Nothing of that is preset."""
    state = use_state_of_app()
    body = First(key="first") if state.keeper.is_kept else text(tr(NOT_KEPT))
    return screen(state, tr(TITLE), [body], back=True)


@ft.component
def EraseLast() -> ft.View:
    """Then once more: a button that is held, or a word that is typed."""
    state = use_state_of_app()
    what = ft.use_route_params().get("what", "")
    body: ft.Control = text(tr(NOT_KEPT))
    if state.keeper.is_kept:
        body = Last(what, key=what) if what in WHAT_STAYS else text(tr("This can't be deleted."))
    return screen(state, tr(TITLE), [body], back=True)


@ft.component
def First(*, key: str | None = None) -> ft.Control:
    """What is there, a copy to carry away, and the choice."""
    state = use_state_of_app()
    chosen, choose = ft.use_state("")
    here, said = use_slow(state, state.keeper.contents, [])
    on = partial(go, f"{ROUTE}/{chosen}") if chosen else None
    return _column(
        text(tr("This is what is in the journal, and what would go.")),
        *([held(state, here)] if here else [told("erase-said", said, not said)]),
        rows(
            row_button(
                "carry-first",
                tr("Carry a copy away first"),
                partial(go, "/settings/backups/carry"),
                icon=ft.Icons.SAVE_ALT_OUTLINED,
                state=tr("a file, encrypted or plain"),
            )
        ),
        heading(tr("What is to be deleted?")),
        choices(
            "erase", [(name, tr(said)) for name, said in BACKUPS], (chosen,), choose, state.large
        ),
        *([text(tr(WHAT_STAYS[chosen]))] if chosen else []),
        ft.Container(height=8),
        side_by_side(
            state, _not_now(), button("erase-go-on", tr("Go on"), on, kind="soft", expand=True)
        ),
    )


@ft.component
def Last(what: str, *, key: str | None = None) -> ft.Control:
    """Two ways that nobody goes by accident, and one out."""
    state = use_state_of_app()
    busy, set_busy = ft.use_state(False)
    said, set_said = ft.use_state("")
    begun = ft.use_ref(False)

    async def erase() -> None:
        if begun.current:
            return
        begun.current = True
        set_busy(True)
        set_said(await state.erasing.erase(backups=what == ALL))
        begun.current = False
        set_busy(False)

    ways: list[ft.Control] = [
        text(f"{tr(dict(BACKUPS)[what])}. {tr(WHAT_STAYS[what])}"),
        text(tr("This is asked once more, so that nothing goes by accident.")),
        Held(
            "hold-to-delete",
            tr(
                "A button that is held for two seconds. Typing {word} below does the same",
                word=_word(),
            ),
            tr("Hold for two seconds to delete"),
            tr("Let go now, and it is deleted"),
            erase,
            key="held",
        ),
        quiet(tr("Or, without holding:")),
        Typed(erase, key="typed"),
        ft.Row([_not_now()]),
    ]
    return _column(*([] if busy else ways), told("erase-said", said, busy))


@ft.component
def Typed(on_typed: Any, *, key: str | None = None) -> ft.Control:
    """The same for whoever can't hold a button."""
    state = use_state_of_app()
    typed, set_typed, newest = use_newest("")

    def is_right(words: str) -> bool:
        return words.strip().casefold() == _word().casefold()

    def on_change(event: ft.Event[ft.TextField]) -> None:
        set_typed(event.control.value)

    async def submit(words: str) -> None:
        if is_right(words):
            await on_typed()

    return _column(
        field(
            "type-delete",
            tr("Type {word}", word=_word()),
            typed,
            on_change,
            key="type-delete-field",
            on_submit=submit,
            enable_suggestions=False,
            autocorrect=False,
        ),
        side_by_side(
            state,
            button(
                "erase-now",
                tr("Delete"),
                with_newest(submit, newest) if is_right(typed) else None,
                kind="soft",
                expand=True,
                spoken=tr("Delete everything"),
            ),
        ),
    )


def _word() -> str:
    """What is typed to delete everything."""
    return trp("the word that is typed to delete everything", "delete")


def _not_now() -> ft.Control:
    return button("not-now", tr("Not now"), partial(go, "/settings"), expand=True)


def _column(*controls: ft.Control) -> ft.Control:
    return ft.Column(list(controls), spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
