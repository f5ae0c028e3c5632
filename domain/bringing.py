"""The list of what to bring: its order, its one pinned thing, and what carries over.

Pure functions over `TalkingPoint`s. Those that change something give the points that changed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.entries import (
    CheckIn,
    Moment,
    Part,
    PartWord,
    Person,
    PointState,
    Reflection,
    Reply,
    Sitting,
    Tag,
    TalkingPoint,
    TherapySession,
)
from domain.language import N_, tr, trp
from domain.looking_back.look import Look
from domain.sittings import Answer
from domain.words import said

SourceEntry = CheckIn | TherapySession | Part | Sitting | Reflection | Moment | Person
Source = SourceEntry | Answer | Look
"""What a point can come from: an entry, one answer of a sitting, or what one looked back at."""

STEP: Final = 1.0
DECLINED: Final = N_("It didn't want to answer.")


def on_list(points: Iterable[TalkingPoint], therapy: str) -> list[TalkingPoint]:
    """What is to be brought there, in order: the pinned one, the others, what is between us.

    Whatever was not brought is still on it: nothing has to be carried over.
    """
    here = [one for one in points if one.state == "open" and one.therapy == therapy]
    return sorted(here, key=lambda one: (_group(one), one.rank, one.id))


def to_show(points: Iterable[TalkingPoint], therapy: str) -> list[TalkingPoint]:
    """The same without what is private: all that a room, a count or a sheet may hold."""
    return [one for one in on_list(points, therapy) if not one.private]


def _group(point: TalkingPoint) -> int:
    return 0 if point.pinned else 2 if point.between_us else 1


def in_group(points: Sequence[TalkingPoint], point: TalkingPoint) -> list[TalkingPoint]:
    """Those of a list that stand in the same group as the point, itself among them."""
    return [one for one in points if _group(one) == _group(point)]


def top_rank(points: Iterable[TalkingPoint], therapy: str) -> float:
    """The rank that puts a point on top of its group."""
    return min((one.rank for one in on_list(points, therapy)), default=0.0) - STEP


def moved(points: Iterable[TalkingPoint], point: TalkingPoint, to: int) -> list[TalkingPoint]:
    """What changes when a point goes to place `to`, from 0, of its group.

    A place beyond the ends is the end. Mostly that is the point alone; where its new neighbours
    leave no number between them, the whole group is counted anew.
    """
    group = in_group(on_list(points, point.therapy), point)
    old = next(index for index, one in enumerate(group) if one.id == point.id)
    to = min(max(to, 0), len(group) - 1)
    if to == old:
        return []
    group.insert(to, group.pop(old))
    rank = _between(group, to)
    if rank is not None:
        return [replace(point, rank=rank)]
    return [replace(one, rank=STEP * index) for index, one in enumerate(group)]


def _between(group: Sequence[TalkingPoint], place: int) -> float | None:
    above = group[place - 1].rank if place else None
    below = group[place + 1].rank if place + 1 < len(group) else None
    if above is None or below is None:
        edge, step = (below, -STEP) if above is None else (above, STEP)
        assert edge is not None
        return edge + step if edge + step != edge else None
    middle = above / 2 + below / 2
    return middle if above < middle < below else None


def pinned(points: Iterable[TalkingPoint], point: TalkingPoint) -> list[TalkingPoint]:
    """What changes when a point is pinned, or is not any more: one at most is."""
    others = [
        replace(one, pinned=False)
        for one in points
        if one.pinned and one.therapy == point.therapy and one.id != point.id
    ]
    return [*others, replace(point, pinned=not point.pinned)]


def settled(
    point: TalkingPoint, state: PointState, now: datetime, session: str = ""
) -> TalkingPoint:
    """The point, brought to a session or kept from it, let go, or back on the list.

    On the list again, it forgets neither what came of it nor how it is tagged.
    """
    if state == "open":
        return replace(point, state="open", session="", settled_at=None)
    return replace(point, state=state, session=session, settled_at=now, pinned=False)


def from_sources(points: Iterable[TalkingPoint], ids: Collection[str]) -> list[TalkingPoint]:
    """What is to be brought and came from entries with these ids, the newest first."""
    found = [one for one in points if one.state == "open" and one.source in ids]
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)


def settled_like(points: Iterable[TalkingPoint], *states: PointState) -> list[TalkingPoint]:
    """Those in one of these states, the newest first."""
    found = [one for one in points if one.state in states]
    return sorted(found, key=lambda one: (one.settled_at or one.at, one.id), reverse=True)


def tag_in_words(tag: Tag, word: PartWord) -> str:
    """What something to bring is about; `word` is what the person calls a part."""
    return {
        "needs": trp("topic", "needs"),
        "limits": trp("topic", "limits"),
        "hurt": trp("topic", "hurt"),
        "repair": trp("topic", "repair"),
        "between_us": trp("topic", "between us"),
        "parts": word.tr("parts"),
        "practical": trp("topic", "practical"),
    }[tag]


def words_of(
    point: TalkingPoint, source: Source | None, names: Mapping[str, str] | None = None
) -> str:
    """What a point says: its own words, or else those of what it came from.

    Of a check-in that is the note or the words that were chosen, of a session what was held
    back, of a part its name and line, of somebody their name, of a sitting what was answered, by
    whom where there are two; `names` are those of parts by their ids. What one looked back at
    says nothing here: its words are made where it is drawn.
    """
    if point.text.strip() or source is None:
        return point.text
    match source:
        case TherapySession():
            return source.held_back_text
        case CheckIn():
            return source.note.strip() or ", ".join(map(said, (*source.feelings, *source.body)))
        case Part():
            return f"{source.name}: {source.line}" if source.line else source.name
        case Person():
            return source.name
        case Sitting():
            written = (_said(one, names or {}) for one in source.written)
            return "\n".join(filter(None, written))
        case Answer():
            return _said(source.reply, names or {})
        case Look():
            return ""
        case _:
            return source.text.strip()


def _said(reply: Reply, names: Mapping[str, str]) -> str:
    answer = reply.text.strip() or (tr(DECLINED) if reply.declined else "")
    who = names.get(reply.part, "")
    return f"{who}: {answer}" if who and answer else answer
