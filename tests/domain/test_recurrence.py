"""When something comes again: over clocks that are set, in zones, and for rules that are none."""

import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.recurrence import (
    NEVER,
    NOT_READ,
    PARTS,
    at_wall_clock,
    between,
    is_zone,
    recurrence,
    zone_named,
)

THURSDAY = datetime(2026, 6, 11, 14)
BERLIN = "Europe/Berlin"


def days(rule: str, *, zone: str = BERLIN, start: datetime = THURSDAY) -> list[str]:
    """The first four days of a rule within three years."""
    found = between(rule, start, zone, start.date(), start.date() + timedelta(days=1100))
    return [f"{one:%d.%m.%y}" for one in found[:4]]


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        ("FREQ=WEEKLY", ["11.06.26", "18.06.26", "25.06.26", "02.07.26"]),
        ("FREQ=WEEKLY;INTERVAL=2", ["11.06.26", "25.06.26", "09.07.26", "23.07.26"]),
        ("FREQ=WEEKLY;BYDAY=TU,TH", ["11.06.26", "16.06.26", "18.06.26", "23.06.26"]),
        ("FREQ=MONTHLY;BYDAY=2TH", ["11.06.26", "09.07.26", "13.08.26", "10.09.26"]),
        ("FREQ=MONTHLY;BYDAY=-1TH", ["25.06.26", "30.07.26", "27.08.26", "24.09.26"]),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2", ["13.07.26", "10.08.26", "14.09.26", "12.10.26"]),
        ("FREQ=WEEKLY;COUNT=2", ["11.06.26", "18.06.26"]),
        ("FREQ=WEEKLY;UNTIL=20260618", ["11.06.26", "18.06.26"]),
        ("FREQ=WEEKLY;UNTIL=20260618T135959", ["11.06.26"]),
        ("FREQ=WEEKLY;UNTIL=20260618T120000Z", ["11.06.26", "18.06.26"]),
        ("FREQ=WEEKLY;UNTIL=20260618T115959Z", ["11.06.26"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["29.02.28"]),
        ("FREQ=DAILY;INTERVAL=400", ["11.06.26", "16.07.27", "19.08.28"]),
    ],
)
def test_rules_as_calendars_write_them(rule: str, first: list[str]) -> None:
    assert days(rule) == first


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "weekly",
        "RRULE:FREQ=WEEKLY",
        "FREQ=SECONDLY",
        "FREQ=HOURLY",
        "INTERVAL=2",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=1000000000",
        "FREQ=WEEKLY;COUNT=-1",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;BYHOUR=1,2,3",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYSETPOS=400",
        "FREQ=WEEKLY;UNTIL=99999999",
        "FREQ=WEEKLY;UNTIL=20260230",
        "FREQ=DAILY;UNTIL=00010101T000000Z",
        "FREQ=WEEKLY\nEXDATE:20260618T140000",
        "FREQ=WEEKLY;X-EVIL=1",
    ],
)
def test_what_is_no_rule_is_refused_in_one_sentence(rule: str) -> None:
    with pytest.raises(ValueError, match=NOT_READ):
        recurrence(rule, THURSDAY, BERLIN)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYMONTH=13",
        "FREQ=WEEKLY;UNTIL=20200101",
    ],
)
def test_a_rule_that_never_comes_is_refused_at_once(rule: str) -> None:
    began = time.process_time()
    with pytest.raises(ValueError, match=NEVER):
        recurrence(rule, THURSDAY, BERLIN)
    # Far from the minutes that going to the end of the calendar day by day would take.
    assert time.process_time() - began < 5


texts = st.dictionaries(
    st.sampled_from([*PARTS, "BYHOUR", "X"]),
    st.one_of(
        st.from_regex("|".join(PARTS.values()), fullmatch=True),
        st.text(max_size=8),
        st.integers().map(str),
    ),
).map(lambda parts: ";".join(f"{name}={value}" for name, value in parts.items()))


@given(texts)
def test_any_rule_is_read_or_refused_with_a_sentence(rule: str) -> None:
    try:
        recurrence(rule, THURSDAY, BERLIN)
    except ValueError as error:
        assert str(error) in (NOT_READ, NEVER)  # noqa: PT017
    else:
        assert between(rule, THURSDAY, BERLIN, date(2026, 1, 1), date(2027, 1, 1)) is not None


@pytest.mark.parametrize(
    ("wall", "zone", "moment"),
    [
        (datetime(2026, 6, 11, 14), BERLIN, "2026-06-11T14:00:00+02:00"),
        (datetime(2026, 12, 10, 14), BERLIN, "2026-12-10T14:00:00+01:00"),
        # Clocks are set forward from 2:00 to 3:00: half past two is an hour later.
        (datetime(2026, 3, 29, 2, 30), BERLIN, "2026-03-29T03:30:00+02:00"),
        # Clocks are set back from 3:00 to 2:00: of two the first.
        (datetime(2026, 10, 25, 2, 30), BERLIN, "2026-10-25T02:30:00+02:00"),
        (datetime(2026, 3, 8, 2, 30), "America/New_York", "2026-03-08T03:30:00-04:00"),
        (datetime(2026, 4, 5, 1, 45), "Australia/Lord_Howe", "2026-04-05T01:45:00+11:00"),
        (datetime(2026, 6, 11, 14), "Asia/Kathmandu", "2026-06-11T14:00:00+05:45"),
        # A day that was left out.
        (datetime(2011, 12, 30, 9), "Pacific/Apia", "2011-12-31T09:00:00+14:00"),
        (datetime(2026, 6, 11, 14), "Nowhere/Land", "2026-06-11T14:00:00+00:00"),
    ],
)
def test_the_clock_on_the_wall(wall: datetime, zone: str, moment: str) -> None:
    assert at_wall_clock(wall, zone).isoformat() == moment


@pytest.mark.parametrize(
    "name", ["", "Europe", "../etc/passwd", "/etc", "a\0b", "x" * 5000, "Mars/A"]
)
def test_what_is_no_zone_counts_as_utc(name: str) -> None:
    assert not is_zone(name)
    assert zone_named(name).key == "UTC"
