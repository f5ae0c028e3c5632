"""Which language is spoken, and how a text of it is said."""

from collections.abc import Sequence

import pytest
from babel.messages.catalog import Message

from domain.language import (
    LANGUAGES,
    N_,
    catalogue,
    hear,
    in_turn,
    language,
    listed,
    locale,
    speak,
    tr,
    trn,
    trp,
)
from tests.spoken import speaking


@pytest.mark.parametrize(
    ("heard", "code", "spoken"),
    [
        ([], "", "en_GB"),
        ([], "de", "de_DE"),
        ([], "es", "es_ES"),
        ([], "fr", "en_GB"),
        ([("en", "")], "", "en_GB"),
        ([("en", "US")], "", "en_US"),
        ([("de", "AT")], "", "de_AT"),
        ([("es", "MX")], "", "es_MX"),
        ([("es", "419")], "", "es_419"),
        ([("de", "US")], "", "de_DE"),
        ([("en", "Nowhere")], "", "en_GB"),
        ([("fr", "CH"), ("de", "CH"), ("en", "US")], "", "de_CH"),
        ([("fr", "FR")], "", "en_GB"),
        ([("fr", "CH")], "de", "de_CH"),
        ([("en", "US"), ("es", "MX")], "es", "es_US"),
        ([("de", "DE")], "en", "en_DE"),
        ([("ja", "JP")], "es", "es_ES"),
        ([("de", "DE")], "fr", "de_DE"),
    ],
)
def test_the_language_is_the_one_that_was_chosen_or_the_first_of_the_device(
    heard: Sequence[tuple[str, str]], code: str, spoken: str
) -> None:
    hear(heard)
    speak(code)
    assert str(locale()) == spoken
    assert language() == spoken[:2]


def test_what_the_device_tells_counts_from_the_next_time_on() -> None:
    hear([("de", "DE")])
    assert language() == "en"
    speak()
    assert language() == "de"
    speak("en")
    assert language() == "en"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_its_texts(code: str) -> None:
    assert catalogue(code) is catalogue(code)
    speak(code)
    assert tr("A text that nobody has marked") == "A text that nobody has marked"


def test_a_text_is_said_in_the_language_of_now() -> None:
    marked = N_("{name} rests")
    assert tr(marked, name="Owl") == "Owl rests"
    speaking("de", Message("{name} rests", "{name} ruht"), Message("As {it} is", "So, {wie}"))
    assert tr(marked, name="{Owl}") == "{Owl} ruht"
    assert tr("As {it} is") == "So, {wie}"
    assert tr("Not in it") == "Not in it"
    assert tr("") == ""
    speak("en")
    assert tr(marked, name="Owl") == "Owl rests"


@pytest.mark.parametrize(
    ("count", "english", "german"),
    [(0, "0 days", "0 Tage"), (1, "1 day", "1 Tag"), (2, "2 days", "2 Tage")],
)
def test_one_and_several(count: int, english: str, german: str) -> None:
    assert trn("{n} day", "{n} days", count) == english
    speaking("de", Message(("{n} day", "{n} days"), ("{n} Tag", "{n} Tage")))
    assert trn("{n} day", "{n} days", count) == german
    assert trn("{n} night", "{n} nights", count, n="No") == f"No night{'s' * (count != 1)}"


def test_one_text_means_two_things_in_two_contexts() -> None:
    assert trp("verb", "Open {what}", what="it") == "Open it"
    speaking(
        "es",
        Message("Open", "Abierto", context="state"),
        Message("Open", "Abrir", context="verb"),
    )
    assert (trp("verb", "Open"), trp("state", "Open"), tr("Open")) == ("Abrir", "Abierto", "Open")


@pytest.mark.parametrize(
    ("code", "place", "words", "said"),
    [
        ("en", "", [], ""),
        ("en", "", ["a"], "a"),
        ("en", "", ["a", "b"], "a and b"),
        ("en", "", ["a", "b", "c"], "a, b and c"),
        ("en", "US", ["a", "b", "c"], "a, b, and c"),
        ("en", "", ["Ana", "Inés"], "Ana and Inés"),
        ("de", "", ["a", "b", "c"], "a, b und c"),
        ("de", "", ["a", "Inés"], "a und Inés"),
        ("es", "", [], ""),
        ("es", "", ["Inés"], "Inés"),
        ("es", "", ["Ana", "Noor"], "Ana y Noor"),
        ("es", "", ["Ana", "Inés"], "Ana e Inés"),
        ("es", "", ["Ana y Luz", "Noor", "hijos"], "Ana y Luz, Noor e hijos"),
        ("es", "", ["agua", "hielo"], "agua y hielo"),
        ("es", "", ["Ana", "Ian"], "Ana y Ian"),
    ],
)
def test_a_list(code: str, place: str, words: list[str], said: str) -> None:
    hear([(code, place)])
    speak()
    assert listed(words) == said


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([], ""),
        (["Lock", "off"], "Lock. off"),
        (["Lock", ""], "Lock"),
        (["Show it while it is locked.", "off"], "Show it while it is locked. off"),
        (
            ["How did it go?", " ", "As hoped\n", "added later"],
            "How did it go? As hoped. added later",
        ),
        (["and then…", "a miss."], "and then… a miss."),
    ],
)
def test_texts_are_heard_one_after_another(texts: list[str], said: str) -> None:
    assert in_turn(*texts) == said
