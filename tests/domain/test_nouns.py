"""The word for a part in a sentence of each language, with what agrees with it."""

import pytest
from babel.messages.catalog import Message
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import PartWord
from domain.entries.nouns import put
from domain.language import LANGUAGES
from tests.spoken import speaking

GERMAN = (
    # "Anteil", "side", "feeling", "die Figur", "das Wesen"
    ("dieser Anteil", "diese Seite", "dieses Gefühl", "diese Figur", "dieses Wesen"),
    ("diesen Anteil", "diese Seite", "dieses Gefühl", "diese Figur", "dieses Wesen"),
    ("diesem Anteil", "dieser Seite", "diesem Gefühl", "dieser Figur", "diesem Wesen"),
    ("dieses Anteils", "dieser Seite", "dieses Gefühls", "dieser Figur", "dieses Wesens"),
    ("der Anteil", "die Seite", "das Gefühl", "die Figur", "das Wesen"),
    ("den Anteil", "die Seite", "das Gefühl", "die Figur", "das Wesen"),
    ("dem Anteil", "der Seite", "dem Gefühl", "der Figur", "dem Wesen"),
    ("des Anteils", "der Seite", "des Gefühls", "der Figur", "des Wesens"),
    ("ein Anteil", "eine Seite", "ein Gefühl", "eine Figur", "ein Wesen"),
    ("einen Anteil", "eine Seite", "ein Gefühl", "eine Figur", "ein Wesen"),
    ("einem Anteil", "einer Seite", "einem Gefühl", "einer Figur", "einem Wesen"),
    ("eines Anteils", "einer Seite", "eines Gefühls", "einer Figur", "eines Wesens"),
    ("kein Anteil", "keine Seite", "kein Gefühl", "keine Figur", "kein Wesen"),
    ("deinen Anteil", "deine Seite", "dein Gefühl", "deine Figur", "dein Wesen"),
    ("unserem Anteil", "unserer Seite", "unserem Gefühl", "unserer Figur", "unserem Wesen"),
    ("ihr Anteil", "ihre Seite", "ihr Gefühl", "ihre Figur", "ihr Wesen"),
    ("jeder Anteil", "jede Seite", "jedes Gefühl", "jede Figur", "jedes Wesen"),
    ("Welchen Anteil", "Welche Seite", "Welches Gefühl", "Welche Figur", "Welches Wesen"),
    ("zum Anteil", "zur Seite", "zum Gefühl", "zur Figur", "zum Wesen"),
    ("vom Anteil", "von der Seite", "vom Gefühl", "von der Figur", "vom Wesen"),
    ("Im Anteil", "In der Seite", "Im Gefühl", "In der Figur", "Im Wesen"),
    ("am Anteil", "an der Seite", "am Gefühl", "an der Figur", "am Wesen"),
    ("beim Anteil", "bei der Seite", "beim Gefühl", "bei der Figur", "beim Wesen"),
    ("Anteil, der", "Seite, der", "Gefühl, der", "Figur, der", "Wesen, der"),
    ("die Anteile", "die Seiten", "die Gefühle", "die Figuren", "die Wesen"),
    ("aller Anteile", "aller Seiten", "aller Gefühle", "aller Figuren", "aller Wesen"),
    ("dieser Anteile", "dieser Seiten", "dieser Gefühle", "dieser Figuren", "dieser Wesen"),
    ("mit den Anteilen", "mit den Seiten", "mit den Gefühlen", "mit den Figuren", "mit den Wesen"),
    ("zwei Anteilen", "zwei Seiten", "zwei Gefühlen", "zwei Figuren", "zwei Wesen"),
)
SPANISH = (
    # "parte", "side", "voice", "el yo", "faceta"
    ("esta parte", "este lado", "esta voz", "este yo", "esta faceta"),
    ("de la parte", "del lado", "de la voz", "del yo", "de la faceta"),
    ("A la parte", "Al lado", "A la voz", "Al yo", "A la faceta"),
    ("la parte", "el lado", "la voz", "el yo", "la faceta"),
    ("de una parte", "de un lado", "de una voz", "de un yo", "de una faceta"),
    ("las partes", "los lados", "las voces", "los yoes", "las facetas"),
    (
        "todas las partes",
        "todos los lados",
        "todas las voces",
        "todos los yoes",
        "todas las facetas",
    ),
    ("la otra parte", "el otro lado", "la otra voz", "el otro yo", "la otra faceta"),
    (
        "de todas las otras partes",
        "de todos los otros lados",
        "de todas las otras voces",
        "de todos los otros yoes",
        "de todas las otras facetas",
    ),
    (
        "una de las partes",
        "uno de los lados",
        "una de las voces",
        "uno de los yoes",
        "una de las facetas",
    ),
    ("Ninguna parte", "Ningún lado", "Ninguna voz", "Ningún yo", "Ninguna faceta"),
    ("estas partes", "estos lados", "estas voces", "estos yoes", "estas facetas"),
    ("cada parte", "cada lado", "cada voz", "cada yo", "cada faceta"),
    ("dos partes", "dos lados", "dos voces", "dos yoes", "dos facetas"),
    ("Partes", "Lados", "Voces", "Yoes", "Facetas"),
)


@pytest.mark.parametrize("row", GERMAN, ids=lambda row: row[0])
def test_german(row: tuple[str, ...]) -> None:
    said, *others = row
    words = (("side", "sides"), ("feeling", "feelings"), ("die Figur", "die Figuren"))
    for (one, many), wanted in zip((*words, ("das Wesen", "Wesen")), others, strict=True):
        assert put(one, many, f"Hier ist {said}.", "de") == f"Hier ist {wanted}."


@pytest.mark.parametrize("row", SPANISH, ids=lambda row: row[0])
def test_spanish(row: tuple[str, ...]) -> None:
    said, *others = row
    words = (("side", "sides"), ("voice", "voices"), ("el yo", "los yoes"), ("faceta", "facetas"))
    for (one, many), wanted in zip(words, others, strict=True):
        assert put(one, many, f"Con {said}.", "es") == f"Con {wanted}."


@pytest.mark.parametrize(
    ("said", "side", "inner_voice"),
    [
        ("Add a part", "Add a side", "Add an inner voice"),
        ("A part of {name}", "A side of {name}", "An inner voice of {name}"),
        ("Part", "Side", "Inner voice"),
        ("Parts, and this part", "Sides, and this side", "Inner voices, and this inner voice"),
        ("the part's name", "the side's name", "the inner voice's name"),
        ("apart at a party", "apart at a party", "apart at a party"),
    ],
)
def test_english(said: str, side: str, inner_voice: str) -> None:
    assert put("side", "sides", said, "en") == side
    assert put("inner voice", "inner voices", said, "en") == inner_voice


@pytest.mark.parametrize(
    ("one", "many", "said", "wanted"),
    [
        # Without an article a word is taken for what most of its kind are.
        ("Aspekt", "Aspekte", "des Anteils", "des Aspekts"),
        ("Aspekt", "Aspekte", "einen Anteil", "einen Aspekt"),
        ("Aspekt", "Aspekte", "mit Anteilen", "mit Aspekten"),
        ("der Fokus", "Fokusse", "des Anteils", "des Fokus"),
        ("der Fokus", "Fokusse", "den Anteil", "den Fokus"),
        ("das Ich", "Ichs", "den Anteilen", "den Ichs"),
        ("die", "die", "der Anteil", "der die"),
        ("innere Stimme", "innere Stimmen", "Anteil", "Innere Stimme"),
    ],
)
def test_a_german_word_of_ones_own(one: str, many: str, said: str, wanted: str) -> None:
    assert put(one, many, said, "de") == wanted


@pytest.mark.parametrize(
    ("one", "many", "said", "wanted"),
    [
        ("aspecto", "aspectos", "de la parte", "del aspecto"),
        ("la mano", "manos", "de la parte", "de la mano"),
        ("el personaje", "personajes", "toda la parte", "todo el personaje"),
        ("personaje", "personajes", "la parte", "la personaje"),
    ],
)
def test_a_spanish_word_of_ones_own(one: str, many: str, said: str, wanted: str) -> None:
    assert put(one, many, said, "es") == wanted


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "A part of me, and parts of me"),
        ("de", "Ein Anteil von mir, mit Anteilen von mir"),
        ("de", "Anteilnahme"),
        ("es", "Una parte de mí, y partes de mi"),
        ("es", "aparte"),
    ],
)
def test_what_is_no_word_for_a_part_stays(language: str, said: str) -> None:
    assert put("side", "sides", said, language) == said


@given(st.text(), st.sampled_from(sorted(LANGUAGES)))
def test_where_it_is_a_part_every_text_stays(said: str, language: str) -> None:
    assert put("part", "parts", said, language) == said


def test_what_is_put_in_by_name_stays_as_it_is() -> None:
    speaking("de", Message("This part, {name}", "Dieser Anteil, {name}"))
    word = PartWord("side", "sides")
    assert word.tr("This part, {name}", name="der Anteil") == "Diese Seite, der Anteil"
    assert word.put_into("mit dem Anteil") == "mit der Seite"
    assert PartWord().tr("This part, {name}", name="Owl") == "Dieser Anteil, Owl"
