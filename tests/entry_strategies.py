"""Any entry at all, for properties."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from domain.entries import CANT_TELL, STEPS, UP_TO, CheckIn, Draft, Settings, Supporter

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
)
entries = st.one_of(check_ins, drafts, settings)
