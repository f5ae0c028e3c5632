"""The one-page sheet: what is on it is chosen here, and the paper is exactly what leaves."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import flet as ft

from domain import moments
from domain import sheet as paper
from domain.entries import TalkingPoint
from domain.language import tr, trn, trp
from views import sayings, theme
from views.components.fields import field
from views.components.frame import feet, screen, side_by_side
from views.components.kit import button, card, chip, chips, divider, quiet, tappable
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.points import beginning
from views.components.rows import switch_row
from views.paper.layout import Page
from views.paper.preview import PAPER, preview
from views.sharing import main_ways, other_ways, paper_of
from views.state import State, use_state_of_app
from views.theme import text

NAMED = 5


@ft.component
def SheetPlace() -> ft.View:
    """The sheet and its switches."""
    state = use_state_of_app()
    foot = None if state.wide else feet(state, *main_ways(state))
    return screen(state, tr("One-page sheet"), [SheetPane(key="sheet")], back=True, foot=foot)


@ft.component
def PaperPlace() -> ft.View:
    """The paper, large."""
    state = use_state_of_app()
    width = 2 * min(state.width, theme.MEDIUM)
    page = paper_of(state)
    return screen(
        state,
        tr("As it leaves"),
        [
            ft.Row(
                [_read_aloud(preview(page, width), page.shown)],
                scroll=ft.ScrollMode.AUTO,
                key="paper",
            )
        ],
        back=True,
    )


@ft.component
def SheetPane(*, key: str | None = None) -> ft.Control:
    """The paper, the switches, and the ways out."""
    state = use_state_of_app()
    choosing, set_choosing = ft.use_state(False)
    asking, set_asking = ft.use_state(False)
    naming, set_naming = ft.use_state(False)
    choice = state.on_sheet
    page = paper_of(state)
    points = state.bringing.on_list()
    mine = [one for one in points if not one.between_us and not one.private]
    ours = [one for one in points if one.between_us]
    open_ours = [one for one in moments.still_open(state.moments) if state.happening.is_ours(one)]
    shows_ours = bool(open_ours) and choice.moments

    def turn(name: str) -> None:
        switched: dict[str, Any] = {name: not getattr(state.on_sheet, name)}
        state.on_sheet = replace(state.on_sheet, **switched)

    def turn_ours() -> None:
        if not choice.between_us and (shows_ours or any(one.private for one in ours)):
            set_asking(True)
        else:
            turn("between_us")

    async def unveil() -> None:
        set_asking(False)
        await state.bringing.unveil(ours)
        state.on_sheet = replace(state.on_sheet, between_us=True)

    async def letter() -> None:
        await state.set(letter_paper=not state.settings.letter_paper)

    def left_off(point: TalkingPoint) -> None:
        now = state.on_sheet
        state.on_sheet = replace(now, left_off=now.left_off ^ {point.id})

    shown = [one for one in mine if one.id not in choice.left_off]
    hidden = [one for one in points if one.private and not one.between_us]
    listed = [trn("{shown} of {n} thing", "{shown} of {n} things", len(mine), shown=len(shown))]
    if hidden:
        listed.append(trn("{n} private, not on it", "{n} private, not on it", len(hidden)))
    rows: list[ft.Control] = [
        switch_row(
            "sheet-initials",
            tr("Names as initials"),
            choice.initials,
            partial(turn, "initials"),
            state=tr("the names this journal knows"),
        ),
        *_naming(state, naming, set_naming),
        divider(),
        switch_row(
            "sheet-points",
            tr("The list"),
            choice.points,
            partial(turn, "points"),
            state=" · ".join(listed),
        ),
        *_choosing(state, mine, choice, choosing, set_choosing, left_off),
        divider(),
        switch_row(
            "sheet-check-ins",
            tr("Check-ins as dots"),
            choice.check_ins,
            partial(turn, "check_ins"),
        ),
        divider(),
        switch_row("sheet-moments", tr("Open moments"), choice.moments, partial(turn, "moments")),
        divider(),
        switch_row("sheet-notes", tr("Notes of check-ins"), choice.notes, partial(turn, "notes")),
    ]
    if ours or shows_ours:
        line = _ours_in_words(ours, choice)
        rows += [
            divider(),
            switch_row(
                "sheet-between-us", tr("Between us"), choice.between_us, turn_ours, state=line
            ),
            *(_asking(unveil, lambda: set_asking(False)) if asking else []),
        ]
    rows += [
        divider(),
        switch_row("sheet-letter", tr("Letter paper"), state.settings.letter_paper, letter),
    ]
    width = _room(state)
    return ft.Column(
        [
            *problem_card(state),
            tappable(
                "paper",
                tr("The sheet. {text} Tap to see it large", text=paper.as_text(page.shown)),
                partial(go, "/bring/prepare/sheet/paper"),
                preview(page, width),
                fill=PAPER,
                radius=10,
            ),
            *_not_on_it(page),
            card(*rows, padding=ft.Padding.symmetric(horizontal=20, vertical=8)),
            quiet(tr(sayings.THERAPIST)),
            quiet(tr(sayings.RECORD)),
            other_ways(state),
            *([side_by_side(state, *main_ways(state))] if state.wide else []),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _ours_in_words(ours: list[TalkingPoint], choice: paper.Choice) -> str:
    """How many of what is between the two are private, or on the sheet."""
    if veiled := sum(one.private for one in ours):
        return trn("{n} private", "{n} private", veiled)
    return trn("{n} on it", "{n} on it", len(ours)) if choice.between_us else ""


def _room(state: State) -> float:
    """The width that the paper has, beside the list or alone."""
    if state.wide:
        return min(theme.in_right_pane(state.width), theme.MEDIUM)
    return min(state.width, theme.MEDIUM) - 2 * theme.margin(state.width)


def _read_aloud(drawing: ft.Control, made: paper.Sheet) -> ft.Control:
    return ft.Semantics(
        identifier="paper-large",
        label=paper.as_text(made),
        container=True,
        content=ft.Semantics(exclude_semantics=True, content=drawing),
    )


def _naming(state: State, open: bool, set_open: Any) -> list[ft.Control]:
    typed, set_typed = ft.use_state("")

    async def add(words: str) -> None:
        name = " ".join(words.split())
        set_typed("")
        if name and name not in state.settings.names:
            await state.set(names=(*state.settings.names, name))

    async def drop(name: str) -> None:
        await state.set(names=tuple(one for one in state.settings.names if one != name))

    known = [
        chip(
            f"name-{place}",
            name,
            partial(drop, name),
            icon=ft.Icons.CLOSE_ROUNDED,
            outlined=True,
            spoken=tr("{name} stands as initials. Take it off", name=name),
        )
        for place, name in enumerate(state.settings.names)
    ]
    label = tr("Fewer") if open else tr("Other names")
    more = button("sheet-names", label, lambda: set_open(not open), kind="text", height=48)
    if not open:
        return [ft.Row([more], wrap=True)]
    return [
        ft.Row([more], wrap=True),
        field(
            "sheet-name",
            tr("A name to show as initials"),
            typed,
            lambda event: set_typed(event.control.value),
            key="sheet-name-field",
            on_submit=add,
        ),
        *([chips(list[ft.Control](known), state.large)] if known else []),
    ]


def _choosing(
    state: State,
    points: list[TalkingPoint],
    choice: paper.Choice,
    open: bool,
    set_open: Any,
    left_off: Callable[[TalkingPoint], None],
) -> list[ft.Control]:
    if not points or not choice.points:
        return []
    label = tr("Done choosing") if open else tr("Choose")
    more = button("sheet-choose", label, lambda: set_open(not open), kind="text", height=48)
    rows = [
        switch_row(
            f"sheet-point-{one.id}",
            beginning(state.bringing.words(one), 60) or tr("From a check-in"),
            one.id not in choice.left_off,
            partial(left_off, one),
        )
        for one in points[:100]
    ]
    return [ft.Row([more], wrap=True), *(rows if open else [])]


def _asking(show: Any, keep: Any) -> list[ft.Control]:
    return [
        ft.Semantics(
            identifier="show-between-us",
            live_region=True,
            container=True,
            content=card(
                text(tr("Show this to your therapist?"), theme.TITLE_MEDIUM),
                text(tr("The private mark comes off what is between you."), theme.BODY_MEDIUM),
                ft.Row(
                    [
                        button(
                            "show-it",
                            trp("to the therapist", "Show it"),
                            show,
                            kind="soft",
                            height=48,
                        ),
                        button("keep-private", tr("Keep it private"), keep, height=48),
                    ],
                    wrap=True,
                ),
                color=ft.Colors.SURFACE_CONTAINER,
            ),
        )
    ]


def _no_room(things: str, more: int) -> str:
    if more <= 0:
        return tr("No room on one page for: {things}.", things=things)
    return trn(
        "No room on one page for: {things} and {n} more.",
        "No room on one page for: {things} and {n} more.",
        more,
        things=things,
    )


def _not_on_it(page: Page) -> list[ft.Control]:
    lines = []
    if page.left_out:
        named = (tr("“{words}”", words=beginning(one, 40)) for one in page.left_out[:NAMED])
        lines.append(_no_room("; ".join(named), len(page.left_out) - NAMED))
    if page.unknown:
        letters = page.unknown[:20]
        lines.append(tr("These letters can't be put on paper here: {letters}", letters=letters))
    return [
        ft.Semantics(identifier=f"not-on-it-{place}", container=True, content=quiet(line))
        for place, line in enumerate(lines)
    ]
