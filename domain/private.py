"""What is private until the person says otherwise: marked so, or between them and a therapist.

So these are: points that are private or between us, and what they came from; moments and
after-contact lines with a therapist, moments that were told in a session, how close a therapist
is; of sessions what was held back, what felt off, and all words of one that a private point came
from. Drafts are, which nobody has finished, and the settings but for how the app looks and asks.
Parts and sittings are not: they leave as a group, or stay as one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from domain.entries import (
    AfterContact,
    Draft,
    Entry,
    Moment,
    Person,
    Settings,
    TalkingPoint,
    TherapySession,
)

PLAIN_SETTINGS: Final = (
    "theme",
    "day_start",
    "two_rows",
    "ask_connection",
    "ask_body",
    "letter_paper",
    "part_word",
    "questions",
)
"""Settings that tell how the app looks and asks, and nothing of the person."""


@dataclass(frozen=True, slots=True)
class Private:
    """Ids: of what private points came from, of people who are therapists, of sessions."""

    sources: frozenset[str] = frozenset()
    therapists: frozenset[str] = frozenset()
    sessions: frozenset[str] = frozenset()

    @classmethod
    def of(cls, entries: Mapping[str, Entry]) -> "Private":
        """What is private in a whole journal, by id."""
        every = entries.values()
        return cls(
            frozenset(source_of(one) for one in _points(every) if is_private(one) and one.source),
            frozenset(one.id for one in every if isinstance(one, Person) and one.therapy),
            frozenset(one.id for one in every if isinstance(one, TherapySession)),
        )

    def without(self, entry: Entry) -> Entry | None:
        """What of an entry is not private; None where all of it is."""
        match entry:
            case Settings():
                return Settings(**{name: getattr(entry, name) for name in PLAIN_SETTINGS})
            case TherapySession():
                return _without_us(entry, entry.id in self.sources)
            case _ if self._is_all_of(entry):
                return None
            case Person() if entry.therapy:
                return replace(entry, closeness=())
            case _:
                return entry

    def _is_all_of(self, entry: Entry) -> bool:
        if entry.id in self.sources:
            return True
        match entry:
            case Draft():
                return True
            case TalkingPoint():
                return is_private(entry)
            case Moment():
                return entry.told_in in self.sessions or bool(
                    self.therapists.intersection(entry.people)
                )
            case AfterContact():
                return entry.person in self.therapists
            case _:
                return False


def is_private(point: TalkingPoint) -> bool:
    """Whether a point is marked so, or between us."""
    return point.private or point.between_us


def source_of(point: TalkingPoint) -> str:
    """The id of the entry that it came from: of an answer that of its sitting."""
    return point.source.partition("/")[0]


def _points(entries: Iterable[Entry]) -> Iterable[TalkingPoint]:
    return (one for one in entries if isinstance(one, TalkingPoint))


def _without_us(session: TherapySession, wordless: bool) -> TherapySession:
    words: dict[str, Any] = {"replies": (), "kept_sentence": "", "to_try": "", "to_try_went": ""}
    return replace(
        session,
        held_back="",
        held_back_text="",
        held_back_goes="",
        felt_off="",
        talked="",
        **(words if wordless else {}),
    )
