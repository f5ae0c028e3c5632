"""Any entry at all, for properties."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import Any, get_args
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from domain.entries import (
    BEHIND_THE_GATE,
    CANT_TELL,
    COLORS,
    ICONS,
    MOMENT_KINDS,
    OPEN_TOWARD,
    PERSON_SHAPES,
    REPAIRS,
    SHAPES,
    SOURCES,
    STEPS,
    TAGS,
    TOWARD,
    UP_TO,
    USES,
    AfterContact,
    Blend,
    Break,
    Change,
    CheckIn,
    Closeness,
    CouldSay,
    Draft,
    FeltOff,
    HeldBack,
    HeldBackGoes,
    Helping,
    HelpingAnswer,
    Here,
    Limit,
    Mending,
    Moment,
    MoodMeaning,
    MoreSay,
    MovedIn,
    Need,
    Nudge,
    Offer,
    Origin,
    Original,
    OwnPrompt,
    Pace,
    Part,
    PartMap,
    PartWord,
    Pause,
    Person,
    Place,
    PointState,
    Reflection,
    Relation,
    RelationKind,
    Reminders,
    Reply,
    Role,
    Schedule,
    Seen,
    Settings,
    Sitting,
    Spot,
    Stage,
    Status,
    Supporter,
    TagMeaning,
    Talked,
    TalkingPoint,
    Therapy,
    TherapySession,
    Toward,
    TurnedOut,
    Way,
)
from domain.entries.reminders import DAY, FARTHEST, WEEK

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
names = texts.filter(str.strip)
some_ids = st.lists(ids, max_size=3, unique=True).map(tuple)
dates = st.dates()
finite = st.floats(allow_nan=False, allow_infinity=False)


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    """Any value of a Literal."""
    return st.sampled_from(get_args(literal))


def some_of(literal: Any) -> st.SearchStrategy[Any]:
    """Some values of a Literal, each once, in any order."""
    return st.lists(one_of(literal), unique=True).map(tuple)


heres = st.builds(Here, ids, one_of(Blend))
origins = st.builds(
    Origin,
    st.sampled_from(SOURCES),
    st.lists(st.builds(Original, texts, texts), max_size=3).map(tuple),
)
check_ins = st.builds(
    CheckIn,
    id=ids,
    at=moments,
    logged_at=moments,
    edited_at=st.none() | moments,
    pleasantness=answers,
    energy=answers,
    connection=answers,
    connected_with=ids | st.just(""),
    feelings=up_to_three,
    body=up_to_three,
    people=some_ids,
    parts=st.lists(heres, max_size=3, unique_by=lambda here: here.part).map(tuple),
    note=texts,
    origin=st.none() | origins,
)
fixed_nudges = st.builds(
    Nudge,
    ids,
    st.integers(0, DAY - 1),
    days=st.lists(st.sampled_from(WEEK), min_size=1, unique=True).map(tuple),
)
nudges = fixed_nudges | st.tuples(fixed_nudges, st.integers(1, DAY - 1)).filter(
    lambda two: two[0].at < two[1]
).map(lambda two: replace(two[0], until=two[1]))
near_sessions = st.none() | st.integers(0, FARTHEST)
reminders = st.builds(
    Reminders,
    st.lists(nudges, max_size=3, unique_by=lambda nudge: nudge.id).map(tuple),
    before=near_sessions,
    after=near_sessions,
    put_off=st.none() | moments,
    later=st.none() | moments,
    seen=st.none() | moments,
    calendar=st.booleans(),
    notify=st.booleans(),
)
drafts = st.builds(Draft, id=ids, about=ids | st.just(""), text=texts, written_at=moments)
settings = st.builds(
    Settings,
    id=st.just("settings"),
    lock_after=st.integers(1, 60),
    lock_when_left=st.booleans(),
    hide_in_switcher=st.booleans(),
    initials=st.booleans(),
    support_when_locked=st.booleans(),
    quick_exit=st.booleans(),
    title=texts,
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
    part_word=st.builds(PartWord, names, names),
    told_of_parts=st.booleans(),
    questions=one_of(Pace),
    hidden_prompts=words,
    own_prompts=st.lists(st.builds(OwnPrompt, ids, texts, one_of(Place)), max_size=3).map(tuple),
    offer=st.none() | st.builds(Offer, dates, st.integers(0, 99), st.booleans()),
    helping=st.lists(
        st.builds(Helping, dates, one_of(HelpingAnswer), st.booleans()), max_size=3
    ).map(tuple),
    pause=st.none() | st.builds(Pause, dates, st.none() | dates),
    reminders=reminders,
)
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
    rank=finite,
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
replies = st.lists(
    st.builds(Reply, texts, texts, texts, ids | st.just(""), st.booleans()), max_size=3
).map(tuple)
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
    replies=replies,
)
parts = st.builds(
    Part,
    id=ids,
    at=moments,
    edited_at=st.none() | moments,
    name=names,
    shape=st.sampled_from(SHAPES),
    color=st.sampled_from(COLORS),
    role=one_of(Role),
    about=texts,
    says=texts,
    wakes=texts,
    good_at=texts,
    hopes=texts,
    worries=texts,
    around=some_ids,
    resting_since=st.none() | moments,
)
part_maps = st.builds(
    PartMap,
    id=ids,
    at=moments,
    edited_at=st.none() | moments,
    spots=st.lists(st.builds(Spot, ids, finite, finite), max_size=3).map(tuple),
    off=some_ids,
    relations=st.lists(st.builds(Relation, ids, one_of(RelationKind), ids), max_size=3).map(tuple),
)


def feelings_toward(among: Iterable[Toward]) -> st.SearchStrategy[tuple[Toward, ...]]:
    """Any answer at the gate, of some feelings."""
    return st.lists(st.sampled_from(sorted(among)), unique=True).map(tuple)


any_toward = feelings_toward(TOWARD)
open_toward = feelings_toward(OPEN_TOWARD).filter(bool)
some_sitting = partial(
    st.builds,
    Sitting,
    id=ids,
    at=moments,
    edited_at=st.none() | moments,
    part=ids,
    other=ids | st.just(""),
    asking=texts,
    replies=replies,
)
before_the_gate = one_of(Stage).filter(lambda stage: stage not in BEHIND_THE_GATE)
sittings = st.one_of(
    some_sitting(stage=before_the_gate, toward=any_toward, toward_other=any_toward),
    some_sitting(
        stage=st.sampled_from(BEHIND_THE_GATE), toward=open_toward, toward_other=open_toward
    ),
)
reflections = st.builds(
    Reflection,
    id=ids,
    at=moments,
    edited_at=st.none() | moments,
    prompt=texts,
    asked=texts,
    text=texts,
)
steps = st.none() | st.integers(1, STEPS)
people = st.builds(
    Person,
    id=ids,
    at=moments,
    edited_at=st.none() | moments,
    name=names,
    bond=texts,
    shape=st.sampled_from(PERSON_SHAPES),
    icon=st.sampled_from(ICONS),
    color=st.sampled_from(COLORS),
    angle=finite,
    closeness=st.lists(st.builds(Closeness, moments, steps, steps), max_size=3).map(tuple),
    therapy=ids | st.just(""),
    resting_since=st.none() | moments,
)
happenings = st.builds(
    Moment,
    id=ids,
    at=moments,
    logged_at=moments,
    edited_at=st.none() | moments,
    kind=st.sampled_from(MOMENT_KINDS),
    people=some_ids,
    text=texts,
    told_in=ids | st.just(""),
    could_say=one_of(CouldSay),
    ways=some_ids,
    more_say=one_of(MoreSay),
    felt=some_of(Seen),
    need=some_of(Need),
    limit=some_of(Limit),
    story=texts,
    if_i_show=texts,
    they_will=texts,
    turned_out=one_of(TurnedOut),
    tags=words,
    mending=st.lists(st.builds(Mending, moments, st.sampled_from(REPAIRS)), max_size=3).map(tuple),
)
contacts = st.builds(
    AfterContact,
    id=ids,
    at=moments,
    edited_at=st.none() | moments,
    person=ids,
    zest=one_of(Change),
    clarity=one_of(Change),
    worth=one_of(Change),
    action=one_of(Change),
    wanting=one_of(Change),
)
ways = st.builds(
    Way, id=ids, at=moments, edited_at=st.none() | moments, name=names, helps=texts, costs=texts
)
moved_ins = st.builds(
    MovedIn,
    id=ids,
    at=moments,
    source=st.sampled_from(SOURCES),
    added=some_ids,
    moods=st.lists(st.builds(MoodMeaning, texts, answers), max_size=3).map(tuple),
    tags=st.lists(st.builds(TagMeaning, texts, texts, st.sampled_from(USES)), max_size=3).map(
        tuple
    ),
)
entries = st.one_of(
    check_ins,
    drafts,
    settings,
    points,
    therapies,
    schedules,
    sessions,
    parts,
    part_maps,
    sittings,
    reflections,
    people,
    happenings,
    contacts,
    ways,
    moved_ins,
)
