"""How texts are gathered into a catalogue, and what becomes of those that are there."""

import io

from babel.messages.catalog import Catalog

from builds.texts import extract, gathered, updated

HEADER = """\
# The texts of Meanwhile in Nothing.
msgid ""
msgstr ""
"Language: es\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
BREAD = """\
#: one.py
msgid "bread"
msgstr "pan"

"""
DAYS = """\
#: one.py
#, python-brace-format
msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} día"
msgstr[1] "{n} días"

"""
OPEN = """\
# Of a shop.
#: two.py
msgctxt "a state"
msgid "open"
msgstr "abierto"

"""


def texts(*those: tuple[str, str | tuple[str, str], str | None]) -> Catalog:
    """A file, what it says, and in which context."""
    found = Catalog()
    for file, said, context in those:
        found.add(said, locations=[(file, 7)], context=context)
    return found


def file_of(*those: str) -> str:
    """A catalogue with these in it."""
    return f"{HEADER}{''.join(those)}".rstrip() + "\n"


BREAD_NOW = ("one.py", "bread", None)
DAYS_NOW = ("one.py", ("{n} day", "{n} days"), None)
OPEN_NOW = ("two.py", "open", "a state")


def test_what_is_there_stays_as_it_is_in_whatever_order_it_is_found() -> None:
    po = file_of(DAYS, BREAD, OPEN)
    assert updated(po, texts(OPEN_NOW, BREAD_NOW, DAYS_NOW)) == po


def test_a_new_text_waits_behind_those_of_its_file() -> None:
    new = '#: one.py\nmsgid "salt"\nmsgstr ""\n\n'
    elsewhere = '#: three.py\nmsgid "rest"\nmsgstr ""\n\n'
    found = texts(("three.py", "rest", None), ("one.py", "salt", None), BREAD_NOW, OPEN_NOW)
    assert updated(file_of(BREAD, OPEN), found) == file_of(BREAD, new, OPEN, elsewhere)


def test_a_text_that_is_gone_is_left_out() -> None:
    assert updated(file_of(BREAD, OPEN), texts(OPEN_NOW)) == file_of(OPEN)


def test_a_text_is_another_in_another_context_or_with_another_plural() -> None:
    found = texts(("one.py", ("{n} day", "{n} more"), None), ("two.py", "open", "an order"))
    said = updated(file_of(DAYS, OPEN), found)
    assert 'msgid_plural "{n} more"\nmsgstr[0] ""\nmsgstr[1] ""\n' in said
    assert 'msgctxt "an order"\nmsgid "open"\nmsgstr ""\n' in said


def test_a_text_tells_of_each_file_that_it_is_in() -> None:
    found = texts(BREAD_NOW, ("two.py", "bread", None))
    assert updated(file_of(BREAD), found) == file_of(BREAD.replace("one.py", "one.py two.py"))


def test_words_of_the_content_have_a_context_and_what_is_no_text_is_none() -> None:
    content = b"""
    body = ["jaw"]
    hard = ["dull"]
    [[region]]
    code = "GB"
    name = "A region"
    emergency_note = "Or go there."
    [[region.line]]
    call = "116 123"
    hours = "24/7"
    """
    assert [one[1:3] for one in extract(io.BytesIO(content), {}, (), {})] == [
        ("trp", ("body", "jaw")),
        ("trp", ("feeling", "dull")),
        ("tr", "A region"),
        ("tr", "Or go there."),
    ]


def test_texts_are_gathered_from_all_of_the_app_and_from_nowhere_else() -> None:
    found = gathered()
    files = {file for one in found for file, _ in one.locations}
    rooms = {"main.py", "domain", "storage", "views"}
    assert {"/".join(file.split("/")[:2]) for file in files if file.split("/")[0] not in rooms} == {
        "builds/page"
    }
    assert {file.split("/")[0] for file in files} == {*rooms, "builds"}
    for text, context in (("Settings", None), ("sad", "feeling"), ("{n} day", None)):
        assert found.get(text, context)
