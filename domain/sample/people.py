"""A year of invented people and places: how close they felt, and what happened between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from domain.entries import (
    FIRST_THERAPY,
    AfterContact,
    CheckIn,
    Closeness,
    Mending,
    Moment,
    Person,
    Repair,
    Way,
)
from domain.sample.making import at_some_time, ids_of, midnight_of, moments_of, ulid

AFTERNOON: Final = 960
EVENING: Final = 1080

# Days are counted back from today; none is so near that it could still lie ahead.
PEOPLE: Final[dict[int, dict[str, Any]]] = {
    358: {"name": "Jun", "bond": "my person, four years", "color": "plum", "angle": 61.0},
    357: {"name": "Noor", "bond": "we sign, and we argue well", "color": "clay", "angle": 295.0},
    355: {
        "name": "Choir",
        "bond": "we sing on Tuesdays",
        "icon": "music",
        "color": "slate",
        "angle": 133.0,
    },
    350: {
        "name": "Biscuit",
        "bond": "thirteen years of walks",
        "icon": "paw",
        "color": "sand",
        "angle": 209.0,
    },
    346: {
        "name": "My therapist",
        "bond": "fifty minutes a week",
        "icon": "chair",
        "color": "spruce",
        "angle": 330.0,
        "therapy": FIRST_THERAPY,
    },
    330: {
        "name": "Allotment",
        "bond": "half a plot, the slugs have the rest",
        "icon": "plant",
        "color": "moss",
        "angle": 256.0,
    },
    322: {
        "name": "Priya",
        "bond": "one flat, one kettle, years ago",
        "color": "slate",
        "angle": 38.0,
    },
    300: {"name": "Tomás", "bond": "we worked the same nights", "color": "sand", "angle": 232.0},
    288: {"name": "Kit", "bond": "family, the kind we picked", "color": "honey", "angle": 14.0},
    214: {"name": "Lu", "bond": "once together, still one lease", "color": "rose", "angle": 172.0},
    160: {"name": "Ines", "bond": "the desk next to mine", "color": "rose", "angle": 98.0},
}
RESTS: Final = {"Priya": 39}
"""Since how many days ago."""
CLOSE: Final[dict[str, dict[int, tuple[int, int | None]]]] = {
    "Jun": {
        358: (5, 5),
        331: (5, 6),
        305: (6, 6),
        281: (6, 5),
        250: (7, 6),
        224: (6, 6),
        196: (6, 7),
        170: (5, 6),
        145: (3, 5),
        138: (5, 5),
        83: (6, 6),
        55: (5, 6),
        27: (5, 5),
        2: (4, 5),
    },
    "Noor": {
        357: (4, None),
        320: (4, 5),
        282: (5, 5),
        234: (3, 5),
        205: (4, 5),
        163: (5, 5),
        118: (5, 6),
        61: (6, 6),
        16: (6, None),
    },
    "Choir": {355: (3, None), 262: (4, None), 150: (6, None), 33: (5, None)},
    "Biscuit": {350: (6, None), 186: (7, None), 52: (6, None)},
    "My therapist": {
        346: (2, None),
        311: (3, 4),
        262: (4, 4),
        213: (5, 4),
        157: (4, 4),
        72: (5, 5),
        25: (3, 5),
        12: (4, 5),
    },
    "Allotment": {330: (2, None), 178: (4, None), 36: (3, None)},
    "Priya": {322: (4, 4), 256: (3, 4), 149: (2, 3), 58: (2, 2)},
    "Tomás": {300: (5, 5), 259: (4, 5), 190: (4, 4), 108: (2, 2), 45: (1, 1)},
    "Kit": {
        288: (3, None),
        246: (4, 5),
        201: (5, 5),
        151: (5, 6),
        94: (6, 6),
        43: (5, 6),
        13: (6, 6),
    },
    "Lu": {214: (5, 4), 172: (5, 3), 121: (4, 3), 77: (4, 2), 25: (3, 2)},
    "Ines": {160: (3, None), 126: (3, 4), 80: (3, 2), 38: (3, 4), 6: (2, 3)},
}
"""How close, now and wished for, so many days ago each; the gap goes either way."""

WAYS: Final[dict[int, dict[str, Any]]] = {
    318: {
        "name": "Saying it's nothing",
        "helps": "It ends the moment, and nobody looks at me any longer.",
        "costs": "By evening I half believe it.",
    },
    241: {
        "name": "Nodding along",
        "helps": "The whole table doesn't have to stop for me.",
        "costs": "I go home with half of what was said.",
    },
    112: {
        "name": "Joining the joke",
        "helps": "I'm inside the laugh, and not under it.",
        "costs": "My jaw, until the next day.",
    },
    30: {
        "name": "Writing it down for later",
        "helps": "I find my own words, at my own speed.",
        "costs": "They've moved on by the time I have them.",
    },
}
MOMENTS: Final[dict[int, dict[str, Any]]] = {
    341: {
        "kind": "good",
        "people": ("Choir",),
        "text": "Somebody had moved the music stands before I came, so I just rolled in.",
        "felt": ("visible", "safe"),
    },
    301: {
        "kind": "miss",
        "people": ("Priya",),
        "text": "Priya's card came, to a surname I gave back two years ago.",
    },
    269: {
        "kind": "need",
        "people": ("Kit",),
        "text": "Asked Kit to sit with me while I was on hold with the benefits office.",
        "could_say": "partly",
        "more_say": "system",
        "felt": ("safe",),
        "need": ("known", "said", "met"),
        "if_i_show": "that I can't do the call alone",
        "they_will": "take the phone out of my hand",
        "turned_out": "surprised",
    },
    236: {
        "kind": "rupture",
        "people": ("Noor",),
        "text": "At the long table Noor stopped signing. I smiled at mouths for an hour.",
        "could_say": "no",
        "ways": ("Saying it's nothing", "Nodding along"),
        "more_say": "them",
        "felt": ("unseen",),
        "need": ("known",),
        "story": "That I'm easy company.",
        "tags": ("hearing people",),
        "mending": {236: "open", 229: "partly", 205: "mended"},
    },
    192: {
        "kind": "rupture",
        "people": ("Tomás",),
        "text": "Tomás told the one about my first day again, and did my voice.",
        "could_say": "yes",
        "felt": ("unseen",),
        "tags": ("my accent",),
        "mending": {190: "mended"},
    },
    173: {
        "kind": "limit",
        "people": ("Lu",),
        "text": "Told Lu: letters about the lease, no calls. There were two calls by Friday.",
        "could_say": "yes",
        "more_say": "them",
        "felt": ("on_guard",),
        "limit": ("said", "missed"),
    },
    146: {
        "kind": "rupture",
        "people": ("Jun",),
        "text": "We did the sums out loud until neither of us was talking about money.",
        "could_say": "partly",
        "more_say": "shared",
        "mending": {146: "open", 144: "partly", 139: "mended"},
    },
    109: {
        "kind": "rupture",
        "people": ("Tomás",),
        "text": "Tomás read my message out in the break room. I laughed before anyone else did.",
        "could_say": "not_safely",
        "ways": ("Joining the joke",),
        "more_say": "them",
        "felt": ("unseen", "on_guard"),
        "story": "That I can take it. It came with the job.",
        "if_i_show": "that it stings",
        "they_will": "do it again on the next shift",
        "turned_out": "confirmed",
        "mending": {109: "open", 101: "not_safe"},
    },
    97: {
        "kind": "other",
        "people": ("Choir",),
        "text": "We sang in a church I walked out of at nineteen. I still knew the alto line.",
    },
    84: {
        "kind": "rupture",
        "people": ("Ines",),
        "text": "What I'd told Ines on the stairs came back to me from somebody in accounts.",
        "could_say": "no",
        "ways": ("Saying it's nothing",),
        "more_say": "unsure",
        "limit": ("missed",),
        "mending": {79: "not_wanted"},
    },
    64: {
        "kind": "good",
        "people": ("Jun",),
        "text": "Jun made the tea the way my mother does. Wrong spoon, right tea.",
        "felt": ("visible",),
    },
    51: {
        "kind": "miss",
        "people": ("Noor",),
        "text": "Waved at Noor across two platforms. The train came in between.",
    },
    33: {
        "kind": "limit",
        "people": ("Jun",),
        "text": "Asked for the door to be shut while I pray. It has stayed shut.",
        "could_say": "yes",
        "limit": ("said", "respected"),
    },
    26: {
        "kind": "rupture",
        "people": ("My therapist",),
        "text": "The tissues came across before I'd cried. It felt like being told to.",
        "could_say": "no",
        "ways": ("Writing it down for later",),
        "more_say": "them",
        "felt": ("visible", "on_guard"),
        "if_i_show": "that I'm cross about something so small",
        "they_will": "be kind, and make a note of it",
        "turned_out": "surprised",
        "mending": {26: "open", 12: "partly"},
    },
    17: {
        "kind": "need",
        "people": ("Ines",),
        "text": "Asked for the slides in large print. They were on my desk before I was.",
        "more_say": "me",
        "need": ("known", "said", "met"),
    },
    6: {
        "kind": "rupture",
        "people": ("Ines",),
        "text": "I was three words in when Ines answered for both of us.",
        "could_say": "no",
        "ways": ("Nodding along", "Writing it down for later"),
        "more_say": "them",
        "felt": ("unseen", "on_guard"),
        "story": "That I need longer than the rest. I'd only taken a breath.",
        "tags": ("the only brown face in the room",),
    },
    2: {
        "kind": "rupture",
        "people": ("Jun",),
        "text": "Jun's end of the line fell silent. I talked into it, then said never mind.",
        "could_say": "partly",
        "ways": ("Saying it's nothing",),
        "felt": ("unseen",),
        "need": ("known",),
        "mending": {2: "open", 1: "partly"},
    },
}
IN_A_CHECK_IN: Final[dict[str, Any]] = {
    "kind": "good",
    "people": ("Kit",),
    "text": "Kit read me the whole menu and left the choosing to me.",
    "felt": ("visible",),
}
AFTER_CONTACT: Final[dict[int, dict[str, Any]]] = {
    211: {"person": "Noor", "zest": "less", "clarity": "more", "worth": "same", "wanting": "same"},
    129: {"person": "Choir", "zest": "more", "worth": "more"},
    66: {
        "person": "Jun",
        "zest": "more",
        "clarity": "same",
        "worth": "more",
        "action": "more",
        "wanting": "more",
    },
    44: {"person": "Lu", "zest": "less", "clarity": "same", "action": "less", "wanting": "less"},
    18: {"person": "Kit", "zest": "same", "clarity": "more", "action": "more"},
    1: {"person": "Jun", "zest": "same", "clarity": "more", "worth": "same", "wanting": "more"},
}


def people(today: datetime) -> Iterator[Person]:
    """Ten people and places that are around, and one that rests, each with a history."""
    random = Random(38)
    for (id, at), told in zip(moments_of(today, PEOPLE, 31), PEOPLE.values(), strict=True):
        rests = RESTS.get(told["name"])
        since = midnight_of(today, rests) + timedelta(hours=18) if rests else None
        close = tuple(
            Closeness(max(at, at_some_time(today, ago, random)), now, wish)
            for ago, (now, wish) in CLOSE[told["name"]].items()
        )
        yield Person(**{**told, "id": id, "at": at, "closeness": close, "resting_since": since})


def ways(today: datetime) -> Iterator[Way]:
    """Ways of staying safe, noted over the year."""
    for (id, at), told in zip(moments_of(today, WAYS, 41), WAYS.values(), strict=True):
        yield Way(id=id, at=at, **told)


def moments(
    today: datetime, known: Iterable[Person], own: Iterable[Way], noted: Sequence[CheckIn]
) -> Iterator[Moment]:
    """What happened between them over the year, in the order in which it was told."""
    random = Random(42)
    ids = ids_of((*known, *own))
    told_in = _easy_with(ids["Kit"], noted, today - timedelta(days=3))
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
        **told,
        "people": tuple(ids[name] for name in told["people"]),
        "ways": tuple(ids[name] for name in told.get("ways", ())),
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


def after_contacts(today: datetime, known: Iterable[Person]) -> Iterator[AfterContact]:
    """How it was after being with somebody, on some evenings."""
    ids = ids_of(known)
    for (id, at), told in zip(
        moments_of(today, AFTER_CONTACT, 43, EVENING), AFTER_CONTACT.values(), strict=True
    ):
        yield AfterContact(**{**told, "id": id, "at": at, "person": ids[told["person"]]})
