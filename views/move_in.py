"""Bringing in what one kept in another app: a file, what it means here, and all of it at once."""

from functools import partial
from typing import Any, Final

import flet as ft

from domain import wording
from domain.entries import MovedIn
from domain.language import N_, tr, trn, trp
from domain.numbers import number
from views import files
from views.components.fields import SecretField
from views.components.frame import screen
from views.components.kit import button, card, divider, heading, quiet
from views.components.newest import use_newest, with_newest
from views.components.notices import problem_card
from views.components.rows import row_button, rows
from views.components.sheets import asking, use_escape
from views.components.when import day_title
from views.meanings import Meanings
from views.state import State, use_state_of_app
from views.theme import text

INTRO: Final = N_(
    "A file that another app saved can come in here: its moods, its notes, its tags. You say what "
    "they mean, see what becomes of them, and can take all of it back."
)


@ft.component
def MoveIn() -> ft.View:
    """Choose a file; say what it means; see it; bring it in. And what came before."""
    state = use_state_of_app()
    said, set_said = ft.use_state("")
    back, set_back = ft.use_state("")
    taken = next((one for one in state.moved_in if one.id == back), None)

    def close() -> None:
        set_back("")

    async def take_back(one: MovedIn) -> None:
        close()
        await state.moving.take_back(one)

    use_escape(taken is not None, close)
    if state.reading is not None:
        body = _reading(state)
    elif state.is_sealed_file:
        body = [Sealed(set_said, key="sealed")]
    elif state.arriving is not None:
        body = [Meanings(set_said, key="meanings")]
    else:
        body = _choose(state, set_said, set_back)
    return screen(
        state,
        tr("Bring in"),
        [
            *problem_card(state),
            *body,
            ft.Semantics(
                identifier="move-in-said", live_region=True, container=True, content=text(said)
            ),
        ],
        back=True,
        over=_asked(state, taken, close, take_back) if taken is not None else None,
    )


def _choose(state: State, set_said: Any, set_back: Any) -> list[ft.Control]:
    async def choose() -> None:
        set_said("")
        content = await files.pick(state)
        if content is not None:
            set_said(await state.moving.read(content))

    others = [name for source, name in wording.APPS.items() if source != "meanwhile"]
    return [
        text(tr(INTRO)),
        card(
            text(tr("It reads what these apps save:")),
            text(tr("{apps}, and Meanwhile itself.", apps=", ".join(others))),
            quiet(tr("Pictures and recordings stay where they are.")),
        ),
        ft.Row([button("choose-file", tr("Choose a file"), choose, kind="filled", expand=True)]),
        *_before(state, set_back),
    ]


def _before(state: State, set_back: Any) -> list[ft.Control]:
    if not state.moved_in:
        return []
    return [
        heading(tr("Brought in before")),
        rows(
            *(
                row_button(
                    f"moved-in-{one.id}",
                    f"{wording.APPS[one.source]}, {day_title(one.at, state.today)}",
                    partial(set_back, one.id),
                    icon=ft.Icons.UPLOAD_FILE_OUTLINED,
                    state=" · ".join((_things(len(one.added)), tr("can be taken back"))),
                )
                for one in reversed(state.moved_in)
            )
        ),
    ]


def _things(count: int) -> str:
    return trn("{n} thing", "{n} things", count, n=number(count))


def _reading(state: State) -> list[ft.Control]:
    progress = state.reading
    part = progress.done / progress.total if progress and progress.total else None
    stop = ft.Row([button("stop-reading", tr("Stop"), state.moving.stop, expand=True)])
    words = ""
    if progress and progress.total:
        words = tr("{done} of {total}", done=progress.done, total=progress.total)
    return [
        text(tr("Reading the file …")),
        ft.Semantics(
            exclude_semantics=True,
            content=ft.ProgressBar(value=part, color=ft.Colors.PRIMARY, border_radius=4),
        ),
        quiet(words),
        # Where Python is in the page it hears nobody until the file is read.
        *([] if ft.context.page.pyodide else [stop]),
    ]


@ft.component
def Sealed(set_said: Any, *, key: str | None = None) -> ft.Control:
    """A sealed file opens with the passphrase that it was sealed with."""
    state = use_state_of_app()
    typed, set_typed, newest = use_newest("")
    tries, set_tries = ft.use_state(0)

    async def open_it(passphrase: str) -> None:
        set_tries(tries + 1)
        set_typed("")
        set_said("")
        set_said(await state.moving.open(passphrase))

    return ft.Column(
        [
            text(tr("This file is sealed. It opens with the passphrase it was saved with.")),
            SecretField(
                "file-passphrase",
                tr("Its passphrase"),
                typed,
                set_typed,
                on_submit=open_it,
                key=f"file-passphrase-{tries}",
            ),
            ft.Row(
                [
                    button("not-now", tr("Not now"), state.moving.leave, expand=True),
                    button(
                        "open-file",
                        trp("verb", "Open"),
                        with_newest(open_it, newest) if typed else None,
                        kind="filled",
                        expand=True,
                        spoken=tr("Open this file"),
                    ),
                ],
                spacing=12,
            ),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _asked(state: State, one: MovedIn, close: Any, take_back: Any) -> ft.Control:
    going = state.moving.undoing(one)
    lines = [tr("What came with it is removed: {things}.", things=_things(len(going.removed)))]
    if going.changed:
        lines.append(
            trn(
                "You have changed {n} of them since.",
                "You have changed {n} of them since.",
                going.changed,
            )
        )
    if going.staying:
        lines.append(
            trn(
                "{n} stays, as something else here names it.",
                "{n} stay, as something else here names them.",
                len(going.staying),
            )
        )
    return asking(
        state,
        tr("Take back what came from {app}?", app=wording.APPS[one.source]),
        " ".join(lines),
        [
            button("take-back", tr("Take it back"), partial(take_back, one), kind="filled"),
            divider(),
            button("keep-it", tr("Keep it"), close, kind="text", height=48),
        ],
        close,
    )
