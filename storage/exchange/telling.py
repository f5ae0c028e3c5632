"""What happened at a time in plain words, as the app says it: check-ins, moments, and so on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from domain import part_map
from domain.bringing import DECLINED
from domain.entries import (
    CANT_TELL,
    LINES,
    STEPS,
    AfterContact,
    Answer,
    CheckIn,
    Draft,
    Entry,
    Moment,
    MovedIn,
    PartMap,
    PartWord,
    Reflection,
    Reply,
    Sitting,
    TherapySession,
)
from domain.prompts import prompt
from storage.exchange import wording
from storage.exchange.markdown import Told, facts, written

Dated = (
    AfterContact
    | CheckIn
    | Draft
    | Moment
    | MovedIn
    | PartMap
    | Reflection
    | Sitting
    | TherapySession
)
"""What stands at its time; all else stands at the end."""
LATER: Final = ", added later"


@dataclass(frozen=True, slots=True)
class Known:
    """What else is known: entries by id, names of people, parts, ways and therapies by id."""

    entries: Mapping[str, Entry]
    names: Mapping[str, str]
    word: PartWord = field(default_factory=PartWord)

    def named(self, *ids: str) -> str:
        """The names of those of them that are there: "Jun, Noor"."""
        return ", ".join(self.names[id] for id in ids if id in self.names)


def told(entry: Dated, known: Known) -> Told:
    """An entry in words, without its time."""
    match entry:
        case CheckIn():
            return _check_in(entry, known)
        case Moment():
            return _moment(entry, known)
        case AfterContact():
            return _after(entry, known)
        case Reflection():
            return Told("A question", (), ((entry.asked, entry.text),))
        case Sitting():
            return _sitting(entry, known)
        case TherapySession():
            return _session(entry, known)
        case PartMap():
            return _map(entry, known)
        case MovedIn():
            return Told(f"Brought in from {wording.APPS[entry.source]}")
        case _:
            return Told("Words not finished", (), (("", entry.text),))


def day_in_words(day: date) -> str:
    """A day with its year: "9 June 2026"."""
    return f"{day.day} {day:%B} {day.year}"


def _answer(answer: Answer, words: tuple[str, ...] = ()) -> str:
    if isinstance(answer, int):
        step = f"{answer} of {STEPS}"
        return f"{step}, {words[answer - 1]}" if words else step
    return wording.CANT if answer is CANT_TELL else ""


def _connection(answer: Answer) -> str:
    between = ", between cut off and connected" if isinstance(answer, int) else ""
    return _answer(answer) + between


def _some(chosen: Iterable[Any], words: Mapping[Any, str]) -> str:
    return ", ".join(words[one] for one in chosen)


def _with(title: str, who: str) -> str:
    return f"{title} with {who}" if who else title


def _check_in(one: CheckIn, known: Known) -> Told:
    here = (
        f"{known.names[each.part]} ({wording.BLENDS[each.blend]})"
        if each.blend
        else known.names[each.part]
        for each in one.parts
        if each.part in known.names
    )
    return Told(
        f"Check-in{LATER if one.recalled else ''}",
        facts(
            ("How it feels", _answer(one.pleasantness, wording.EASE)),
            ("Energy", _answer(one.energy, wording.ENERGY)),
            (_with("Connection", known.named(one.connected_with)), _connection(one.connection)),
            ("Feelings", ", ".join(one.feelings)),
            ("Body", ", ".join(one.body)),
            ("People & places", known.named(*one.people)),
            (known.word.title, ", ".join(here)),
            ("Brought in from", wording.APPS[one.origin.source] if one.origin else ""),
        ),
        written(("", one.note)),
    )


def _moment(one: Moment, known: Known) -> Told:
    who = known.named(*one.people)
    title = wording.MOMENTS[one.kind] + (f", with {who}" if who else "")
    mending = (
        f"{day_in_words(told.at.date())}: {wording.REPAIRS[told.state]}" for told in one.mending
    )
    return Told(
        f"{title}{LATER if one.recalled else ''}",
        facts(
            ("Where it is now", wording.REPAIRS[one.repair] if one.repair else ""),
            ("What was told of it", "; ".join(mending)),
            ("Could you say so at the time?", wording.COULD_SAY.get(one.could_say, "")),
            ("What you did", known.named(*one.ways)),
            ("Who had more say?", wording.MORE_SAY.get(one.more_say, "")),
            ("How it felt to be there", _some(one.felt, wording.FELT)),
            ("A need of yours", _some(one.need, wording.NEEDS)),
            ("A limit of yours", _some(one.limit, wording.LIMITS)),
            ("How it turned out", wording.TURNED_OUT.get(one.turned_out, "")),
            ("Power and identity", ", ".join(one.tags)),
        ),
        written(
            ("", one.text),
            ("Whose story is it?", one.story),
            ("If I show", one.if_i_show),
            ("people will", one.they_will),
        ),
    )


def _after(one: AfterContact, known: Known) -> Told:
    lines = ((wording.AFTER[name], getattr(one, name)) for name in LINES)
    return Told(_with("After contact", known.named(one.person)), facts(*lines))


def _sitting(one: Sitting, known: Known) -> Told:
    who = " and ".join(known.names[id] for id in (one.part, one.other) if id in known.names)
    toward = ((one.part, one.toward), (one.other, one.toward_other))
    felt = (
        (f"Toward {known.names.get(id, 'it')}", _some(some, wording.TOWARD)) for id, some in toward
    )
    return Told(_with("A look inward", who), facts(*felt), tuple(_replies(one.written, known)))


def _replies(replies: Iterable[Reply], known: Known) -> Iterator[tuple[str, str]]:
    for one in replies:
        who = known.names.get(one.part, "")
        said = (one.text if one.text.strip() else "", DECLINED if one.declined else "")
        yield f"{who}: {one.asked}" if who else one.asked, "\n".join(filter(None, said))


def _session(one: TherapySession, known: Known) -> Told:
    became = "" if one.status == "planned" else f", {wording.STATUS[one.status]}"
    return Told(
        _with("Session", known.named(one.therapy)) + became,
        facts(
            ("How connected did you feel in the room?", _connection(one.connection)),
            ("Did you hold something back?", wording.HELD_BACK.get(one.held_back, "")),
            ("Where it goes", wording.GOES.get(one.held_back_goes, "")),
            (
                "Did anything feel off between you and your therapist?",
                wording.FELT_OFF.get(one.felt_off, ""),
            ),
            ("Was it talked about?", wording.TALKED.get(one.talked, "")),
        ),
        written(
            ("Held back", one.held_back_text),
            *_replies(one.replies, known),
            (prompt("A11").text, one.kept_sentence),
            (prompt("A12").text, one.to_try),
            ("How did it go?", one.to_try_went),
        ),
    )


def _map(one: PartMap, known: Known) -> Told:
    lines = (line for line in one.relations if {line.one, line.other} <= known.names.keys())
    return Told(
        f"The map of {known.word.many}",
        tuple(part_map.in_words(line, known.names) for line in lines)
        + facts(
            ("On the map", known.named(*(spot.part for spot in one.spots))),
            ("Off the map", known.named(*one.off)),
        ),
    )
