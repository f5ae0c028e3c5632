"""One thing to bring: its words, its tags, how to begin, and what came of it."""

from functools import partial
from typing import Any, Final

import flet as ft

from domain.bringing import Source, tag_in_words
from domain.dates import at_start
from domain.entries import TAGS, PointState, Tag, TalkingPoint
from domain.language import N_, tr
from views import theme
from views.components.kit import act, button, card, chip, chips, divider, quiet, section
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.points import (
    TAG_ICONS,
    route_of,
    shown_words,
    source_in_words,
)
from views.components.rows import row_button, switch_row
from views.components.when import day_said
from views.components.writing import Writing
from views.for_good import for_good
from views.state import State, use_state_of_app
from views.theme import text

BEGINNINGS = (
    N_("There's something I find hard to say."),
    N_("I noticed something between us, and I'd like to look at it with you."),
    N_("Part of me is annoyed with you, and I'd like it to have a place here."),
    N_("I almost left this out."),
)

SETTLED: Final[dict[PointState, str]] = {
    "later": N_("Kept for later, {day}"),
    "brought": N_("Brought, {day}"),
    "let_go": N_("Let go, {day}"),
}


@ft.component
def PointPage(id: str, *, key: str | None = None) -> ft.Control:
    """Everything of one thing to bring, each part editable, and deleting with Undo."""
    state = use_state_of_app()
    point = state.bringing.point(id)
    if point is None:
        return text(tr("This is not in the journal any more."))

    async def write(words: str) -> None:
        await state.bringing.change(point, text=words)

    async def delete() -> None:
        await state.bringing.delete(point)
        await go("/bring")

    source = state.bringing.source(point)
    shown: list[ft.Control] = [
        *problem_card(state, point.text),
        Writing("point-text", tr("Something to bring"), point.text, write, 12, key=f"text-{id}"),
    ]
    if not point.text.strip() and source is not None:
        shown.append(quiet(shown_words(state.bringing.words(point), source)))
    shown += [
        *_source(state, source),
        *_whose(state, point),
        section(tr("What it is about, if you like")),
        _tags(state, point),
        *([HardToSay(id, key=f"hard-{id}")] if point.between_us else []),
        _marks(state, point),
        *_settled(state, point),
        chips(_ways(state, point), state.large),
        ft.Row(
            [
                button(
                    "delete-point",
                    tr("Delete"),
                    delete,
                    kind="text",
                    height=48,
                    icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
                    spoken=tr("Delete this point"),
                )
            ],
            wrap=True,
        ),
        *for_good(state, point),
    ]
    return ft.Column(shown, spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _source(state: State, source: Source | None) -> list[ft.Control]:
    if source is None:
        return []
    said = source_in_words(source, state.today, state.knowing.word)
    return [
        row_button(
            "point-source",
            at_start(said),
            partial(go, route_of(source)),
            icon=ft.Icons.LINK_ROUNDED,
        )
    ]


def _whose(state: State, point: TalkingPoint) -> list[ft.Control]:
    every = state.meeting.all()
    if len(every) == 1:
        return []
    return [
        section(tr("Whose list")),
        chips(
            [
                chip(
                    f"point-therapy-{one.id}",
                    state.meeting.named(one.id),
                    act(state.bringing.change, point, therapy=one.id),
                    selected=one.id == point.therapy,
                )
                for one in every
            ],
            state.large,
        ),
    ]


def _tags(state: State, point: TalkingPoint) -> ft.Control:
    async def toggle(tag: Tag) -> None:
        def toggled(now: TalkingPoint) -> dict[str, Any]:
            if tag in now.tags:
                return {"tags": tuple(one for one in now.tags if one != tag)}
            private = now.private or tag == "between_us"
            return {"tags": (*now.tags, tag), "private": private}

        await state.change_by(point, toggled)

    return chips(
        [
            chip(
                f"tag-{tag.replace('_', '-')}",
                tag_in_words(tag, state.knowing.word),
                partial(toggle, tag),
                selected=tag in point.tags,
                icon=TAG_ICONS[tag],
            )
            for tag in TAGS
        ],
        state.large,
    )


@ft.component
def HardToSay(id: str, *, key: str | None = None) -> ft.Control:
    """A place to draft the first sentence, and a few to begin from."""
    state = use_state_of_app()
    begun, set_begun = ft.use_state(0)
    point = state.bringing.point(id)
    if point is None:
        return ft.Container()

    async def write(words: str) -> None:
        await state.bringing.change(point, first_sentence=words)

    async def begin(words: str) -> None:
        await write(words)
        set_begun(begun + 1)

    offered = [
        button(f"begin-{place}", words, partial(begin, words), kind="quiet", height=48)
        for place, words in enumerate(map(tr, BEGINNINGS))
    ]
    return ft.Semantics(
        identifier="hard-to-say",
        container=True,
        content=card(
            text(tr("Hard to say?"), theme.TITLE_MEDIUM),
            text(
                tr("You might draft only the first sentence here. It can be as plain as you like.")
            ),
            Writing(
                "first-sentence",
                tr("The first sentence"),
                point.first_sentence,
                write,
                3,
                # Another field when a sentence was taken over: a field keeps what was typed in it.
                key=f"first-{id}-{begun}",
            ),
            *([] if point.first_sentence else offered),
            color=ft.Colors.SURFACE_CONTAINER,
        ),
    )


def _marks(state: State, point: TalkingPoint) -> ft.Control:
    async def private() -> None:
        await state.bringing.change(point, private=not point.private)

    rows: list[ft.Control] = [
        switch_row(
            "point-private",
            tr("Private: never on a sheet, hidden in the room"),
            point.private,
            private,
            ft.Icons.LOCK_OUTLINED,
        )
    ]
    if point.state == "open":
        rows = [
            switch_row(
                "point-pin",
                tr("If only one thing, this"),
                point.pinned,
                partial(state.bringing.pin, point),
                ft.Icons.PUSH_PIN_OUTLINED,
            ),
            divider(),
            *rows,
        ]
    return card(*rows, padding=ft.Padding.symmetric(horizontal=20, vertical=8))


def _settled(state: State, point: TalkingPoint) -> list[ft.Control]:
    if point.state == "open":
        return []

    async def write(words: str) -> None:
        await state.bringing.change(point, outcome=words)

    session = state.meeting.session(point.session) if point.session else None
    day = session.at if session else point.settled_at or point.at
    shown: list[ft.Control] = [section(tr(SETTLED[point.state], day=day_said(day, state.today)))]
    if session is not None:
        shown.append(
            row_button("point-session", tr("The session"), partial(go, f"/sessions/{session.id}"))
        )
    if point.state == "brought":
        shown.append(
            Writing(
                "outcome", tr("What came of it"), point.outcome, write, 6, key=f"out-{point.id}"
            )
        )
    return shown


def _ways(state: State, point: TalkingPoint) -> list[ft.Control]:
    async def settle(to: PointState) -> None:
        await state.bringing.settle(point, to)

    ways: list[tuple[str, str, ft.IconData, Any]] = [
        ("open", tr("Put it back on the list"), ft.Icons.UNDO_ROUNDED, partial(settle, "open")),
        (
            "brought",
            tr("Mark as brought"),
            ft.Icons.CHECK_ROUNDED,
            partial(state.bringing.bring_to_now, point),
        ),
        ("later", tr("Keep for later"), ft.Icons.SCHEDULE_OUTLINED, partial(settle, "later")),
        ("let_go", tr("Let it go"), ft.Icons.AIR_ROUNDED, partial(settle, "let_go")),
    ]
    return [
        chip(f"to-{name.replace('_', '-')}", label, act, icon=icon)
        for name, label, icon, act in ways
        if name != point.state
    ]
