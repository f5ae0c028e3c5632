"""The readable journal: everything that was written, in its days, in the words of the app."""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import (
    CANT_TELL,
    AfterContact,
    Break,
    CheckIn,
    Closeness,
    Draft,
    Entry,
    Here,
    Mending,
    Moment,
    MovedIn,
    Origin,
    OwnPrompt,
    Part,
    PartMap,
    PartWord,
    Person,
    Reflection,
    Relation,
    Reply,
    Schedule,
    Settings,
    Sitting,
    Spot,
    Supporter,
    TalkingPoint,
    Therapy,
    TherapySession,
    Way,
)
from domain.looking_back.look import Look
from domain.looking_back.stretch import Stretch
from domain.naming import NO_TEXT
from domain.sample import sample_entries
from storage.exchange.readable import as_markdown
from tests import entry_strategies as any_of

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
JUN, NOOR = (Person(id=name.lower(), at=NOON, name=name) for name in ("Jun", "Noor"))
MOSS, KITE = (Part(id=name.lower(), at=NOON, name=name) for name in ("Moss", "Kite"))
WAY = Way(id="way", at=NOON, name="A joke", helps="It ends.", costs="My jaw.")
KNOWN: tuple[Entry, ...] = (JUN, NOOR, MOSS, KITE, WAY)


def check_in(id: str = "a", at: datetime = NOON, **more: Any) -> CheckIn:
    return CheckIn(id=id, at=at, **{"logged_at": at, **more})


def journal(*entries: Entry) -> str:
    return as_markdown(entries).decode()


def section(text: str, title: str) -> list[str]:
    """The lines below a heading that hold something, up to the next of its level or above."""
    lines = text.split("\n")
    begin = next(place for place, one in enumerate(lines) if re.fullmatch(rf"#+ {title}", one))
    level = len(lines[begin].split(" ")[0])
    rest = lines[begin + 1 :]
    end = next(
        (place for place, one in enumerate(rest) if re.match(rf"#{{1,{level}}} ", one)), len(rest)
    )
    return [one.rstrip() for one in rest[:end] if one]


def test_a_journal_of_nothing_says_so() -> None:
    assert journal() == "# Meanwhile\n\nNothing is noted.\n"


def test_days_are_oldest_first_and_begin_at_their_hour() -> None:
    late, early, next_day = (
        check_in(id, datetime(2026, 6, 9, hour, tzinfo=UTC), note=id)
        for id, hour in (("late", 23), ("early", 3), ("next", 4))
    )
    assert journal(late, next_day, early) == (
        "# Meanwhile, 8 June 2026 to 9 June 2026\n\n"
        "## Monday, 8 June 2026\n\n### 03:00 · Check-in\n\n> early\n\n"
        "## Tuesday, 9 June 2026\n\n### 04:00 · Check-in\n\n> next\n\n"
        "### 23:00 · Check-in\n\n> late\n"
    )
    assert journal(early, Settings(day_start=0)).startswith("# Meanwhile, 9 June 2026\n")


@pytest.mark.parametrize(
    ("entry", "title", "lines"),
    [
        (check_in(), "Check-in", []),
        (
            check_in(
                pleasantness=3,
                energy=CANT_TELL,
                connection=5,
                connected_with="jun",
                feelings=("tense", "so"),
                body=("cold hands",),
                people=("noor", "gone"),
                parts=(Here("moss", "corner"), Here("kite"), Here("gone")),
                note="Two\nlines",
                logged_at=LATER,
                origin=Origin("daylio"),
            ),
            "Check-in, added later",
            [
                "- How it feels: 3 of 7, a bit hard",
                "- Energy: Can't tell",
                "- Connection with Jun: 5 of 7, between cut off and connected",
                "- Feelings: tense, so",
                "- Body: cold hands",
                "- People & places: Noor",
                "- Parts: Moss (a corner), Kite",
                "- Brought in from: Daylio",
                "> Two",
                "> lines",
            ],
        ),
        (check_in(connection=CANT_TELL), "Check-in", ["- Connection: Can't tell"]),
        (
            Moment(id="a", at=NOON, logged_at=NOON, kind="good"),
            "Something good",
            [],
        ),
        (
            Moment(
                id="a",
                at=NOON,
                logged_at=LATER,
                kind="rupture",
                people=("jun", "noor"),
                text="It went quiet",
                could_say="not_safely",
                ways=("way",),
                more_say="system",
                felt=("unseen", "on_guard"),
                need=("known", "met"),
                limit=("said",),
                story="An older one",
                if_i_show="that I care",
                they_will="leave",
                turned_out="surprised",
                tags=("the young one",),
                mending=(Mending(NOON, "open"), Mending(LATER, "not_wanted")),
            ),
            "Something went off, with Jun, Noor, added later",
            [
                "- Where it is now: I don't want to mend it",
                "- What was told of it: 9 June 2026: open; 9 June 2026: I don't want to mend it",
                "- Could you say so at the time? Not safely",
                "- What you did: A joke",
                "- Who had more say? A system",
                "- How it felt to be there: unseen, on guard",
                "- A need of yours: I knew it, It was met",
                "- A limit of yours: I said it",
                "- How it turned out: I was surprised",
                "- Power and identity: the young one",
                "> It went quiet",
                "Whose story is it?",
                "> An older one",
                "If I show",
                "> that I care",
                "people will",
                "> leave",
            ],
        ),
        (
            AfterContact(id="a", at=NOON, person="jun", zest="more", worth="same"),
            "After contact with Jun",
            ["- Energy: more", "- Feeling that I matter: same"],
        ),
        (AfterContact(id="a", at=NOON, person="gone"), "After contact", []),
        (
            Reflection(id="a", at=NOON, prompt="P", asked="What is here?", text="Rain"),
            "A question",
            ["What is here?", "> Rain"],
        ),
        (
            Sitting(
                id="a",
                at=NOON,
                part="moss",
                other="kite",
                toward=("curious", "okay"),
                toward_other=("want_it_gone",),
                replies=(
                    Reply("P", "What is it like?", "Dark", "moss"),
                    Reply("Q", "And now?", " ", "kite"),
                    Reply("R", "What helps?", "", declined=True),
                    Reply("S", "And then?", "No.", declined=True),
                ),
            ),
            "A look inward with Moss and Kite",
            [
                "- Toward Moss: curious, okay",
                "- Toward Kite: want it gone",
                "Moss: What is it like?",
                "> Dark",
                "What helps?",
                "> It didn't want to answer.",
                "And then?",
                "> No.",
                "> It didn't want to answer.",
            ],
        ),
        (
            Sitting(id="a", at=NOON, part="gone", toward=("scared",)),
            "A look inward",
            ["- Toward it: scared"],
        ),
        (TherapySession(id="a", at=NOON), "Session", []),
        (
            TherapySession(
                id="a",
                at=NOON,
                status="they_did_not_come",
                connection=2,
                held_back="little",
                held_back_text="That I was cross",
                held_back_goes="only_me",
                felt_off="cant_tell",
                talked="not_safe",
                kept_sentence="Enough.",
                to_try="Sit",
                to_try_went="Well",
                replies=(Reply("A01", "What is still here?", "A window"),),
            ),
            "Session, they didn't come",
            [
                "- How connected did you feel in the room? 2 of 7, between cut off and connected",
                "- Did you hold something back? A little",
                "- Where it goes: Only for me",
                "- Did anything feel off between you and your therapist? Can't tell",
                "- Was it talked about? Not safe to",
                "Held back",
                "> That I was cross",
                "What is still here?",
                "> A window",
                "Is there a sentence from today that you want to keep?",
                "> Enough.",
                "Is there something to try, notice, or leave alone before next time?",
                "> Sit",
                "How did it go?",
                "> Well",
            ],
        ),
        (
            PartMap(
                id="a",
                at=NOON,
                spots=(Spot("moss", 1, 1), Spot("gone", 1, 1)),
                off=("kite",),
                relations=(
                    Relation("moss", "protects", "kite"),
                    Relation("moss", "avoids", "gone"),
                ),
            ),
            "The map of parts",
            ["- Moss protects Kite.", "- On the map: Moss", "- Off the map: Kite"],
        ),
        (MovedIn(id="a", at=NOON, source="how_we_feel"), "Brought in from How We Feel", []),
        (
            Draft(id="a", about="", text="So it", written_at=NOON),
            "Words not finished",
            ["> So it"],
        ),
    ],
)
def test_what_has_a_day_is_told_at_its_time(entry: Entry, title: str, lines: list[str]) -> None:
    text = journal(*KNOWN, entry)
    assert section(text, "Tuesday, 9 June 2026")[0] == f"### 12:00 · {title}"
    assert section(text, "Tuesday, 9 June 2026")[1:] == lines


def test_a_session_is_told_with_whom_it_was() -> None:
    named = Therapy(id="t", name="Dr. Vale")
    text = journal(named, TherapySession(id="a", at=NOON, therapy="t", status="happened"))
    assert "### 12:00 · Session with Dr. Vale, happened\n" in text
    text = journal(Therapy(name=" "), TherapySession(id="a", at=NOON, status="happened"))
    assert "### 12:00 · Session, happened\n" in text


def test_the_word_for_a_part_is_the_persons_own() -> None:
    text = journal(
        Settings(part_word=PartWord("voice", "voices")),
        MOSS,
        check_in(parts=(Here("moss"),)),
        PartMap(id="m", at=NOON, off=("moss",)),
        TalkingPoint(id="p", at=NOON, tags=("parts",), text="So"),
    )
    for said in ("- Voices: Moss", "· The map of voices", "## Voices", "- About: voices"):
        assert f"{said}\n" in text
    assert "arts" not in text


def point(id: str, **more: Any) -> TalkingPoint:
    return TalkingPoint(id=id, at=NOON, **more)


LOOK = Look(chart="pad", stretch=Stretch(date(2026, 6, 1), date(2026, 6, 9)))


@pytest.mark.parametrize(
    ("one", "lines"),
    [
        (point("p", text="Slower,\nplease"), ["> Slower,", "> please"]),
        (
            point(
                "p",
                text="So",
                tags=("needs", "between_us"),
                pinned=True,
                private=True,
                therapy="t",
                first_sentence="I almost left this out.",
                outcome="Yes.",
            ),
            [
                "- If only one thing, this",
                "- Private",
                "- About: needs, between us",
                "- For: Dr. Vale",
                "> So",
                "The first sentence",
                "> I almost left this out.",
                "What came of it",
                "> Yes.",
            ],
        ),
        (point("p", source="c"), ["- From: Check-in, 9 June 2026", "> A note"]),
        (point("p", source="moss"), ["- From: Moss", "> Moss: No."]),
        (point("p", source="jun"), ["- From: Jun", "> Jun"]),
        (
            point("p", source="s/1"),
            ["- From: A look inward with Moss, 9 June 2026", "> Moss: Sleep"],
        ),
        (point("p", source=LOOK.id), ["- From: Looking back"]),
        (point("p", source="gone"), []),
    ],
)
def test_what_is_on_the_list_is_at_the_end(one: TalkingPoint, lines: list[str]) -> None:
    replies = (Reply("P", "?", "Rest", "moss"), Reply("Q", "?", "Sleep", "moss"))
    text = journal(
        one,
        JUN,
        replace(MOSS, says="No."),
        Therapy(id="t", name="Dr. Vale"),
        check_in("c", note="A note"),
        Sitting(id="s", at=NOON, part="moss", replies=replies),
    )
    assert section(text, "On the list") == ["#### 9 June 2026", *lines]


def test_the_list_has_its_order_and_what_became_of_each() -> None:
    some = (
        point("a", text="ours", tags=("between_us",), rank=-5.0),
        point("b", text="second", rank=2.0),
        point("c", text="first", rank=1.0),
        point("d", text="pinned", rank=9.0, pinned=True),
        point("e", text="came", state="brought", settled_at=LATER),
        point("f", text="went", state="let_go"),
        point("g", text="waits", state="later", settled_at=LATER),
    )
    text = section(journal(*some), "To bring")
    assert [one for one in text if one.startswith((">", "###")) and "####" not in one] == [
        "### On the list",
        "> pinned",
        "> first",
        "> second",
        "> ours",
        "### Later",
        "> waits",
        "### Brought",
        "> came",
        "### Let go",
        "> went",
    ]
    assert "- Brought: 9 June 2026" in text
    assert "- Later: 9 June 2026" in text


SCHEDULE = Schedule(id="s", rule="FREQ=WEEKLY", start=datetime(2026, 6, 11, 14), zone="UTC")  # noqa: DTZ001


@pytest.mark.parametrize(
    ("entry", "title", "lines"),
    [
        (JUN, "People & places", ["### Jun"]),
        (
            replace(
                JUN,
                bond="a friend",
                therapy="t",
                resting_since=NOON,
                closeness=(Closeness(NOON, 4, 5), Closeness(LATER)),
            ),
            "People & places",
            [
                "### Jun",
                "- In a word: a friend",
                "- My therapist: Dr. Vale",
                "- Resting since: 9 June 2026",
                "- How close, and how close you'd like: "
                "9 June 2026: now 4, wish 5; 9 June 2026: taken off",
            ],
        ),
        (replace(JUN, therapy="gone"), "People & places", ["### Jun", "- My therapist: yes"]),
        (
            replace(
                MOSS,
                role="jumps_in_fast",
                about="So",
                says="No.",
                wakes="Noise",
                good_at="Doors",
                hopes="Rest",
                worries="Rain",
                around=("noor",),
                resting_since=NOON,
            ),
            "Parts",
            [
                "### Moss",
                "- Role: Jumps in fast",
                "- Who it shows up around: Noor",
                "- Resting since: 9 June 2026",
                "In a few words",
                "> So",
                "What it says, in its own words",
                "> No.",
                "What wakes it up",
                "> Noise",
                "What it is good at",
                "> Doors",
                "What it hopes for",
                "> Rest",
                "What it worries about",
                "> Rain",
            ],
        ),
        (
            WAY,
            "Ways of staying safe",
            ["### A joke", "How it helps", "> It ends.", "What it costs", "> My jaw."],
        ),
        (
            Therapy(ended=NOON.date()),
            "Therapists and groups",
            ["### Dr. Vale", "### Therapy", "- Stopped: 9 June 2026"],
        ),
        (
            replace(
                SCHEDULE,
                therapy="t",
                until=date(2027, 1, 1),
                breaks=(Break(date(2026, 8, 1), date(2026, 8, 9)), Break(date(2026, 9, 1))),
            ),
            "Plans for sessions",
            [
                "### Thursdays, 14:00",
                "- For: Dr. Vale",
                "- How long: 50 minutes",
                "- By the clock of: UTC",
                "- From: 11 June 2026",
                "- Until: 1 January 2027",
                "- Breaks: 1 August 2026 until 9 August 2026; 1 September 2026 until you say so",
            ],
        ),
        (
            Settings(
                supporters=(Supporter("Jun", "0123", "Any time"), Supporter("Kit", "45")),
                out_of_hours="Ring first",
                own_words=("floaty",),
                own_body_words=("jaw",),
                own_prompts=(OwnPrompt("1", "What is near?", "day"),),
                names=("Zoë",),
            ),
            "What you have set",
            [
                "### Your own people to turn to",
                "- Jun, 0123. Any time",
                "- Kit, 45.",
                "### Words of your own",
                "- floaty",
                "- jaw",
                "### Questions of your own",
                "- What is near?",
                "### Names that a sheet shows as initials",
                "- Zoë",
                "### What your therapist said about out of hours",
                "> Ring first",
            ],
        ),
    ],
)
def test_what_has_no_day_is_at_the_end(entry: Entry, title: str, lines: list[str]) -> None:
    around = () if isinstance(entry, Person) else (NOOR,)
    text = journal(Therapy(id="t", name="Dr. Vale"), *around, entry)
    assert section(text, title) == lines


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        ("FREQ=WEEKLY;INTERVAL=2", "Every other Thursday, 14:00"),
        ("FREQ=WEEKLY;INTERVAL=4", "Every fourth Thursday, 14:00"),
        ("FREQ=MONTHLY;BYDAY=2TH", "The second Thursday of a month, 14:00"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=WEEKLY;BYDAY=TU,TH, 14:00"),
    ],
)
def test_a_plan_says_how_often(rule: str, title: str) -> None:
    assert f"### {title}\n" in journal(replace(SCHEDULE, rule=rule))


def test_the_last_weekday_of_a_month_is_called_so() -> None:
    last = replace(SCHEDULE, rule="FREQ=MONTHLY;BYDAY=-1TU", start=datetime(2026, 6, 30, 9))  # noqa: DTZ001
    assert "### The last Tuesday of a month, 09:00\n" in journal(last)


def words_in(value: Any) -> Iterator[str]:
    """Every text of an entry that somebody wrote."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words_in(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            is_told = field.type in (str, tuple[str, ...]) or "[domain." in f"{field.type}"
            if is_told and field.name not in NO_TEXT:
                yield from words_in(getattr(value, field.name))


def test_every_note_name_and_word_of_a_whole_journal_is_in_it() -> None:
    every = list(sample_entries(NOON))
    shown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", journal(*every))
    found = " ".join(re.sub(r"^> ?", "", shown, flags=re.MULTILINE).split())
    told = {" ".join(words.split()) for one in every for words in words_in(one)}
    # A question that nobody answered was passed over.
    passed = {
        " ".join(reply.asked.split())
        for one in every
        if isinstance(one, Sitting)
        for reply in one.replies
        if reply not in one.written
    }
    assert len(told) > 300
    assert {words for words in told - passed if words not in found} == set()


@given(any_of.texts)
def test_no_note_changes_anything_around_it(note: str) -> None:
    before, after = check_in("1", note="before"), check_in("3", LATER, note="after")
    around = [
        [one for one in journal(before, check_in("2", note=words), after).split("\n") if one]
        for words in (note, "-")
    ]
    without = [[one for one in lines if not one.startswith(">")] for lines in around]
    assert without[0] == without[1]


@given(st.lists(any_of.entries, max_size=6))
def test_any_entries_at_all_are_told(some: list[Entry]) -> None:
    text = journal(*some)
    assert text.startswith("# Meanwhile")
    assert text.endswith("\n")
    assert "\n\n\n" not in text
