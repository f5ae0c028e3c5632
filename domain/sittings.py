"""A sitting, step by step: a pure machine over `Sitting`.

Notice, the gate, and behind an open gate alone what is gated. A part that is tender has no step
at all. Every function gives the sitting as it is afterwards.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from domain.entries import (
    BEHIND_THE_GATE,
    OwnPrompt,
    Part,
    PartWord,
    Reply,
    Sitting,
    Stage,
    Toward,
    is_open,
)
from domain.prompts import Prompt, find_prompt, following, of_families, prompt
from domain.questions import own

GATE: Final = prompt("P25")
MOST_KNOWN: Final = 2
"""So many gated questions, after the one of noticing: one to three in all."""
ASKING: Final[tuple[Stage, ...]] = ("notice", "gate", "other_gate", "open", "know")
"""The stages that ask something."""
LONG: Final = timedelta(minutes=10)
NOTICING: Final = (*of_families("sense", "describe", "room"), prompt("P58"))
KNOWING: Final = of_families("befriend", "hopes_and_fears", depth="gated")
NOTICING_TWO: Final = (prompt("P54"), prompt("P55"))
KNOWING_TWO: Final = of_families("between_parts", depth="gated")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What prompts are chosen from: the ids asked before, the last one last, those that the
    person hid, and their own; `word` is what they call a part."""

    asked: Sequence[str] = ()
    hidden: Collection[str] = ()
    own: tuple[OwnPrompt, ...] = ()
    word: PartWord = field(default_factory=PartWord)

    def worded(self, asked: Prompt) -> Prompt:
        """A prompt as it is shown."""
        return asked.worded(self.word)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a sitting, with an id of its own."""

    sitting: Sitting
    place: int

    @property
    def id(self) -> str:
        """The sitting's, and which of its replies it is."""
        return f"{self.sitting.id}/{self.place}"

    @property
    def at(self) -> datetime:
        """When the sitting was."""
        return self.sitting.at

    @property
    def reply(self) -> Reply:
        """What was written."""
        return self.sitting.replies[self.place]


def answer(sittings: Iterable[Sitting], id: str) -> Answer | None:
    """The answer with that id."""
    whose, _, place = id.partition("/")
    for one in sittings:
        if one.id == whose and place.isdecimal() and int(place) < len(one.replies):
            return Answer(one, int(place))
    return None


def may_sit(*parts: Part) -> bool:
    """Whether guided steps are offered: for no part that is tender or rests."""
    return not any(one.tender or one.resting for one in parts)


def fitting(
    stage: Stage, gate_open: bool, two: bool, own_prompts: Iterable[OwnPrompt]
) -> tuple[Prompt, ...]:
    """Every prompt that fits a stage: gated ones behind an open gate, and nowhere else."""
    if stage == "notice":
        return NOTICING_TWO if two else (*own(own_prompts, "notice"), *NOTICING)
    if stage in BEHIND_THE_GATE and gate_open:
        return KNOWING_TWO if two else (*own(own_prompts, "know"), *KNOWING)
    return ()


def choose(
    stage: Stage, gate_open: bool, shelf: Shelf, *, two: bool = False, but: Collection[str] = ()
) -> Prompt | None:
    """The prompt to ask: one never asked, or else the one asked the longest ago.

    None where every one that fits was hidden, or is among `but`.
    """
    order = {id: place for place, id in enumerate(shelf.asked)}
    left = [
        one
        for one in fitting(stage, gate_open, two, shelf.own)
        if one.id not in shelf.hidden and one.id not in but
    ]
    return min(left, key=lambda one: order.get(one.id, -1), default=None)


def asked_before(sittings: Iterable[Sitting]) -> tuple[str, ...]:
    """The ids that sittings asked, in order, sorted as the sittings are."""
    return tuple(reply.prompt for one in sittings for reply in one.replies)


def begin(id: str, now: datetime, part: Part, other: Part | None, shelf: Shelf) -> Sitting:
    """A sitting that begins. Raises ValueError where none is offered."""
    with_whom = (part, other) if other is not None else (part,)
    if not may_sit(*with_whom):
        raise ValueError("a tender or resting part is not sat with")
    new = Sitting(id=id, at=now, part=part.id, other=other.id if other is not None else "")
    return _asking(new, "notice", shelf)


def question(sitting: Sitting, shelf: Shelf) -> Prompt | None:
    """What is asked now; None at the gate and where the sitting has ended.

    A gated one is asked behind an open gate alone, whatever `asking` says.
    """
    wanted, behind = sitting.asking, sitting.stage in BEHIND_THE_GATE
    if not wanted or not (behind or sitting.stage == "notice"):
        return None
    mine = (one for one in own(shelf.own, "notice", "know") if one.id == wanted)
    found = find_prompt(wanted) or next(mine, None)
    return shelf.worded(found) if found and behind == (found.depth == "gated") else None


def write(sitting: Sitting, asked: Prompt, text: str, part: str = "") -> Sitting:
    """Keep what is being written, and whose answer it is where there are two."""
    return _replied(sitting, Reply(asked.id, asked.text, text, part))


def go_on(sitting: Sitting, shelf: Shelf) -> Sitting:
    """To the next step; what was asked counts as asked, with words or without."""
    if sitting.stage == "open":
        return replace(sitting, stage="know")
    asked = question(sitting, shelf)
    if asked is not None and not any(one.prompt == asked.id for one in sitting.replies):
        sitting = write(sitting, asked, "")
    if sitting.stage == "notice":
        return _at_the_gate(sitting)
    if sitting.stage == "know":
        return _offered(sitting, shelf)
    return sitting


def feel(sitting: Sitting, toward: Collection[Toward], shelf: Shelf) -> Sitting:
    """Answer the gate: toward the part, then toward the other where there are two.

    What closes it is never asked about again. Nothing chosen changes nothing.
    """
    chosen = tuple(toward)
    if not chosen or sitting.stage not in ("gate", "other_gate"):
        return sitting
    if sitting.stage == "gate":
        felt = replace(sitting, toward=chosen)
        if felt.other and is_open(chosen):
            return replace(felt, stage="other_gate")
    else:
        felt = replace(sitting, toward_other=chosen)
    return _offered(felt, shelf) if felt.gate_open else replace(felt, stage="closed", asking="")


def decline(sitting: Sitting, shelf: Shelf, part: str = "") -> Sitting:
    """The part doesn't want to answer: that is its answer, and the end of the sitting."""
    if sitting.stage not in ASKING:
        return sitting
    asked = question(sitting, shelf) or shelf.worded(GATE)
    there = written_to(sitting, asked.id, part)
    said = Reply(asked.id, asked.text, there.text if there else "", part, declined=True)
    return replace(_replied(sitting, said), stage="no_answer", asking="")


def ask_another(sitting: Sitting, shelf: Shelf) -> Sitting:
    """The next question of the same stage that nothing was written to; without one, go on.

    So it does where something was written to the one that is asked: that one counts.
    """
    asked = question(sitting, shelf)
    if asked is None:
        return go_on(sitting, shelf)
    written = {one.prompt for one in sitting.written}
    left = [
        one
        for one in fitting(sitting.stage, sitting.gate_open, bool(sitting.other), shelf.own)
        if one.id not in shelf.hidden and one.id not in written
    ]
    if asked.id in written and sitting.stage != "open":
        return go_on(sitting, shelf)
    if left:
        return replace(sitting, asking=following(left, sitting.asking).id)
    return _at_the_gate(sitting) if sitting.stage == "notice" else finish(sitting)


def finish(sitting: Sitting) -> Sitting:
    """That's enough."""
    return replace(sitting, stage="finished", asking="")


def stop(sitting: Sitting) -> Sitting:
    """Left early, with what was written."""
    return replace(sitting, stage="stopped", asking="")


def rewritten(sitting: Sitting, place: int, text: str) -> Sitting:
    """With other words for one of its answers."""
    replies = list(sitting.replies)
    replies[place] = replace(replies[place], text=text)
    return replace(sitting, replies=tuple(replies))


def is_long(sitting: Sitting, now: datetime) -> bool:
    """Whether it has gone on for ten minutes, so that finishing may be suggested softly."""
    return sitting.under_way and now - sitting.at >= LONG


def written_to(sitting: Sitting, asked: str, part: str = "") -> Reply | None:
    """What was written to a prompt so far; in a sitting of two by that part."""
    mine = (one for one in sitting.replies if (one.prompt, one.part) == (asked, part))
    return next(mine, None)


def _replied(sitting: Sitting, reply: Reply) -> Sitting:
    old = written_to(sitting, reply.prompt, reply.part)
    if old is None:
        return replace(sitting, replies=(*sitting.replies, reply))
    return replace(sitting, replies=tuple(reply if one is old else one for one in sitting.replies))


def _asking(sitting: Sitting, stage: Stage, shelf: Shelf) -> Sitting:
    found = choose(stage, sitting.gate_open, shelf, two=bool(sitting.other))
    if found is None:
        return _at_the_gate(sitting)
    return replace(sitting, stage=stage, asking=found.id)


def _at_the_gate(sitting: Sitting) -> Sitting:
    return replace(sitting, stage="gate", asking="")


def _offered(sitting: Sitting, shelf: Shelf) -> Sitting:
    """A gated question is offered as long as there may be one more; else the sitting is over."""
    two = bool(sitting.other)
    noticed = {one.id for one in fitting("notice", False, two, shelf.own)}
    # One of the person's own that was taken away meanwhile counts here too.
    asked = {one.prompt for one in sitting.replies} - noticed
    found = choose("open", sitting.gate_open, shelf, two=two, but=asked)
    if len(asked) >= MOST_KNOWN or found is None:
        return finish(sitting)
    return replace(sitting, stage="open", asking=found.id)
