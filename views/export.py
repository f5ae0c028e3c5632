"""Saving as text or table: what leaves and in which form, with a look at it before it does."""

from dataclasses import replace
from functools import partial
from typing import Any, Final

import flet as ft

from domain.entries import Settings
from domain.language import N_, tr
from domain.leaving import KINDS
from domain.numbers import number
from views import files, theme
from views.components.frame import feet, screen, side_by_side
from views.components.kit import button, heading, quiet, section
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.rows import row_button, rows
from views.components.slow import told, use_slow
from views.export_choices import contents, days, forms
from views.export_file import FORMS, LINES, Chosen, Made, beginning, leaving_of, make, name_of
from views.holdings import titles
from views.state import State, use_state_of_app
from views.theme import text

HEIGHT: Final = 260
NOTHING: Final = N_("Nothing is in it yet. Another choice has something.")
OPEN: Final = N_("The file is not sealed: whoever has it can read it.")


@ft.component
def Export() -> ft.View:
    """The choices, what would leave, and the two ways out."""
    state = use_state_of_app()
    chosen, choose = ft.use_state(Chosen(initials=state.settings.initials))
    sessions = state.looking.sessions()
    choice = leaving_of(state, chosen, sessions)
    wanted = (chosen.format, choice)
    every = [state.all(kind) for kind in KINDS]
    start = state.settings.day_start
    made, problem = use_slow(
        state, lambda: make(state.keeper, every, wanted, start), [wanted, start, *every]
    )
    ready = made if made and made.made_of == wanted and not problem else None

    def change(name: str, value: Any) -> None:
        choose(lambda now: replace(now, **{name: value}))

    seen = _seen(state, ready, problem)
    ways = _ways(state, ready)
    body = [
        *problem_card(state),
        *forms(state, chosen, choice, change),
        *days(state, chosen, choice, bool(sessions), change),
        *contents(state, chosen, change),
        *([] if state.wide else seen),
        rows(
            row_button(
                "to-backups",
                tr("A sealed file instead"),
                partial(go, "/settings/backups"),
                icon=ft.Icons.ENHANCED_ENCRYPTION_OUTLINED,
                state=tr("under Backups: it opens with a passphrase of its own"),
            )
        ),
    ]
    stretch = ft.CrossAxisAlignment.STRETCH
    beside = ft.Column(
        [*seen, side_by_side(state, *ways)], spacing=12, horizontal_alignment=stretch
    )
    return screen(
        state,
        tr("Save as text or table"),
        body,
        back=True,
        right=beside if state.wide else None,
        foot=None if state.wide else feet(state, *ways),
    )


# -- what is seen of it, and the ways out ------------------------------------------------------


def _seen(state: State, made: Made | None, problem: str) -> list[ft.Control]:
    title = heading(tr("What leaves")) if state.wide else section(tr("What leaves"))
    if made is None:
        return [title, told("export-said", problem, not problem)]
    if not made.counts:
        return [title, told("export-said", tr(NOTHING))]
    shown = beginning(made.content)
    some = tr("All of it:")
    if made.lines > LINES:
        some = tr("The first {n} of {all} lines:", n=LINES, all=number(made.lines))
    return [
        title,
        ft.Semantics(
            identifier="export-counts", container=True, content=text(_counted(state, made))
        ),
        quiet(some),
        _card(shown),
        quiet(tr(OPEN)),
    ]


def _counted(state: State, made: Made) -> str:
    counted, words = dict(made.counts), titles(state.knowing.word)
    said = [f"{words[kind]}: {counted[kind]}." for kind in words if kind in counted]
    return " ".join([*said, *([tr("How the app is set.")] if Settings in counted else [])])


def _card(shown: str) -> ft.Control:
    return ft.Semantics(
        identifier="export-preview",
        container=True,
        content=ft.Container(
            ft.Column(
                [text(shown, theme.BODY_MEDIUM)],
                scroll=ft.ScrollMode.AUTO,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
            border=ft.Border.all(1.5, ft.Colors.OUTLINE_VARIANT),
            border_radius=20,
            padding=16,
            height=HEIGHT,
        ),
    )


def _ways(state: State, made: Made | None) -> list[ft.Control]:
    there = made if made and made.counts else None

    async def save() -> None:
        if there:
            await files.save(state, name_of(there, state.today), there.content)

    async def share() -> None:
        if there:
            mime = FORMS[there.made_of[0]].mime
            await files.share(state, name_of(there, state.today), there.content, mime)

    return [
        button("export-share", tr("Share"), share if there else None, expand=True),
        button("export-save", tr("Save"), save if there else None, kind="filled", expand=True),
    ]
