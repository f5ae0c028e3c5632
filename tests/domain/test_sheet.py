"""What leaves on a sheet: what was chosen, nothing private, names as initials."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import TAGS, CheckIn, Moment, TalkingPoint
from domain.sheet import Choice, Sheet, as_text, initials, sheet

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)


def point(id: str, text: str = "", **more: Any) -> TalkingPoint:
    return TalkingPoint(id=id, at=NOON, text=text or id, **more)


def moment(id: str, text: str = "") -> Moment:
    return Moment(id=id, at=NOON, logged_at=NOON, kind="rupture", text=text or id)


def made(
    *points: TalkingPoint,
    names: tuple[str, ...] = (),
    happened: Sequence[Moment] = (),
    ours: Collection[str] = (),
    private: Collection[str] = (),
    **choice: Any,
) -> Sheet:
    check_ins = [
        CheckIn(id="n", at=NOON, logged_at=NOON, note="A note about Jun"),
        CheckIn(id="m", at=NOON, logged_at=NOON, pleasantness=3, energy=5),
    ]
    return sheet(
        "For our session, Jun",
        "Since 28 May",
        points,
        check_ins,
        Choice(**choice),
        words_of=lambda one: one.text,
        when=lambda one: "Mon 1 Jun",
        moments=happened,
        told=lambda one: f"Went off. {one.text}",
        ours=ours,
        private=private,
        names=names,
    )


def test_it_has_the_one_thing_then_the_others_with_their_tags() -> None:
    page = made(
        point("one", pinned=True, tags=("hurt",)),
        point("two", tags=("needs", "practical")),
        point("three"),
    )
    assert as_text(page).splitlines() == [
        "For our session, Jun",
        "Since 28 May",
        "",
        "If only one thing",
        "- hurt: one",
        "",
        "Also",
        "- needs, practical: two",
        "- three",
        "",
        "Check-ins: 2",
    ]


def test_single_things_and_whole_sections_are_left_off() -> None:
    assert "two" not in as_text(made(point("one"), point("two"), left_off=frozenset({"two"})))
    assert as_text(made(point("one"), points=False, check_ins=False)).splitlines()[2:] == []


def test_notes_are_on_it_only_when_they_were_chosen() -> None:
    assert "A note" not in as_text(made())
    assert "From my notes\n- Mon 1 Jun: A note about Jun" in as_text(made(notes=True))


def test_what_is_between_us_is_on_it_only_when_it_was_chosen() -> None:
    ours = point("ours", tags=("between_us",))
    assert "ours" not in as_text(made(ours))
    assert "Between us\n- between us: ours" in as_text(made(ours, between_us=True))


def still_open(page: Sheet) -> list[str]:
    """What stands below "Still open"."""
    return [item.text for one in page.sections if one.title == "Still open" for item in one.items]


HAPPENED = (moment("a", "Jun went quiet"), moment("b", "With\n\u202eus"), moment("c"))


def test_what_is_still_open_is_on_it_only_when_it_was_chosen() -> None:
    assert still_open(made(point("one"), happened=HAPPENED)) == []
    page = made(point("one"), happened=HAPPENED, moments=True, notes=True, names=("Jun",))
    assert as_text(page).splitlines()[3:13] == [
        "To bring",
        "- one",
        "",
        "Still open",
        "- Mon 1 Jun: Went off. J. went quiet",
        "- Mon 1 Jun: Went off. With us",
        "- Mon 1 Jun: Went off. c",
        "",
        "From my notes",
        "- Mon 1 Jun: A note about J.",
    ]
    whole = made(happened=HAPPENED, moments=True, names=("Jun",), initials=False)
    assert still_open(whole)[0] == "Went off. Jun went quiet"
    assert "Still open" not in as_text(made(point("one"), moments=True))


def test_what_is_still_open_between_us_needs_both_switches() -> None:
    for open_ones, between_us, found in (
        (True, False, ["Went off. c"]),
        (True, True, [f"Went off. {one}" for one in ("Jun went quiet", "With us", "c")]),
        (False, True, []),
        (False, False, []),
    ):
        page = made(happened=HAPPENED, ours={"a", "b"}, moments=open_ones, between_us=between_us)
        assert still_open(page) == found


@pytest.mark.parametrize("between_us", [False, True])
@pytest.mark.parametrize("points", [False, True])
def test_a_moment_that_is_on_the_list_is_told_there_or_not(between_us: bool, points: bool) -> None:
    some = (point("one", source="a", private=True), point("two", source="c"))
    page = made(*some, happened=HAPPENED, moments=True, between_us=between_us, points=points)
    assert still_open(page) == ["Went off. With us"]


def test_a_moment_is_private_as_long_as_anything_that_came_from_it_is() -> None:
    page = made(happened=HAPPENED, moments=True, between_us=True, private={"a", "elsewhere"})
    assert still_open(page) == ["Went off. With us", "Went off. c"]


points = st.builds(
    point,
    st.uuids().map(str),
    st.just("SECRET") | st.text(max_size=20),
    tags=st.lists(st.sampled_from(TAGS), unique=True).map(tuple),
    pinned=st.booleans(),
    private=st.just(True),
)
choices = st.fixed_dictionaries(
    {
        name: st.booleans()
        for name in ("initials", "points", "check_ins", "moments", "between_us", "notes")
    }
)


@given(st.lists(points, max_size=6), choices)
def test_what_is_private_is_never_on_it_whatever_was_chosen(
    private: list[TalkingPoint], choice: dict[str, Any]
) -> None:
    with_them = made(*private, point("seen"), **choice)
    assert with_them == made(point("seen"), **choice)
    assert "SECRET" not in as_text(with_them)


@given(
    st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("abcdef")), choices, st.booleans()
)
def test_no_moment_is_on_it_but_what_was_chosen(
    private: set[str], ours: set[str], choice: dict[str, Any], pinned: bool
) -> None:
    some = [point(f"of {id}", source=id, private=True, pinned=pinned) for id in sorted(private)]
    page = made(*some, happened=[moment(id) for id in "abcdef"], ours=ours, **choice)
    hidden = private if choice["between_us"] else private | ours
    wanted = [f"Went off. {id}" for id in "abcdef" if id not in hidden]
    assert still_open(page) == (wanted if choice["moments"] else [])


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("When Jun went quiet", "When J. went quiet"),
        ("Jun's call, and Juniper", "J.'s call, and Juniper"),
        ("Noor Khan rang; Noor again; Khan", "N. K. rang; N. again; K."),
        ("noor in small letters", "noor in small letters"),
        ("Zoë and Zoëlla", "Z. and Zoëlla"),
        ("my sister Åsa", "my sister Å."),
        ("my sister A\u030asa, and Zoe\u0308", "my sister A., and Z."),
        ("Mum of two", "M. O. T."),
        ("of two minds", "of two minds"),
        ("My therapist was late", "M. T. was late"),
        ("My day, and the sea", "My day, and the sea"),
        ("The Sea Swimmers swam; Swimmers; The tide", "T. S. S. swam; S.; The tide"),
    ],
)
def test_names_as_initials(words: str, shown: str) -> None:
    people = ("Jun", "Noor Khan", "Zoë", "Åsa", "Mum of two")
    known = (*people, "", "  ", "My therapist", "The Sea Swimmers")
    text = as_text(made(point("a", words), names=known))
    assert f"- {shown}\n" in text
    assert text.startswith("For our session, J.\n")
    assert f"- {words}\n" in as_text(made(point("a", words), names=known, initials=False))


def test_initials_of_a_name() -> None:
    assert initials("Noor van Dijk") == "N. V. D."


@pytest.mark.parametrize(
    ("words", "shown"),
    [("two\n\nlines", "two lines"), ("turned \u202eround", "turned round"), ("a\x00b", "ab")],
)
def test_what_would_break_a_page_is_left_out(words: str, shown: str) -> None:
    assert f"- {shown}\n" in as_text(made(point("a", words)))


def test_a_check_in_without_words_is_named() -> None:
    assert "- From a check-in" in as_text(made(point("a", "\u202e")))
