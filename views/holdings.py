"""What a journal or a backup holds, kind by kind, in the words of the app."""

from datetime import date
from typing import Final

import flet as ft

from domain.dates import at_start
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
from domain.language import N_, tr, trp
from domain.looking_back.stretch import Stretch
from views.components.kit import card, quiet
from views.components.when import stretch_said
from views.state import State
from views.theme import text

NONE: Final = N_("Nothing")


def titles(word: PartWord) -> dict[type[Entry], str]:
    """The title of each kind that is counted; settings are always there, and are not."""
    return {
        CheckIn: trp("a kind of entry", "Check-ins"),
        TalkingPoint: tr("To bring"),
        TherapySession: tr("Sessions"),
        Moment: tr("Moments"),
        Part: word.tr("Parts"),
        Sitting: tr("Looks inward"),
        PartMap: word.tr("Maps of parts"),
        Person: tr("People & places"),
        AfterContact: tr("After contact"),
        Reflection: tr("Answers to questions"),
        Way: tr("Ways of staying safe"),
        Schedule: tr("Plans for sessions"),
        Therapy: tr("Therapists and groups"),
        Draft: tr("Words not finished"),
        MovedIn: tr("Files brought in"),
    }


def held(state: State, contents: Contents) -> ft.Control:
    """What is there, a line for each kind."""
    counts = dict(contents.counts)
    lines = [
        f"{title}: {counts[kind]}"
        for kind, title in titles(state.knowing.word).items()
        if counts.get(kind)
    ]
    return card(
        *map(text, lines or [tr(NONE)]), *map(quiet, filter(None, [_days(state, contents)]))
    )


def compared(state: State, there: Contents, here: Contents) -> ft.Control:
    """What a backup holds beside what is here now, kind by kind, first and last days."""
    theirs, ours = dict(there.counts), dict(here.counts)
    rows = [
        _row(title, str(theirs.get(kind, 0)), str(ours.get(kind, 0)))
        for kind, title in titles(state.knowing.word).items()
        if theirs.get(kind) or ours.get(kind)
    ]
    days = _row(
        trp("the first and the last day", "From when"),
        _days(state, there) or tr(NONE),
        _days(state, here) or tr(NONE),
    )
    return card(*rows, days)


def _row(title: str, there: str, here: str) -> ft.Control:
    said = tr("{there} in the backup, {here} now", there=there, here=here)
    if there == here:
        said = tr("{there}, the same as now", there=there)
    return ft.Column([text(title), quiet(said)], spacing=0)


def _days(state: State, contents: Contents) -> str:
    if contents.first is None or contents.last is None:
        return ""
    stretch = _stretch(contents.first.date(), contents.last.date())
    return at_start(stretch_said(stretch, state.today))


def _stretch(one: date, other: date) -> Stretch:
    # Each is that of the place where it was: the later moment may have the earlier day.
    return Stretch(min(one, other), max(one, other))
