"""The one-page sheet: what a person chose to show, and nothing else."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from domain.bringing import tag_in_words
from domain.entries import CheckIn, Moment, PartWord, TalkingPoint
from domain.language import N_, language, tr
from domain.looking_back.look import look_of

ONE_THING: Final = N_("If only one thing")
ALSO: Final = N_("Also")
TO_BRING: Final = N_("To bring")
BETWEEN_US: Final = N_("Between us")
MOMENTS: Final = N_("Still open")
NOTES: Final = N_("From my notes")
CHECK_INS: Final = N_("Check-ins")
NO_NAMES: Final = {
    "en": ("a", "an", "my", "our", "the"),
    "de": ("das", "der", "die", "ein", "eine", "mein", "meine", "unser", "unsere"),
    "es": ("el", "la", "las", "los", "mi", "mis", "nuestra", "nuestro", "un", "una"),
}
"""What a name may begin with in a language, and is none by itself: "My therapist"."""
TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of all words after them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """What the person chose to show; `left_off` has the ids of single points."""

    initials: bool = True
    points: bool = True
    left_off: frozenset[str] = frozenset()
    check_ins: bool = True
    moments: bool = False
    between_us: bool = False
    notes: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the sheet: a word or two that say what it is, the text, and the id of what is
    drawn below it, where something is."""

    about: str
    text: str
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A title, one of those above and said where it is shown, with its items."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page holds, top to bottom; `check_ins` are drawn as dots, oldest first."""

    title: str
    line: str
    sections: tuple[Section, ...]
    check_ins: tuple[CheckIn, ...] = ()


def sheet(
    title: str,
    line: str,
    points: Sequence[TalkingPoint],
    check_ins: Sequence[CheckIn],
    choice: Choice,
    *,
    words_of: Callable[[TalkingPoint], str],
    when: Callable[[CheckIn | Moment], str],
    moments: Sequence[Moment] = (),
    told: Callable[[Moment], str] = str,
    ours: Collection[str] = (),
    private: Collection[str] = (),
    names: Iterable[str] = (),
    parts: str = "parts",
) -> Sheet:
    """The sheet of what was chosen from the list, the check-ins since last time, what is open.

    What is private is never on it, whatever else was chosen. With `choice.initials` the `names`
    stand as initials, in every line of it; `parts` is what the person calls theirs. `ours` has
    the ids of those `moments` that are between the person and their therapist, `private` the ids
    of what private points came from. A moment that is on the list is told there, or not.
    """
    shorten = shortening(names) if choice.initials else str

    def item(point: TalkingPoint) -> Item:
        named = (parts if tag == "parts" else tag_in_words(tag, PartWord()) for tag in point.tags)
        tags = ", ".join(named)
        text = shorten(_plain(words_of(point)) or tr("From a check-in"))
        return Item(tags, text, point.source if look_of(point.source) else "")

    shown = [one for one in points if not one.private and one.id not in choice.left_off]
    mine = [one for one in shown if choice.points and not one.between_us]
    hidden = {*private, *(one.source for one in points), *(() if choice.between_us else ours)}
    happened = [one for one in moments if choice.moments and one.id not in hidden]
    notes = [one for one in check_ins if choice.notes and one.note.strip()]
    sections = (
        Section(ONE_THING, tuple(item(one) for one in mine if one.pinned)),
        Section(
            ALSO if any(one.pinned for one in mine) else TO_BRING,
            tuple(item(one) for one in mine if not one.pinned),
        ),
        Section(
            BETWEEN_US,
            tuple(item(one) for one in shown if choice.between_us and one.between_us),
        ),
        Section(MOMENTS, tuple(Item(when(one), shorten(_plain(told(one)))) for one in happened)),
        Section(NOTES, tuple(Item(when(one), shorten(_plain(one.note))) for one in notes)),
    )
    return Sheet(
        shorten(title),
        line,
        tuple(one for one in sections if one.items),
        tuple(check_ins) if choice.check_ins else (),
    )


def as_text(page: Sheet) -> str:
    """The same as plain text, for a message or the clipboard."""
    lines = [page.title, page.line]
    for section in page.sections:
        lines += ["", tr(section.title)]
        lines += [f"- {_told(item)}" for item in section.items]
    if page.check_ins:
        lines += ["", tr("Check-ins: {count}", count=len(page.check_ins))]
    return "\n".join(lines) + "\n"


def _told(item: Item) -> str:
    return f"{item.about}: {item.text}" if item.about else item.text


def _plain(words: str) -> str:
    """Without what a page can't draw and what would turn the direction of others' words."""
    flat = " ".join(words.split())
    return "".join(one for one in flat if unicodedata.category(one) != "Cc" and one not in TURNING)


def shortening(names: Iterable[str]) -> Callable[[str], str]:
    """What puts initials in the place of names, and of each part of a name."""
    # One keyboard writes an accent as a letter of its own, another does not.
    written = (unicodedata.normalize(form, name) for name in names for form in ("NFC", "NFD"))
    whole = {name.strip() for name in written if name.strip()}
    every = {part for name in whole for part in name.split() if part[0].isupper()}
    parts = {part for part in every if part.casefold() not in NO_NAMES[language()]}
    known = sorted(whole | parts, key=len, reverse=True)
    if not known:
        return str
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, known))})(?!\w)")
    return lambda text: pattern.sub(lambda found: initials(found[1]), text)


def initials(name: str) -> str:
    """The first letter of each part of a name: "Noor Khan" is "N. K."."""
    return " ".join(f"{part[0].upper()}." for part in name.split())
