"""What the screens of people and moments never do: count, rank or judge anybody, or advise."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from domain.entries import (
    MOMENT_KINDS,
    REPAIRS,
    AfterContact,
    CheckIn,
    Entry,
    Moment,
    Person,
    Schedule,
    TalkingPoint,
    TherapySession,
    Way,
)
from domain.sample import sample_entries
from tests.views.parts import check_in, shown
from tests.views.people import DAY, happened, label, near, read
from tests.views.stage import NOON, Stage, played
from tests.views.therapy import holding
from tests.views.webs import slide, slider

NEVER = re.compile(
    r"\b(scores?|ranks?|ranked|ranking|totals?|averages?|sums?|percent|closest|best|worst|top"
    r"|should|shouldn't|must|mustn't|ought|why|because|toxic|healthy|unhealthy|abusive|normal"
    r"|reach out|you missed|missed by you|streak|progress|goal|improve|better|well done"
    r"|leave them|come closer|get closer|forgive|resolve|resolved|conflict"
    r"|mother|father|mum|dad|partner|wife|husband|boyfriend|girlfriend|friend|best friend)\b"
    r"|%|!",
    re.IGNORECASE,
)


def neutral() -> Iterator[Entry]:
    """The invented journal with a year of people, and nothing but neutral words in it."""
    for number, one in enumerate(sample_entries(NOON)):
        match one:
            case Person():
                yield replace(one, name=f"N{number} Name", bond="words")
            case Moment():
                yield replace(
                    one,
                    text="words",
                    story="words" if one.story else "",
                    if_i_show="words",
                    they_will="words",
                    tags=("words",),
                )
            case Way():
                yield replace(one, name=f"way {number}", helps="words", costs="words")
            case CheckIn():
                yield replace(one, note="", feelings=(), body=(), parts=())
            case TherapySession():
                yield TherapySession(id=one.id, at=one.at, status=one.status, felt_off=one.felt_off)
            case AfterContact() | Schedule():
                yield one
    yield from (happened(f"of {kind}", 1, kind) for kind in MOMENT_KINDS)
    yield TalkingPoint(id="point", at=NOON, text="words")


FOUND = tuple(neutral())
PEOPLE = [one for one in FOUND if isinstance(one, Person)]
MOMENTS = [one for one in FOUND if isinstance(one, Moment)]
LATEST = [one for one in FOUND if isinstance(one, CheckIn)][-1].id


async def look(stage: Stage, *taps: str) -> None:
    """Tap what is there, and look whether anything is said that is never said."""
    for tap in ("", *taps):
        if tap and stage.node(tap):
            await stage.tap(tap)
        found = NEVER.search(stage.words())
        assert found is None, (stage.page.route, tap, found, stage.words())


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_web_and_the_list_judge_nobody(width: float, scale: float) -> None:
    async def act() -> None:
        async with Stage(holding(*FOUND), "/people", width=width, text_scale=scale) as stage:
            await look(stage, f"web-{PEOPLE[0].id}")
            await stage.go("/people")
            for stop in (0, round((slider(stage).max or 0) / 2)):
                await slide(stage, stop)
                await look(stage, "web-initials")
            for place in ("/people/list", "/people/new"):
                await stage.go(place)
                await look(stage)
        async with Stage(holding(), "/people", width=width, text_scale=scale) as stage:
            await look(stage, "first-person")

    played(act)


@pytest.mark.parametrize("number", range(len(PEOPLE)))
def test_the_page_of_nobody_judges_or_advises(number: int) -> None:
    async def act() -> None:
        id = PEOPLE[number].id
        async with Stage(holding(*FOUND), f"/people/{id}") as stage:
            await look(stage, "change-wish", "after-earlier", "moments-more", "check-ins-more")
            for moment in shown(stage, "mend-")[:1]:
                rows = [f"repair-{one.replace('_', '-')}" for one in REPAIRS]
                await look(stage, moment, *rows, "bring-moment", "mending-done")
            await look(stage, "now-1", "wish-7", "now-7", "change-wish", "wish-1", "after-new")
            for line in ("zest", "clarity", "worth", "action", "wanting"):
                await look(stage, f"after-{line}-less")
            await stage.go(f"/people/{id}/edit")
            await look(stage)
            await stage.go(f"/people/{id}")
            await look(stage, "rest-person", "wake-person", "delete-person")

    played(act)


def test_the_questions_about_a_moment_judge_nobody() -> None:
    async def act() -> None:
        async with Stage(holding(*FOUND), "/moment") as stage:
            for kind in MOMENT_KINDS:
                await look(stage, f"happened-{kind}")
            await look(stage, "moment-more")
            for one in MOMENTS[:: max(1, len(MOMENTS) // 12)]:
                await stage.go(f"/entries/{one.id}")
                await look(stage, *(["moment-more"] if not stage.node("add-tag") else []))
            for place in (f"/add/{LATEST}/moment", f"/add/{LATEST}/people", "/"):
                await stage.go(place)
                await look(stage)

    played(act)


def test_preparing_and_the_sheet_judge_nobody() -> None:
    async def act() -> None:
        async with Stage(holding(*FOUND), "/bring/prepare") as stage:
            await look(stage)
            await stage.go("/entries")
            await look(stage, "kind-moments")
            await stage.go("/bring/prepare/sheet")
            await look(stage, "sheet-moments", "sheet-initials", "sheet-names")

    played(act)


# -- no order by how often ---------------------------------------------------------------------

ANY = near("ann", "Ann", (3, 4, None)), near("ben", "Ben", (3, 4, None)), near("cat", "Cat")


def often(*counts: int) -> list[Entry]:
    """Ben was met last, then Ann, then Cat, each so often in all."""
    found: list[Entry] = []
    for id, last, count in zip(("ben", "ann", "cat"), (1, 2, 3), counts, strict=True):
        for n in range(count):
            at = NOON - (last if n == 0 else 4 + n / 10) * DAY
            found.append(CheckIn(id=f"c{id}{n}", at=at, logged_at=at, people=(id,)))
    return found


PLACES = {
    "/people/list": ("person-", ["ann", "ben", "cat"]),
    "/people": ("in-words-", ["ann", "ben"]),
    "/moment": ("moment-with-", ["ben", "ann", "cat"]),
    "/bring/prepare": ("to-", ["ben", "ann", "cat"]),
    "/add/x/people": ("with-", ["ben", "ann", "cat"]),
}


@pytest.mark.parametrize("counts", [(1, 1, 1), (1, 5, 9), (9, 5, 1), (1, 30, 2)])
@pytest.mark.parametrize("place", PLACES)
def test_no_order_of_people_follows_how_often_they_were_met(
    place: str, counts: tuple[int, ...]
) -> None:
    async def act() -> None:
        prefix, order = PLACES[place]
        here = check_in("x", 0)
        async with Stage(holding(*ANY, *often(*counts), here), place) as stage:
            if place == "/moment":
                await stage.tap("happened-good")
            known = [f"{prefix}{id}" for id in order]
            assert [one for one in shown(stage, prefix) if one in known] == known

    played(act)


@pytest.mark.parametrize("place", ["/people/list", "/people", "/bring/prepare"])
def test_how_often_somebody_was_met_is_told_beside_no_name(place: str) -> None:
    async def said(counts: tuple[int, int, int]) -> list[str]:
        async with Stage(holding(*ANY, *often(*counts)), place) as stage:
            groups = {"/people/list": "person-", "/people": "web-", "/bring/prepare": "to-"}
            return [label(stage, one) for one in shown(stage, groups[place])]

    async def act() -> None:
        assert await said((1, 1, 1)) == await said((2, 30, 9))

    played(act)


def test_closeness_and_moments_order_nobody_either() -> None:
    async def order(*steps: int) -> list[list[str]]:
        people = [
            near(f"p{n}", f"P{n}", (3, step, None), angle=n * 90.0) for n, step in enumerate(steps)
        ]
        wounds = [happened(f"m{n}", 5, people=(f"p{n % 3}",)) for n in range(9)]
        found = []
        async with Stage(holding(*people, *wounds), "/people") as stage:
            found.append(shown(stage, "in-words-"))
            await stage.go("/people/list")
            found.append(shown(stage, "person-"))
        return found

    async def act() -> None:
        assert await order(1, 4, 7) == await order(7, 4, 1) == await order(4, 7, 1)

    played(act)


def _lines_of(stage: Stage, first: str, last: str) -> list[str]:
    lines = read(stage)
    return lines[lines.index(first) : lines.index(last)]


@pytest.mark.parametrize("many", [1, 12])
def test_the_card_after_contact_shows_its_words_and_no_number(many: int) -> None:
    async def act() -> None:
        contacts = [
            AfterContact(id=f"a{n}", at=NOON - n * DAY, person="ann", zest="more", worth="less")
            for n in range(many)
        ]
        async with Stage(holding(*ANY, *contacts), "/people/ann") as stage:
            day = partial(re.sub, r"^\w+(day)?,? (\d+ \w+, )?\d\d:\d\d$", "")
            lines = [day(line) for line in _lines_of(stage, "After contact", "Moments")]
            assert not any(re.search(r"\d", line) for line in lines), lines

    played(act)
