"""Whatever was written shows as it was written: nothing in it becomes a heading, a list, a link."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.exchange.markdown import Told, blocks, heading, line, quote

MEANING = "\\`*_{}[]()<>#+-.!|~&=$:;@^\"'1234 \t\n"
written = st.text(st.sampled_from(MEANING) | st.characters(codec="utf-8"), max_size=30)


def shown(markdown: str) -> str:
    """Markdown of one line as a page shows it."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


def unescaped(markdown: str) -> str:
    """What is left of Markdown that is not escaped: what might mean something."""
    return re.sub(r"\\[!-/:-@\[-`{-~]", "", markdown)


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("Jun went quiet.", "Jun went quiet."),
        ("# not a title", r"\# not a title"),
        ("so #5", r"so \#5"),
        ("- not a list", r"\- not a list"),
        ("+ not a list", r"\+ not a list"),
        ("* not a list", r"\* not a list"),
        ("1. not a list", r"1\. not a list"),
        ("12) not a list", r"12\) not a list"),
        ("> not a quote", r"\> not a quote"),
        ("--- no rule", r"\--- no rule"),
        ("=== no title", r"\=== no title"),
        (": no definition", r"\: no definition"),
        ("*so* and **so** and _so_", r"\*so\* and \*\*so\*\* and \_so\_"),
        ("~~gone~~", r"\~\~gone\~\~"),
        ("`code`", r"\`code\`"),
        ("[a](b) ![c](d)", r"\[a\](b) !\[c\](d)"),
        ("<b>so</b> <3", r"\<b>so\</b> <3"),
        ("<!-- so --> <?so?>", r"\<!-- so --> \<?so?>"),
        ("&amp; &#35; AT & T", r"\&amp; \&#35; AT & T".replace("#", r"\#")),
        ("a | b", r"a \| b"),
        ("$5 and $6", r"\$5 and \$6"),
        ("C:\\so", r"C:\\so"),
        ("9:30, and 1.5", "9:30, and 1.5"),
        ("  so\n it\twas ", "so it was"),
        ("a\x00b\x07c", "abc"),
        ("", ""),
    ],
)
def test_words_on_a_line(words: str, markdown: str) -> None:
    assert line(words) == markdown


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("one\ntwo", "> one  \n> two"),
        ("one\r\ntwo\rthree\u2028four", "> one  \n> two  \n> three  \n> four"),
        ("one\n\n\ntwo", "> one\n>\n>\n> two"),
        ("\n\none  \n", "> one"),
        ("    no code", "> \u00a0\u00a0\u00a0\u00a0no code"),
        ("a\n\tb", "> a  \n> \u00a0\u00a0\u00a0\u00a0b"),
        ("a\n   \nb", "> a\n>\n> b"),
        ("# a\n- b\n1. c", "> \\# a  \n> \\- b  \n> 1\\. c"),
        ("\x00  - a", "> \u00a0\u00a0\\- a"),
        ("", ""),
        (" \n\t\x00", ""),
    ],
)
def test_words_as_a_quote(words: str, markdown: str) -> None:
    assert quote(words) == markdown


@given(written)
def test_a_line_shows_as_it_was_written(words: str) -> None:
    plain = "".join(one for one in words if one.isspace() or one.isprintable() or ord(one) > 159)
    assert shown(line(words)) == " ".join(plain.split())


@given(written)
def test_nothing_in_a_line_means_anything(words: str) -> None:
    left = unescaped(line(words))
    assert not set(left) & set("\\`*_[]~|#$\n")
    assert not re.match(r"[-+=>:]", line(words))
    assert not re.match(r"\d{1,9}[.)]", line(words))
    assert not re.search(r"<[A-Za-z/!?]|&[A-Za-z#]", left.replace("\\", ""))


@given(written)
def test_a_quote_never_ends_before_what_was_written_does(words: str) -> None:
    lines = quote(words).split("\n")
    assert lines == [""] or all(one == ">" or one.startswith("> ") for one in lines)
    for one in lines:
        assert not re.match(r"> *( {4}|\t)", one)
        assert not re.match(r"> ?([-+=>:#`~*_|]|<[A-Za-z/!?]|\d{1,9}[.)])", one)


@given(written)
def test_a_quote_has_the_lines_that_were_written(words: str) -> None:
    found = [shown(one.removeprefix(">")).split() for one in quote(words).split("\n")]
    plain = "".join(one for one in words if one.isspace() or one.isprintable() or ord(one) > 159)
    told = [one.split() for one in plain.strip("\r\n").splitlines()]
    assert found == (told if any(told) else [[]])


def test_a_heading_stays_one_line() -> None:
    assert heading("Jun\n# and #", 3) == "### Jun \\# and \\#"


def test_blocks_of_what_is_told() -> None:
    said = Told("Jun", ("now 4", "- so"), (("Why?", "1. So"), ("", "it was"), ("Empty", " ")))
    assert blocks(said, 2) == [
        "## Jun",
        "- now 4\n- \\- so",
        "Why?",
        "> 1\\. So",
        "> it was",
        "Empty",
    ]
    assert blocks(Told("Jun"), 2) == ["## Jun"]
