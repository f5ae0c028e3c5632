"""What a journal or a backup holds, kind by kind, in the words of the app."""

from datetime import date
from typing import Final

import flet as ft

from domain.entries import (
    AfterContact,
    CheckIn,
    Draft,
    Entry,
    Moment,
    MovedIn,
    Part,
    PartMap,
    PartWord,
    Person,
    Reflection,
    Schedule,
    Sitting,
    TalkingPoint,
    Therapy,
    TherapySession,
    Way,
)
from domain.keeper import Contents
from domain.looking_back.stretch import Stretch
from views.components.kit import card, quiet
from views.components.when import stretch_said
from views.state import State
from views.theme import text

NONE: Final = "Nothing"


def titles(word: PartWord) -> dict[type[Entry], str]:
    """The title of each kind that is counted; settings are always there, and are not."""
    return {
        CheckIn: "Check-ins",
        TalkingPoint: "To bring",
        TherapySession: "Sessions",
        Moment: "Moments",
        Part: word.title,
        Sitting: "Looks inward",
        PartMap: f"Maps of {word.many}",
        Person: "People & places",
        AfterContact: "After contact",
        Reflection: "Answers to questions",
        Way: "Ways of staying safe",
        Schedule: "Plans for sessions",
        Therapy: "Therapists and groups",
        Draft: "Words not finished",
        MovedIn: "Files brought in",
    }


def held(state: State, contents: Contents) -> ft.Control:
    """What is there, a line for each kind."""
    counts = dict(contents.counts)
    lines = [
        f"{title}: {counts[kind]}"
        for kind, title in titles(state.knowing.word).items()
        if counts.get(kind)
    ]
    return card(*map(text, lines or [NONE]), *map(quiet, filter(None, [_days(state, contents)])))


def compared(state: State, there: Contents, here: Contents) -> ft.Control:
    """What a backup holds beside what is here now, kind by kind, first and last days."""
    theirs, ours = dict(there.counts), dict(here.counts)
    rows = [
        _row(title, str(theirs.get(kind, 0)), str(ours.get(kind, 0)))
        for kind, title in titles(state.knowing.word).items()
        if theirs.get(kind) or ours.get(kind)
    ]
    days = _row("From when", _days(state, there) or NONE, _days(state, here) or NONE)
    return card(*rows, days)


def _row(title: str, there: str, here: str) -> ft.Control:
    same = f"{there}, the same as now" if there == here else f"{there} in the backup, {here} now"
    return ft.Column([text(title), quiet(same)], spacing=0)


def _days(state: State, contents: Contents) -> str:
    if contents.first is None or contents.last is None:
        return ""
    return stretch_said(_stretch(contents.first.date(), contents.last.date()), state.today)


def _stretch(one: date, other: date) -> Stretch:
    # Each is that of the place where it was: the later moment may have the earlier day.
    return Stretch(min(one, other), max(one, other))
