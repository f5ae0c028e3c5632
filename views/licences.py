"""The licences of everything that comes along, each to be read in full."""

from functools import partial
from typing import Final

import flet as ft

from domain.language import N_, tr
from views import files
from views.components.frame import screen
from views.components.kit import button, section
from views.components.navigation import go
from views.components.rows import row_button, rows
from views.licence_texts import all_notices, notices, text_of, version_of
from views.shipped import REST, SHIPPED, Shipped, found
from views.state import State, use_state_of_app
from views.theme import text

INTRO: Final = N_(
    "Meanwhile is free software under the MIT licence. What it is built with belongs to others, "
    "who let everybody use it under these."
)
NOT_HERE: Final = N_("Its licence is not in this copy of the app.")
GONE: Final = N_("There is no such licence in Meanwhile.")
NOTICES: Final = "meanwhile-notices.txt"


@ft.component
def Licences() -> ft.View:
    """Everything that comes along, by what it is."""
    state = use_state_of_app()
    named = ft.use_memo(lambda: {one.id: _named(one) for _, group in SHIPPED for one in group}, [])
    groups = [
        control
        for title, group in SHIPPED
        for control in (section(tr(title)), rows(*(_row(one, named[one.id]) for one in group)))
    ]
    return screen(state, tr("Licences"), [text(tr(INTRO)), *groups], back=True)


def _row(one: Shipped, name: str) -> ft.Control:
    return row_button(
        f"licence-{one.id}",
        name,
        partial(go, f"/settings/licences/{one.id}"),
        state=tr(one.licence),
    )


def _named(one: Shipped) -> str:
    return f"{tr(one.name)} {version_of(one)}".strip()


@ft.component
def Licence() -> ft.View:
    """One licence, word for word; or where it can be read."""
    state = use_state_of_app()
    id = ft.use_route_params().get("name", "")
    one = found(id)
    said = ft.use_memo(lambda: licence(one) if one else [tr(GONE)], [id])
    saves = [_save(state)] if one is REST and notices() else []
    body = [text(said[0]), *saves, *(text(words) for words in said[1:])]
    return screen(state, tr(one.name) if one else tr("Not here"), body, back=True)


def licence(one: Shipped) -> list[str]:
    """What it is, and its licence in paragraphs; or where that is, where it is not here."""
    about = " · ".join(said for said in (version_of(one), tr(one.licence), one.home) if said)
    if one is REST and (names := sorted(notices(), key=str.casefold)):
        long = tr("Too long to be shown here: the notices of")
        return [f"{about}. {long}", ", ".join(names)]
    where = tr(NOT_HERE)
    if one.home:
        where = " ".join((where, tr("It can be read at {place}.", place=one.home)))
    return [about, *(paragraphs(text_of(one)) or [where])]


def paragraphs(words: str) -> list[str]:
    """A text that was set in lines for a wide page, in paragraphs that any page can hold."""
    parts = (" ".join(part.split()) for part in words.replace("\r", "").split("\n\n"))
    return [part for part in parts if part]


def _save(state: State) -> ft.Control:
    async def save() -> None:
        await files.save(state, NOTICES, all_notices().encode())

    return ft.Row([button("save-notices", tr("Save all of them as a file"), save)], wrap=True)
