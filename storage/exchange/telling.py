"""What happened at a time in plain words, as the app says it: check-ins, moments, and so on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain import dates, part_map, steps, wording, words
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
from domain.language import listed, tr
from domain.prompts import prompt
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
            return Told(tr("A question"), (), ((entry.asked, entry.text),))
        case Sitting():
            return _sitting(entry, known)
        case TherapySession():
            return _session(entry, known)
        case PartMap():
            return _map(entry, known)
        case MovedIn():
            return Told(tr("Brought in from {app}", app=wording.APPS[entry.source]))
        case _:
            return Told(tr("Words not finished"), (), (("", entry.text),))


def _answer(answer: Answer, called: Callable[[int], str]) -> str:
    if isinstance(answer, int):
        return tr("{step} of {steps}, {words}", step=answer, steps=STEPS, words=called(answer))
    return tr(wording.CANT) if answer is CANT_TELL else ""


def _connection(answer: Answer) -> str:
    return _answer(answer, lambda _: tr("between cut off and connected"))


def _some(chosen: Iterable[str], table: Mapping[Any, str]) -> str:
    return ", ".join(wording.said(table, one) for one in chosen)


def _later(title: str, recalled: bool) -> str:
    return tr("{what}, added later", what=title) if recalled else title


def _check_in(one: CheckIn, known: Known) -> Told:
    here = (
        wording.here(known.names[each.part], each.blend)
        for each in one.parts
        if each.part in known.names
    )
    who = known.named(one.connected_with)
    connection = tr("Connection with {name}", name=who) if who else tr("Connection")
    return Told(
        _later(tr("Check-in"), one.recalled),
        facts(
            (tr("How it feels"), _answer(one.pleasantness, steps.ease)),
            (tr("Energy"), _answer(one.energy, steps.energy)),
            (connection, _connection(one.connection)),
            (tr("Feelings"), ", ".join(map(words.said, one.feelings))),
            (tr("Body"), ", ".join(map(words.said, one.body))),
            (tr("People & places"), known.named(*one.people)),
            (known.word.tr("Parts"), ", ".join(here)),
            (tr("Brought in from"), wording.APPS[one.origin.source] if one.origin else ""),
        ),
        written(("", one.note)),
    )


def _moment(one: Moment, known: Known) -> Told:
    who = known.named(*one.people)
    what = wording.said(wording.MOMENTS, one.kind)
    mending = (
        f"{dates.day_and_year(told.at)}: {wording.said(wording.REPAIRS, told.state)}"
        for told in one.mending
    )
    return Told(
        _later(tr("{what}, with {people}", what=what, people=who) if who else what, one.recalled),
        facts(
            (tr("Where it is now"), wording.said(wording.REPAIRS, one.repair)),
            (tr("What was told of it"), "; ".join(mending)),
            (tr("Could you say so at the time?"), wording.said(wording.COULD_SAY, one.could_say)),
            (tr("What you did"), known.named(*one.ways)),
            (tr("Who had more say?"), wording.said(wording.MORE_SAY, one.more_say)),
            (tr("How it felt to be there"), _some(one.felt, wording.FELT)),
            (tr("A need of yours"), _some(one.need, wording.NEEDS)),
            (tr("A limit of yours"), _some(one.limit, wording.LIMITS)),
            (tr("How it turned out"), wording.said(wording.TURNED_OUT, one.turned_out)),
            (tr("Power and identity"), ", ".join(one.tags)),
        ),
        written(
            ("", one.text),
            (tr("Whose story is it?"), one.story),
            (tr("If I show"), one.if_i_show),
            (tr("people will"), one.they_will),
        ),
    )


def _after(one: AfterContact, known: Known) -> Told:
    who = known.named(one.person)
    return Told(
        tr("After contact with {name}", name=who) if who else tr("After contact"),
        facts(
            *(
                (tr(wording.AFTER[name]), wording.said(wording.CHANGES, getattr(one, name)))
                for name in LINES
            )
        ),
    )


def _sitting(one: Sitting, known: Known) -> Told:
    who = listed([known.names[id] for id in (one.part, one.other) if id in known.names])
    toward = ((one.part, one.toward), (one.other, one.toward_other))
    return Told(
        tr("A look inward with {names}", names=who) if who else tr("A look inward"),
        facts(*((_toward(id, known), _some(some, wording.TOWARD)) for id, some in toward)),
        tuple(_replies(one.written, known)),
    )


def _toward(part: str, known: Known) -> str:
    who = known.named(part)
    return tr("Toward {name}", name=who) if who else tr("Toward it")


def _replies(replies: Iterable[Reply], known: Known) -> Iterator[tuple[str, str]]:
    for one in replies:
        who = known.names.get(one.part, "")
        said = (one.text if one.text.strip() else "", tr(DECLINED) if one.declined else "")
        yield f"{who}: {one.asked}" if who else one.asked, "\n".join(filter(None, said))


def _session(one: TherapySession, known: Known) -> Told:
    who = known.named(one.therapy)
    title = tr("Session with {name}", name=who) if who else tr("Session")
    became = "" if one.status == "planned" else wording.said(wording.STATUS, one.status)
    return Told(
        ", ".join(filter(None, (title, became))),
        facts(
            (tr("How connected did you feel in the room?"), _connection(one.connection)),
            (tr("Did you hold something back?"), wording.said(wording.HELD_BACK, one.held_back)),
            (tr("Where it goes"), wording.said(wording.GOES, one.held_back_goes)),
            (
                tr("Did anything feel off between you and your therapist?"),
                wording.said(wording.FELT_OFF, one.felt_off),
            ),
            (tr("Was it talked about?"), wording.said(wording.TALKED, one.talked)),
        ),
        written(
            (tr("Held back"), one.held_back_text),
            *_replies(one.replies, known),
            (prompt("A11").text, one.kept_sentence),
            (prompt("A12").text, one.to_try),
            (tr("How did it go?"), one.to_try_went),
        ),
    )


def _map(one: PartMap, known: Known) -> Told:
    lines = (line for line in one.relations if {line.one, line.other} <= known.names.keys())
    return Told(
        known.word.tr("The map of parts"),
        tuple(part_map.in_words(line, known.names) for line in lines)
        + facts(
            (tr("On the map"), known.named(*(spot.part for spot in one.spots))),
            (tr("Off the map"), known.named(*one.off)),
        ),
    )
