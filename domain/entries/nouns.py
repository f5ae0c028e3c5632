"""The word for a part in a sentence of each language, with what has to agree with it.

The texts say "part", "Anteil" and "parte"; where another word stands for it, articles and the like
before it get its gender. A text has no adjective between the two, and no pronoun for it. "Part of
me" is how one says it, whatever a part is called.
"""

import re
from collections.abc import Callable
from typing import Final

_ENGLISH: Final = re.compile(r"\b(a )?(part)(s?)\b(?! of me)", re.IGNORECASE)

_GERMAN_OWN: Final = {
    "side": ("die Seite", "Seiten"),
    "voice": ("die Stimme", "Stimmen"),
    "feeling": ("das Gefühl", "Gefühle"),
}
_GERMAN: Final = re.compile(
    r"\b(?:(der|den|dem|des|im|am|vom|zum|beim"
    r"|(?:dies|jed|welch|manch|jen)(?:er|en|em|es)"
    r"|(?:ein|kein|mein|dein|sein|ihr|unser)(?:en|em|es)?) )?"
    r"(Anteil(?:e|en|s)?)\b(?! von mir)",
    re.IGNORECASE,
)
_ARTICLES: Final = {
    "der": ("die", "das"),
    "den": ("die", "das"),
    "dem": ("der", "dem"),
    "des": ("der", "des"),
    "im": ("in der", "im"),
    "am": ("an der", "am"),
    "vom": ("von der", "vom"),
    "zum": ("zur", "zum"),
    "beim": ("bei der", "beim"),
}
"""Those of "Anteil", a masculine, for a feminine and a neuter."""
_ENDINGS: Final = {"em": ("er", "em"), "es": ("er", "es"), "en": ("e", "es"), "er": ("e", "es")}
_ENDINGS_OF_EIN: Final = {**_ENDINGS, "en": ("e", ""), "": ("e", "")}

_SPANISH_OWN: Final = {
    "side": ("el lado", "lados"),
    "voice": ("la voz", "voces"),
    "feeling": ("el sentimiento", "sentimientos"),
}
_MASCULINE: Final = {
    "una de las": "uno de los",
    "alguna de las": "alguno de los",
    "ninguna de las": "ninguno de los",
    "de la": "del",
    "a la": "al",
    "la": "el",
    "las": "los",
    "una": "un",
    "unas": "unos",
    "esta": "este",
    "estas": "estos",
    "esa": "ese",
    "esas": "esos",
    "aquella": "aquel",
    "aquellas": "aquellos",
    "alguna": "algún",
    "algunas": "algunos",
    "ninguna": "ningún",
    "otra": "otro",
    "otras": "otros",
    "toda": "todo",
    "todas": "todos",
    "ambas": "ambos",
    "cuántas": "cuántos",
    "muchas": "muchos",
    "pocas": "pocos",
    "varias": "varios",
}
_SPANISH: Final = re.compile(
    rf"\b((?:(?:{'|'.join(_MASCULINE)}) ){{0,3}})(parte)(s?)\b(?! de m[ií]\b)", re.IGNORECASE
)
_ONE_OF_THEM: Final = re.compile("|".join(rf"\b{one}\b" for one in _MASCULINE))


def put(one: str, many: str, words: str, language: str) -> str:
    """The words with another in the place of "part" and "parts"."""
    if one == "part":
        return words
    return _IN[language](one, many, words)


def _english(one: str, many: str, words: str) -> str:
    a_one = f"{'an' if one[0].casefold() in 'aeiou' else 'a'} {one}"

    def instead(found: re.Match[str]) -> str:
        article, _, several = found.groups()
        return _as_big_as(found[0], many if several else a_one if article else one)

    return _ENGLISH.sub(instead, words)


def _german(one: str, many: str, words: str) -> str:
    one, many = _GERMAN_OWN.get(one, (one, many))
    article, word = _with_article(one, ("der", "die", "das"))
    _, many = _with_article(many, ("die",))
    gender = {"die": 0, "das": 1}.get(article)

    def agreeing(determiner: str) -> str:
        low = determiner.lower()
        if gender is None:
            return low
        if low in _ARTICLES:
            return _ARTICLES[low][gender]
        stem = next(
            (
                s
                for s in ("kein", "mein", "dein", "sein", "ein", "unser", "ihr")
                if low.startswith(s)
            ),
            "",
        )
        endings = _ENDINGS_OF_EIN if stem else _ENDINGS
        stem = stem or low[:-2]
        return stem + endings[low.removeprefix(stem)][gender]

    def instead(found: re.Match[str]) -> str:
        determiner, noun = found.groups()
        ending = noun[len("Anteil") :]
        if ending in ("e", "en"):
            more = "n" if ending == "en" and not many.endswith(("n", "s")) else ""
            said = f"{determiner} {many}{more}" if determiner else f"{many}{more}"
        else:
            more = "s" if ending == "s" and article != "die" and not word.endswith("s") else ""
            said = f"{agreeing(determiner)} {word}{more}" if determiner else f"{word}{more}"
        return _as_big_as(found[0], said)

    return _GERMAN.sub(instead, words)


def _spanish(one: str, many: str, words: str) -> str:
    one, many = _SPANISH_OWN.get(one, (one, many))
    article, word = _with_article(one, ("el", "la"))
    _, many = _with_article(many, ("los", "las"))
    masculine = article == "el" or (not article and word.endswith("o"))

    def instead(found: re.Match[str]) -> str:
        before, _, several = found.groups()
        before = before.lower()
        if masculine:
            before = _ONE_OF_THEM.sub(lambda each: _MASCULINE[each[0]], before)
        return _as_big_as(found[0], f"{before}{many if several else word}")

    return _SPANISH.sub(instead, words)


_IN: Final[dict[str, Callable[[str, str, str], str]]] = {
    "en": _english,
    "de": _german,
    "es": _spanish,
}


def _with_article(word: str, articles: tuple[str, ...]) -> tuple[str, str]:
    """The article that was typed before a word, and the word."""
    first, _, rest = word.partition(" ")
    return (first.lower(), rest) if rest and first.lower() in articles else ("", word)


def _as_big_as(found: str, said: str) -> str:
    return said[0].upper() + said[1:] if found[0].isupper() else said
