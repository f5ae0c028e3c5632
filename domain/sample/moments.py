"""A year of what happened with the invented people and places, and of how it was afterwards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from domain.entries import AfterContact, CheckIn, Mending, Moment, Person, Repair, Way
from domain.language import N_, tr
from domain.sample.making import at_some_time, ids_of, in_words, moments_of, noted_first, ulid

AFTERNOON: Final = 960
EVENING: Final = 1080

# Days are counted back from today; none is so near that it could still lie ahead.
WAYS: Final[dict[str, dict[str, Any]]] = {
    "nothing": {
        "ago": 318,
        "name": N_("Saying it's nothing"),
        "helps": N_("It ends the moment, and nobody looks at me any longer."),
        "costs": N_("By evening I half believe it."),
    },
    "nodding": {
        "ago": 241,
        "name": N_("Nodding along"),
        "helps": N_("The whole table doesn't have to stop for me."),
        "costs": N_("I go home with half of what was said."),
    },
    "joke": {
        "ago": 112,
        "name": N_("Joining the joke"),
        "helps": N_("I'm inside the laugh, and not under it."),
        "costs": N_("My jaw, until the next day."),
    },
    "later": {
        "ago": 30,
        "name": N_("Writing it down for later"),
        "helps": N_("I find my own words, at my own speed."),
        "costs": N_("They've moved on by the time I have them."),
    },
}
MOMENTS: Final[dict[int, dict[str, Any]]] = {
    341: {
        "kind": "good",
        "people": ("choir",),
        "text": N_("Somebody had moved the music stands before I came, so I just rolled in."),
        "felt": ("visible", "safe"),
    },
    301: {
        "kind": "miss",
        "people": ("priya",),
        "text": N_("Priya's card came, to a surname I gave back two years ago."),
    },
    269: {
        "kind": "need",
        "people": ("kit",),
        "text": N_("Asked Kit to sit with me while I was on hold with the benefits office."),
        "could_say": "partly",
        "more_say": "system",
        "felt": ("safe",),
        "need": ("known", "said", "met"),
        "if_i_show": N_("that I can't do the call alone"),
        "they_will": N_("take the phone out of my hand"),
        "turned_out": "surprised",
    },
    236: {
        "kind": "rupture",
        "people": ("noor",),
        "text": N_("At the long table Noor stopped signing. I smiled at mouths for an hour."),
        "could_say": "no",
        "ways": ("nothing", "nodding"),
        "more_say": "them",
        "felt": ("unseen",),
        "need": ("known",),
        "story": N_("That I'm easy company."),
        "tags": (N_("hearing people"),),
        "mending": {236: "open", 229: "partly", 205: "mended"},
    },
    192: {
        "kind": "rupture",
        "people": ("tomas",),
        "text": N_("Tomás told the one about my first day again, and did my voice."),
        "could_say": "yes",
        "felt": ("unseen",),
        "tags": (N_("my accent"),),
        "mending": {190: "mended"},
    },
    173: {
        "kind": "limit",
        "people": ("lu",),
        "text": N_("Told Lu: letters about the lease, no calls. There were two calls by Friday."),
        "could_say": "yes",
        "more_say": "them",
        "felt": ("on_guard",),
        "limit": ("said", "missed"),
    },
    146: {
        "kind": "rupture",
        "people": ("jun",),
        "text": N_("We did the sums out loud until neither of us was talking about money."),
        "could_say": "partly",
        "more_say": "shared",
        "mending": {146: "open", 144: "partly", 139: "mended"},
    },
    109: {
        "kind": "rupture",
        "people": ("tomas",),
        "text": N_(
            "Tomás read my message out in the break room. I laughed before anyone else did."
        ),
        "could_say": "not_safely",
        "ways": ("joke",),
        "more_say": "them",
        "felt": ("unseen", "on_guard"),
        "story": N_("That I can take it. It came with the job."),
        "if_i_show": N_("that it stings"),
        "they_will": N_("do it again on the next shift"),
        "turned_out": "confirmed",
        "mending": {109: "open", 101: "not_safe"},
    },
    97: {
        "kind": "other",
        "people": ("choir",),
        "text": N_("We sang in a church I walked out of at nineteen. I still knew the alto line."),
    },
    84: {
        "kind": "rupture",
        "people": ("ines",),
        "text": N_("What I'd told Ines on the stairs came back to me from somebody in accounts."),
        "could_say": "no",
        "ways": ("nothing",),
        "more_say": "unsure",
        "limit": ("missed",),
        "mending": {79: "not_wanted"},
    },
    64: {
        "kind": "good",
        "people": ("jun",),
        "text": N_("Jun made the tea the way my mother does. Wrong spoon, right tea."),
        "felt": ("visible",),
    },
    51: {
        "kind": "miss",
        "people": ("noor",),
        "text": N_("Waved at Noor across two platforms. The train came in between."),
    },
    33: {
        "kind": "limit",
        "people": ("jun",),
        "text": N_("Asked for the door to be shut while I pray. It has stayed shut."),
        "could_say": "yes",
        "limit": ("said", "respected"),
    },
    26: {
        "kind": "rupture",
        "people": ("therapist",),
        "text": N_("The tissues came across before I'd cried. It felt like being told to."),
        "could_say": "no",
        "ways": ("later",),
        "more_say": "them",
        "felt": ("visible", "on_guard"),
        "if_i_show": N_("that I'm cross about something so small"),
        "they_will": N_("be kind, and make a note of it"),
        "turned_out": "surprised",
        "mending": {26: "open", 12: "partly"},
    },
    17: {
        "kind": "need",
        "people": ("ines",),
        "text": N_("Asked for the slides in large print. They were on my desk before I was."),
        "more_say": "me",
        "need": ("known", "said", "met"),
    },
    6: {
        "kind": "rupture",
        "people": ("ines",),
        "text": N_("I was three words in when Ines answered for both of us."),
        "could_say": "no",
        "ways": ("nodding", "later"),
        "more_say": "them",
        "felt": ("unseen", "on_guard"),
        "story": N_("That I need longer than the rest. I'd only taken a breath."),
        "tags": (N_("the only brown face in the room"),),
    },
    2: {
        "kind": "rupture",
        "people": ("jun",),
        "text": N_("Jun's end of the line fell silent. I talked into it, then said never mind."),
        "could_say": "partly",
        "ways": ("nothing",),
        "felt": ("unseen",),
        "need": ("known",),
        "mending": {2: "open", 1: "partly"},
    },
}
IN_A_CHECK_IN: Final[dict[str, Any]] = {
    "kind": "good",
    "people": ("kit",),
    "text": N_("Kit read me the whole menu and left the choosing to me."),
    "felt": ("visible",),
}
AFTER_CONTACT: Final[dict[int, dict[str, Any]]] = {
    211: {"person": "noor", "zest": "less", "clarity": "more", "worth": "same", "wanting": "same"},
    129: {"person": "choir", "zest": "more", "worth": "more"},
    66: {
        "person": "jun",
        "zest": "more",
        "clarity": "same",
        "worth": "more",
        "action": "more",
        "wanting": "more",
    },
    44: {"person": "lu", "zest": "less", "clarity": "same", "action": "less", "wanting": "less"},
    18: {"person": "kit", "zest": "same", "clarity": "more", "action": "more"},
    1: {"person": "jun", "zest": "same", "clarity": "more", "worth": "same", "wanting": "more"},
}


def ways(today: datetime) -> dict[str, Way]:
    """Ways of staying safe, noted over the year; by key."""
    return {key: Way(**told) for key, told in noted_first(today, WAYS, 41)}


def moments(
    today: datetime, known: Mapping[str, Person], own: Mapping[str, Way], noted: Sequence[CheckIn]
) -> Iterator[Moment]:
    """What happened between them over the year, in the order in which it was told."""
    random = Random(42)
    ids = ids_of(known) | ids_of(own)
    told_in = _easy_with(ids["kit"], noted, today - timedelta(days=3))
    made = [_made(IN_A_CHECK_IN, ids, told_in.at, told_in.logged_at, random, told_in.id)]
    for ago, told in MOMENTS.items():
        logged_at = at_some_time(today, ago, random, AFTERNOON)
        at = logged_at - timedelta(minutes=random.choice((0, 0, 0, 20, 55)))
        mending = _mending(today, logged_at, told.get("mending", {}), random)
        made.append(_made({**told, "mending": mending}, ids, at, logged_at, random))
    yield from sorted(made, key=lambda one: one.id)


def _easy_with(person: str, noted: Iterable[CheckIn], before: datetime) -> CheckIn:
    """The last check-in with somebody, one that felt easy if there is any."""
    with_them = (one for one in noted if person in one.people and one.at < before)
    return max(with_them, key=lambda one: (one.pleasantness in (5, 6, 7), one.at))


def _made(
    told: Mapping[str, Any],
    ids: Mapping[str, str],
    at: datetime,
    logged_at: datetime,
    random: Random,
    told_in: str = "",
) -> Moment:
    facts = {
        **in_words(told),
        "tags": tuple(map(tr, told.get("tags", ()))),
        "people": tuple(ids[key] for key in told["people"]),
        "ways": tuple(ids[key] for key in told.get("ways", ())),
    }
    id = ulid(logged_at, 0, random)
    return Moment(id=id, at=at, logged_at=logged_at, told_in=told_in, **facts)


def _mending(
    today: datetime, logged_at: datetime, told: Mapping[int, Repair], random: Random
) -> tuple[Mending, ...]:
    """What was told so many days ago, the first maybe with the moment itself."""
    return tuple(
        Mending(max(logged_at, at_some_time(today, ago, random, AFTERNOON)), state)
        for ago, state in told.items()
    )


def after_contacts(today: datetime, known: Mapping[str, Person]) -> Iterator[AfterContact]:
    """How it was after being with somebody, on some evenings."""
    for (id, at), told in zip(
        moments_of(today, AFTER_CONTACT, 43, EVENING), AFTER_CONTACT.values(), strict=True
    ):
        yield AfterContact(**{**told, "id": id, "at": at, "person": known[told["person"]].id})
