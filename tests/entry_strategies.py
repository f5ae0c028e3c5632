"""Any entry at all, for properties."""

from datetime import datetime, timedelta, timezone
from typing import Any, get_args
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from domain.entries import (
    CANT_TELL,
    STEPS,
    TAGS,
    UP_TO,
    Break,
    CheckIn,
    Draft,
    FeltOff,
    HeldBack,
    HeldBackGoes,
    PointState,
    Reply,
    Schedule,
    Settings,
    Status,
    Supporter,
    Talked,
    TalkingPoint,
    Therapy,
    TherapySession,
)

ZONES = ("Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "UTC")
texts = st.text(st.characters(exclude_categories=()), max_size=20)
ids = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=25, max_size=25).map("0".__add__)
offsets = st.integers(-12 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n)))
moments = st.datetimes(
    datetime(1970, 1, 2),  # noqa: DTZ001
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.one_of(offsets, st.sampled_from(ZONES).map(ZoneInfo)),
)
answers = st.one_of(st.none(), st.just(CANT_TELL), st.integers(1, STEPS))
up_to_three = st.lists(texts.filter(bool), max_size=UP_TO, unique=True).map(tuple)
words = st.lists(texts, max_size=5).map(tuple)

check_ins = st.builds(
    CheckIn,
    id=ids,
    at=moments,
    logged_at=moments,
    edited_at=st.none() | moments,
    pleasantness=answers,
    energy=answers,
    connection=answers,
    feelings=up_to_three,
    body=up_to_three,
    note=texts,
)
drafts = st.builds(Draft, id=ids, about=ids | st.just(""), text=texts, written_at=moments)
settings = st.builds(
    Settings,
    id=st.just("settings"),
    welcomed=st.booleans(),
    theme=st.sampled_from(("system", "light", "dark")),
    day_start=st.integers(0, 12),
    two_rows=st.booleans(),
    ask_connection=st.booleans(),
    ask_body=st.booleans(),
    region=texts,
    supporters=st.lists(st.builds(Supporter, texts, texts, texts), max_size=3).map(tuple),
    out_of_hours=texts,
    own_words=words,
    own_body_words=words,
    hidden_words=words,
    names=words,
    letter_paper=st.booleans(),
)


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    """Any value of a Literal."""
    return st.sampled_from(get_args(literal))


dates = st.dates()
breaks = st.one_of(
    st.builds(Break, dates),
    st.tuples(dates, dates).map(lambda two: Break(min(two), max(two))),
)
points = st.builds(
    TalkingPoint,
    id=ids,
    at=moments,
    edited_at=st.none() | moments,
    therapy=ids,
    text=texts,
    tags=st.lists(st.sampled_from(TAGS), unique=True).map(tuple),
    state=one_of(PointState),
    pinned=st.booleans(),
    private=st.booleans(),
    rank=st.floats(allow_nan=False, allow_infinity=False),
    source=ids | st.just(""),
    first_sentence=texts,
    session=ids | st.just(""),
    settled_at=st.none() | moments,
    outcome=texts,
)
therapies = st.builds(Therapy, id=ids, name=texts, ended=st.none() | dates)
schedules = st.builds(
    Schedule,
    id=ids,
    therapy=ids,
    rule=st.sampled_from(["FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=-1FR"]),
    start=st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES) | texts,
    length=st.integers(1, 24 * 60),
    breaks=st.lists(breaks, max_size=3).map(tuple),
    until=st.none() | dates,
)
sessions = st.builds(
    TherapySession,
    id=ids,
    at=moments,
    length=st.integers(1, 24 * 60),
    therapy=ids,
    status=one_of(Status),
    logged_at=st.none() | moments,
    edited_at=st.none() | moments,
    waved_off=st.booleans(),
    connection=answers,
    held_back=one_of(HeldBack),
    held_back_text=texts,
    held_back_goes=one_of(HeldBackGoes),
    felt_off=one_of(FeltOff),
    talked=one_of(Talked),
    kept_sentence=texts,
    to_try=texts,
    to_try_went=texts,
    to_try_set_down=st.booleans(),
    replies=st.lists(st.builds(Reply, texts, texts, texts), max_size=3).map(tuple),
)
entries = st.one_of(check_ins, drafts, settings, points, therapies, schedules, sessions)
