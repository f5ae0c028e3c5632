"""Whether checking in helps, asked on Today, and what can be less where it weighs."""

from functools import partial
from typing import Final

import flet as ft

from domain.entries import HelpingAnswer, Pause
from domain.helping import Length
from domain.language import N_, tr
from views import theme
from views.components.kit import Tap, act, button, card, chip, chips, quiet
from views.components.when import day_said
from views.state import State, use_state_of_app
from views.theme import text

QUESTION: Final = N_("Is checking in helping, neutral, or weighing on you?")
ANSWERS: Final[tuple[tuple[HelpingAnswer, str], ...]] = (
    ("helping", N_("Helping")),
    ("neutral", N_("Neutral")),
    ("weighing", N_("Weighing")),
)
IF_WEIGHING: Final = N_(
    "If weighing: fewer questions, a pause, or stopping. All three are a tap away."
)
LESS: Final = N_(
    "Fewer questions leaves only the pad. A pause ends by itself. Whatever you choose, "
    "what you wrote stays."
)
STAYS: Final = N_("Everything you wrote stays. The list, parts and people go on as before.")
LENGTHS: Final[tuple[tuple[Length, str], ...]] = (
    ("week", N_("A week")),
    ("two_weeks", N_("Two weeks")),
    ("month", N_("A month")),
)


def helping_card(state: State) -> ft.Control:
    """The question; once it weighs, what can be less."""
    inside = _offers() if state.pausing.is_weighing else _question(state)
    return ft.Semantics(identifier="helping", container=True, content=card(*inside))


def _question(state: State) -> list[ft.Control]:
    answers: list[ft.Control] = [
        chip(f"helping-{answer}", tr(label), act(state.pausing.answer, answer))
        for answer, label in ANSWERS
    ]
    not_now = act(state.pausing.answer, "not_now")
    return [
        text(tr(QUESTION), theme.TITLE_LARGE),
        chips(
            [*answers, button("helping-not-now", tr("Not now"), not_now, kind="text", height=48)],
            state.large,
        ),
        text(tr(IF_WEIGHING), theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT),
    ]


def _offers() -> list[ft.Control]:
    title = tr("One of these, if you like")
    return [
        ft.Semantics(live_region=True, content=text(title, theme.TITLE_LARGE)),
        Less(leave=True, key="less"),
    ]


@ft.component
def Less(*, leave: bool = False, key: str | None = None) -> ft.Control:
    """What can be less, level with each other; `leave` with a way to leave all as it is."""
    state = use_state_of_app()
    choosing, set_choosing = ft.use_state(False)
    if choosing:
        return _lengths(state, partial(set_choosing, False))
    pausing = state.pausing
    ways: list[tuple[str, str, Tap]] = [
        ("fewer", tr("Fewer questions"), act(pausing.ask_less)),
        ("pause", tr("A pause"), partial(set_choosing, True)),
        ("stop", tr("Stop checking in"), act(pausing.stop)),
        *([("leave", tr("Leave it as it is"), act(pausing.leave))] if leave else []),
    ]
    return _column(
        chips([chip(f"helping-{name}", label, way) for name, label, way in ways], state.large),
        quiet(tr(LESS)),
    )


def _lengths(state: State, back: Tap) -> ft.Control:
    async def begin(length: Length) -> None:
        back()
        await state.pausing.begin(length)

    lengths: list[ft.Control] = [
        chip(
            f"pause-{length.replace('_', '-')}",
            tr(label),
            partial(begin, length),
            spoken=tr("A pause: {length}", length=tr(label)),
        )
        for length, label in LENGTHS
    ]
    way_back = button(
        "pause-back", tr("Back"), back, kind="text", height=48, spoken=tr("Back: no pause")
    )
    return _column(
        quiet(tr("A pause of")),
        chips([*lengths, way_back], state.large),
        quiet(tr("It ends by itself, or when you begin again.")),
    )


def _column(*controls: ft.Control) -> ft.Control:
    stretch = ft.CrossAxisAlignment.STRETCH
    return ft.Column(list(controls), spacing=8, horizontal_alignment=stretch)


def paused_card(state: State, pause: Pause) -> ft.Control:
    """What stands in the place of the pad while check-ins are paused."""
    once = button("check-in-once", tr("Check in once"), state.pausing.check_in_once, height=48)
    return ft.Semantics(
        identifier="paused",
        container=True,
        content=card(
            *pause_told(state, pause), ft.Row([once, begin_again(state)], wrap=True, spacing=8)
        ),
    )


def pause_told(state: State, pause: Pause) -> list[ft.Control]:
    """That there are no check-ins, how long, and what stays as it is."""
    said = tr("Check-ins are put away.")
    if pause.until is not None:
        day = day_said(pause.until, state.today)
        said = tr("Check-ins are paused until {day}.", day=day)
    stays = state.knowing.word.tr(STAYS)
    return [
        text(said, theme.TITLE_LARGE),
        text(stays, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT),
    ]


def begin_again(state: State) -> ft.Control:
    """The way out of a pause."""
    return button("begin-again", tr("Begin again"), act(state.pausing.begin_again), height=48)
