"""What one looked at: its id leads back to it, and no other text does."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.looking_back.asking import Question
from domain.looking_back.diary import MEASURES, Measure
from domain.looking_back.look import CHARTS, ChartName, Look, look_of
from domain.looking_back.stretch import EARLIEST, LATEST, Stretch, between_days
from tests.entry_strategies import ids, offsets, one_of, texts

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 6, 1), date(2026, 6, 28)
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
JUNE = Stretch(FIRST, LAST)

dates = st.dates(EARLIEST, LATEST)
# Sessions have offsets and no zones.
moments = st.datetimes(timezones=offsets)
stretches = st.builds(between_days, dates, dates)
cut_stretches = st.builds(
    lambda one, since, until: replace(one, since=since, until=until),
    stretches,
    st.none() | moments,
    st.none() | moments,
)
looks = st.builds(
    Look,
    chart=one_of(ChartName),
    stretch=cut_stretches,
    measure=one_of(Measure),
    question=one_of(Question),
    about=ids | st.just(""),
    other=st.none() | cut_stretches,
)


@pytest.mark.parametrize(
    ("look", "id"),
    [
        (
            Look(chart="pad", stretch=JUNE),
            "look|pad|2026-06-01|2026-06-28|||pleasantness|stretches|||||",
        ),
        (
            Look(chart="energy", stretch=replace(JUNE, since=NOON), measure="energy"),
            "look|energy|2026-06-01|2026-06-28|2026-06-01T12:00:00+00:00||energy|stretches|||||",
        ),
        (
            Look(
                chart="answer",
                stretch=replace(JUNE, until=NOON.astimezone(timezone(timedelta(hours=-8)))),
                measure="connection",
                question="person",
                about="01AN4Z07BY79KA1307SR9X4MV3",
            ),
            "look|answer|2026-06-01|2026-06-28||2026-06-01T04:00:00-08:00|connection|person"
            "|01AN4Z07BY79KA1307SR9X4MV3||||",
        ),
        (
            Look(chart="answer", stretch=JUNE, other=Stretch(date(2026, 5, 1), date(2026, 5, 2))),
            "look|answer|2026-06-01|2026-06-28|||pleasantness|stretches||2026-05-01|2026-05-02||",
        ),
    ],
)
def test_ids_are_kept_with_what_was_brought_and_stay_as_they_are(look: Look, id: str) -> None:
    assert look.id == id
    assert look_of(id) == look


@given(looks)
def test_the_id_leads_back_to_the_look(look: Look) -> None:
    assert look_of(look.id) == look


@pytest.mark.parametrize(("since", "until"), [(NOON, None), (None, NOON)])
def test_the_moments_of_the_other_stretch_are_kept(
    since: datetime | None, until: datetime | None
) -> None:
    look = Look(chart="answer", stretch=JUNE, other=Stretch(FIRST, FIRST, since, until))
    assert look_of(look.id) == look


@given(looks, looks)
def test_two_looks_have_two_ids(one: Look, other: Look) -> None:
    assert one == other or one.id != other.id


def test_every_chart_and_measure_has_an_id() -> None:
    every = [Look(chart=chart, stretch=JUNE, measure=one) for chart in CHARTS for one in MEASURES]
    assert len({look.id for look in every}) == len(every) == 14 * 3
    assert [look_of(look.id) for look in every] == every


ID = Look(chart="energy", stretch=JUNE, other=JUNE).id
FIELDS = (
    *("mark", "chart", "first", "last", "since", "until"),
    *("measure", "question", "about", "begin", "end", "other since", "other until"),
)


def with_field(name: str, text: str) -> str:
    """The id of a look with other text at one place."""
    fields = ID.split("|")
    fields[FIELDS.index(name)] = text
    return "|".join(fields)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mark", ""),
        ("mark", "look "),
        ("mark", "point"),
        ("chart", ""),
        ("chart", "mood"),
        ("chart", "Energy"),
        ("first", ""),
        ("first", "2026-02-30"),
        ("first", "2026-06-29"),
        ("last", ""),
        ("last", "2026-05-31"),
        ("last", "today"),
        ("since", "noon"),
        ("since", "2026-06-01T25:00:00+00:00"),
        ("since", "2026-06-01T12:00:00+99:00"),
        ("until", "2026-06-01T12:00:00+00:00Z"),
        ("measure", ""),
        ("measure", "valence"),
        ("question", ""),
        ("question", "why"),
        ("about", "a|b"),
        ("begin", "x"),
        ("begin", "2026-06-29"),
        ("end", ""),
        ("end", "2026-05-31"),
    ],
)
def test_what_is_no_look_leads_nowhere(name: str, text: str) -> None:
    assert look_of(with_field(name, text)) is None


@pytest.mark.parametrize(
    "id",
    [
        "",
        "|",
        "|" * 10,
        "look",
        "look|" * 10,
        "look|" * 11,
        ID + "|",
        "|" + ID,
        ID.rpartition("|")[0],
        "01AN4Z07BY79KA1307SR9X4MV3",
        "01AN4Z07BY79KA1307SR9X4MV3-20260601T1400",
        "first",
        "\ud800|\x00",
    ],
)
def test_the_id_of_something_else_leads_nowhere(id: str) -> None:
    assert look_of(id) is None


broken = st.lists(
    st.sampled_from(["look", "", "energy", "2026-06-01", "2026-06-28", "answer", "stretches", "a"])
    | dates.map(date.isoformat)
    | moments.map(datetime.isoformat)
    | texts,
    max_size=13,
).map("|".join)


@given(texts | ids | broken)
def test_any_other_text_leads_nowhere_and_raises_nothing(text: str) -> None:
    found = look_of(text)
    assert found is None or found.id == text


@given(st.sampled_from(FIELDS), texts | st.sampled_from(["", *CHARTS, *MEASURES, "2026-06-02"]))
def test_a_look_with_other_text_in_it_is_another_look_or_none(name: str, text: str) -> None:
    found = look_of(with_field(name, text))
    assert found is None or found.id == with_field(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        # Python reads more than it writes.
        ("first", "20260601"),
        ("last", "2026-W26-7"),
        ("since", "2026-06-01"),
        ("since", "2026-06-01T12:00:00Z"),
        ("until", "2026-06-01 12:00:00+00:00"),
        # Without a beginning there is no other stretch, and no end of it.
        ("begin", ""),
    ],
)
def test_only_the_id_that_a_look_has_leads_to_it(name: str, text: str) -> None:
    assert look_of(with_field(name, text)) is None


@pytest.mark.parametrize("name", ["since", "until"])
def test_a_moment_without_an_offset_leads_nowhere(name: str) -> None:
    # No check-in could be told to be before or after it.
    assert look_of(with_field(name, "2026-06-01T12:00:00")) is None


@pytest.mark.parametrize("day", [EARLIEST - DAY, LATEST + DAY])
def test_days_that_only_an_odd_id_has_lead_nowhere(day: date) -> None:
    assert look_of(Look(chart="pad", stretch=Stretch(day, day)).id) is None
    assert look_of(Look(chart="answer", stretch=JUNE, other=Stretch(day, day)).id) is None
