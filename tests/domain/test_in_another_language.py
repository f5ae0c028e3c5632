"""What is kept in English is said, found and counted in the language of now."""

from datetime import UTC, date, datetime

import pytest
from babel.messages.catalog import Message

from domain import bringing, part_map, words
from domain.entries import (
    RELATIONS,
    TAGS,
    CheckIn,
    PartWord,
    Relation,
    Reply,
    Sitting,
    TalkingPoint,
    TherapySession,
)
from domain.entries.therapy import Break
from domain.finding import find
from domain.journal import JournalError
from domain.keeper import TryLaterError
from domain.language import N_, speak
from domain.looking_back.counting import with_words
from domain.moving_in.meaning import EASY, first_meaning
from domain.moving_in.record import Mood, Tagged
from domain.moving_in.telling import teller
from domain.prompts import OWN, Prompt, find_prompt, prompt, prompts
from domain.recurrence import recurrence
from domain.sheet import Choice, as_text, sheet
from domain.sittings import GATE
from domain.support import region
from tests.domain.found import found, record
from tests.spoken import speaking

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)
FEELING, BODY, TOPIC = "feeling", "body", "topic"
WORDS = (
    Message("calm", "ruhig", context=FEELING),
    Message("tired", "müde", context=FEELING),
    Message("restless", "unruhig", context=FEELING),
    Message("restless", "zappelig", context=BODY),
    Message("clenched jaw", "Zähne zusammengebissen", context=BODY),
)


def check_in(*feelings: str, body: tuple[str, ...] = ()) -> CheckIn:
    return CheckIn(id="c", at=NOON, logged_at=NOON, feelings=feelings, body=body)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("calm", "ruhig"),
        ("clenched jaw", "Zähne zusammengebissen"),
        ("restless", "unruhig"),
        ("happy", "happy"),
        ("Calm", "Calm"),
        ("like a kite", "like a kite"),
    ],
)
def test_a_shipped_word_is_said_and_ones_own_stays(word: str, said: str) -> None:
    assert words.said(word) == word
    speaking("de", *WORDS)
    assert words.said(word) == said


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ruhig", "calm"),
        (" Müde ", "tired"),
        ("zähne  ZUSAMMENGEBISSEN", "clenched jaw"),
        ("Calm", "calm"),
        ("zappelig", "zappelig"),
        (" wie ein  Drachen", "wie ein Drachen"),
    ],
)
def test_a_word_that_is_called_like_a_shipped_one_is_that_one(typed: str, kept: str) -> None:
    speaking("de", *WORDS)
    assert words.kept(typed) == kept


def test_words_are_looked_for_by_what_they_are_called() -> None:
    speaking("de", *WORDS)
    some = ("calm", "tired", "restless", "mine")
    assert words.matching("RUH", some) == ("calm", "restless")
    assert words.matching("calm", some) == ()
    assert words.matching("mi", some) == ("mine",)


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [("ruhig", True), ("calm", True), ("zusammen RUH", True), ("jaw", True), ("müde", False)],
)
def test_an_entry_is_found_by_its_words_in_either_language(typed: str, is_found: bool) -> None:
    speaking("de", *WORDS)
    one = check_in("calm", body=("clenched jaw",))
    assert find([one], typed) == ([one] if is_found else [])


def test_words_are_counted_by_the_letters_that_they_are_said_with() -> None:
    some = [check_in("calm", "tired", "own")]
    assert [word for word, _ in with_words(some, "feelings")] == ["calm", "own", "tired"]
    speaking("de", *WORDS)
    assert [word for word, _ in with_words(some, "feelings")] == ["tired", "own", "calm"]


def test_the_words_of_another_app_are_known_in_either_language() -> None:
    speaking("de", *WORDS, Message("Tags: {tags}", "Schlagwörter: {tags}"))
    read = found(
        record(
            moods=(Mood("Ruhig"),),
            words=("calm", "Ruhig"),
            tags=(Tagged("müde"), Tagged("Zähne zusammengebissen"), Tagged("Kino")),
        )
    )
    meaning = first_meaning(read, (), (), ())
    assert [one.pleasantness for one in meaning.moods] == [EASY]
    assert {one.name: one.use for one in meaning.tags} == {
        "müde": "feeling",
        "Zähne zusammengebissen": "body",
        "Kino": "note",
    }
    told = teller(meaning)(read.records[0])
    assert (told.feelings, told.body) == (("calm", "tired"), ("clenched jaw",))
    assert told.note == "Schlagwörter: Kino"


def test_what_is_brought_says_the_words_of_its_source_in_the_language_of_now() -> None:
    speaking("de", *WORDS, Message(bringing.DECLINED, "Keine Antwort."))
    point = TalkingPoint(id="p", at=NOON, source="c")
    assert bringing.words_of(point, check_in("calm", "own")) == "ruhig, own"
    silent = Sitting(id="s", at=NOON, part="a", replies=(Reply("P1", "?", "", declined=True),))
    assert bringing.words_of(point, silent) == "Keine Antwort."


def test_a_question_is_said_and_what_was_asked_stays_as_it_was() -> None:
    english, was_found = GATE.text, prompts("parts")[1]
    speaking(
        "de",
        Message(english, "Was fühlst du gegenüber diesem Anteil?"),
        Message(was_found.text, "Welcher Anteil wollte das?"),
        Message("Mine", "Meins"),
    )
    assert GATE.text == prompt(GATE.id).text == "Was fühlst du gegenüber diesem Anteil?"
    word = PartWord("side", "sides")
    assert GATE.worded(word).text == "Was fühlst du gegenüber dieser Seite?"
    assert was_found.worded(word).text == "Welche Seite wollte das?"
    assert was_found == find_prompt(was_found.id) == prompts("parts")[1]
    mine = Prompt("a", OWN, "Mine", OWN)
    assert mine.text == mine.worded(word).text == "Mine"
    speak("en")
    assert GATE.text == english


def test_lines_of_a_region_are_said() -> None:
    speaking(
        "de",
        Message("United Kingdom", "Vereinigtes Königreich"),
        Message("24/7, free", "rund um die Uhr, kostenlos"),
    )
    said = region("GB")
    assert said is not None
    assert (said.name, said.emergency) == ("Vereinigtes Königreich", "999")
    assert {one.hours for one in said.lines} >= {"rund um die Uhr, kostenlos", "24/7"}
    assert {one.for_whom for one in said.lines} >= {""}


def test_every_topic_of_the_list_has_a_word() -> None:
    speaking(
        "es",
        *(Message(tag.replace("_", " "), f"de {tag}", context=TOPIC) for tag in TAGS),
        Message("parts", "partes"),
    )
    said = {tag: bringing.tag_in_words(tag, PartWord("side", "sides")) for tag in TAGS}
    assert said == {tag: "lados" if tag == "parts" else f"de {tag}" for tag in TAGS}
    point = TalkingPoint(id="p", at=NOON, text="x", tags=("between_us", "parts"))
    assert find([point], "de between_us partes") == [point]


def test_the_sheet_is_said_in_the_language_of_now() -> None:
    speaking(
        "de",
        Message("To bring", "Mitbringen"),
        Message("needs", "Bedürfnisse", context=TOPIC),
        Message("From a check-in", "Aus einem Check-in"),
        Message("Check-ins: {count}", "{count} Check-ins"),
    )
    made = sheet(
        "Für Mein Therapeut",
        "",
        [
            TalkingPoint(id="p", at=NOON, tags=("needs", "parts")),
            TalkingPoint(id="q", at=NOON, text="Mein Tag. Therapeut"),
        ],
        [check_in("calm")],
        Choice(),
        words_of=lambda one: one.text,
        when=lambda one: "",
        names=("Mein Therapeut",),
        parts="Anteile",
    )
    assert as_text(made).splitlines() == [
        "Für M. T.",
        "",
        "",
        "Mitbringen",
        "- Bedürfnisse, Anteile: Aus einem Check-in",
        "- Mein Tag. T.",
        "",
        "1 Check-ins",
    ]


def test_a_line_of_the_map_is_a_sentence() -> None:
    names = {"o": "{Owl}", "e": "Eel"}
    sentences = part_map.SENTENCES.items()
    speaking("de", *(Message(said, f"{{other}}, {{one}}: {kind}") for kind, said in sentences))
    for kind in RELATIONS:
        assert part_map.in_words(Relation("o", kind, "e"), names) == f"Eel, {{Owl}}: {kind}"


def test_an_error_is_said_in_the_language_of_whenever_it_is_shown() -> None:
    error = JournalError(N_("There is no backup “{name}”."), name="{a}")
    wait = (TryLaterError(1), TryLaterError(30))
    assert str(error) == "There is no backup “{a}”."
    assert [str(one) for one in wait] == [
        "You can try again in 1 second.",
        "You can try again in 30 seconds.",
    ]
    speaking(
        "de",
        Message("There is no backup “{name}”.", "„{name}“ gibt es nicht."),
        Message(
            ("You can try again in {n} second.", "You can try again in {n} seconds."),
            ("Noch {n} Sekunde.", "Noch {n} Sekunden."),
        ),
    )
    assert str(error) == "„{a}“ gibt es nicht."
    assert [str(one) for one in wait] == ["Noch 1 Sekunde.", "Noch 30 Sekunden."]


def test_what_is_wrong_with_a_plan_is_said() -> None:
    speaking(
        "de",
        Message("No day fits this rule.", "Das passt nie."),
        Message("A break ends after it has begun.", "Erst der Anfang."),
        Message("A session is between a minute and a day long.", "So lang nicht."),
    )
    with pytest.raises(ValueError, match="Das passt nie"):
        recurrence("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", datetime(2026, 6, 9), "UTC")  # noqa: DTZ001
    with pytest.raises(ValueError, match="Erst der Anfang"):
        Break(date(2026, 6, 9), date(2026, 6, 8))
    with pytest.raises(ValueError, match="So lang nicht"):
        TherapySession(id="a", at=NOON, length=0)
