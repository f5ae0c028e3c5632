"""Meanwhile's own files: what goes out comes in again, whole, and the same each time."""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.entries import CheckIn, Entry, Person, Settings
from domain.moving_in.record import RECORDS_MAX, StoppedError
from domain.sample import sample_entries
from storage.documents import TABLES, to_document, to_entry
from storage.exchange import meanwhile
from storage.exchange.reading import Handed, UnreadableError
from tests import entry_strategies
from tests.storage.exchange.reads import BERLIN, claimed, nobody, read

Writer = Callable[[Iterable[Entry]], bytes]

AT = datetime(2026, 3, 1, 9, 30, tzinfo=BERLIN)
CHECK_IN = CheckIn(id="01B", at=AT, logged_at=AT, pleasantness=5, note="Grün \u2028 \ud83d")
EARLIER = CheckIn(id="01C", at=datetime(2026, 3, 1, 7, tzinfo=UTC), logged_at=AT)
PERSON = Person(id="01A", at=AT, name="Zoë")
WRITERS = pytest.mark.parametrize("write", [meanwhile.as_json, meanwhile.as_lines])

some = st.lists(entry_strategies.entries, max_size=6, unique_by=lambda one: (type(one), one.id))


def paired(one: Entry) -> Entry:
    """An entry whose letters are whole: to JSON both halves of a pair are the letter."""
    return to_entry(type(one), one.id, json.loads(json.dumps(to_document(one))))


def by_kind(entries: Iterable[Entry]) -> dict[tuple[type[Entry], str], Entry]:
    """Entries in no order."""
    return {(type(one), one.id): one for one in entries}


@WRITERS
@given(some)
@example([CheckIn(id="A", at=AT, logged_at=AT, note="\ud83d\ude00 \ude00\ud83d")])
def test_what_goes_out_comes_in_again(write: Writer, entries: list[Entry]) -> None:
    content = write(entries)
    found = read(meanwhile, content)
    assert (found.source, found.bad) == ("meanwhile", ())
    assert by_kind(found.entries) == by_kind(map(paired, entries))
    assert write(found.entries) == write(entries[::-1]) == content


@WRITERS
def test_the_sample_goes_out_and_comes_in_again(write: Writer) -> None:
    entries = list(sample_entries(datetime(2026, 3, 1, 12, tzinfo=UTC)))
    found = read(meanwhile, write(entries))
    assert (len(found.entries), found.bad) == (len(entries), ())
    assert {type(one) for one in entries} <= set(TABLES)


@WRITERS
def test_an_empty_journal_is_a_file_too(write: Writer) -> None:
    assert read(meanwhile, write([])).entries == ()


def test_a_file_of_json_can_be_read_by_eye() -> None:
    text = meanwhile.as_json([PERSON, CHECK_IN, EARLIER]).decode()
    whole = json.loads(text)
    assert list(whole) == ["format", "version", "entries"]
    assert list(whole["entries"]) == ["check_ins", "people"]
    assert [one["id"] for one in whole["entries"]["check_ins"]] == ["01C", "01B"]
    assert list(whole["entries"]["check_ins"][0])[:3] == ["id", "at", "logged_at"]
    assert '\n      {\n        "id": "01C",\n' in text
    assert '"Grün \u2028 \\ud83d"' in text
    assert text.endswith("}\n")


def test_a_file_of_lines_has_a_heading_and_an_entry_a_line() -> None:
    first, *rest, last = meanwhile.as_lines([PERSON, CHECK_IN]).decode().split("\n")
    assert json.loads(first) == {"format": "meanwhile-journal", "version": 1}
    assert [(json.loads(one)["table"], json.loads(one)["id"]) for one in rest] == [
        ("check_ins", "01B"),
        ("people", "01A"),
    ]
    assert last == ""


def test_no_entry_has_a_field_that_the_lines_need() -> None:
    names = {one for kind in TABLES for one in kind.__dataclass_fields__}
    assert "table" not in names


def lines(*held: object) -> bytes:
    """A file of lines, below its heading."""
    told = (meanwhile.HEADING, *held)
    return "\n".join(one if isinstance(one, str) else json.dumps(one) for one in told).encode()


def whole(**tables: object) -> bytes:
    """A file of JSON."""
    return json.dumps({**meanwhile.HEADING, "entries": tables}).encode()


GOOD: dict[str, Any] = {"id": "01B", **to_document(CHECK_IN)}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"pleasantness": 9}, meanwhile.NO_ENTRY),
        ({"at": "2026-03-01T09:30:00"}, meanwhile.NO_ENTRY),
        ({"at": "0000-03-01T09:30:00Z"}, meanwhile.NO_ENTRY),
        ({"at": None}, meanwhile.NO_ENTRY),
        ({"note": 7}, meanwhile.NO_ENTRY),
        ({"parts": [{"part": {}}]}, meanwhile.NO_ENTRY),
        ({"id": None}, "It has no id."),
        ({"id": ""}, "It has no id."),
        ({"id": "a b"}, "It has no id."),
        ({"id": "a" * 101}, "It has no id."),
    ],
)
def test_what_is_no_entry_is_told_and_the_rest_is_read(
    changed: dict[str, Any], reason: str
) -> None:
    bad = {**GOOD, **changed}
    in_lines = read(meanwhile, lines({"table": "check_ins", **bad}, {"table": "check_ins", **GOOD}))
    in_json = read(meanwhile, whole(check_ins=[GOOD, bad]))
    assert [(one.line, one.reason) for one in in_lines.bad] == [(2, reason)]
    assert [(one.line, one.reason) for one in in_json.bad] == [(2, reason)]
    assert in_lines.entries == in_json.entries == (CHECK_IN,)


@pytest.mark.parametrize("angle", ["1e400", "-1e400", "1" + "0" * 400])
def test_a_number_beyond_all_measure_is_told(angle: str) -> None:
    person = json.dumps({"id": "01A", **to_document(PERSON)})
    content = whole(people=["?"]).replace(
        b'"?"', person.replace('"angle": 0.0', f'"angle": {angle}').encode()
    )
    assert [one.reason for one in read(meanwhile, content).bad] == [meanwhile.NO_ENTRY]


@pytest.mark.parametrize(
    ("line", "reason", "text"),
    [
        ({"table": "moods", "id": "A"}, "Meanwhile knows no entries of this kind.", "A"),
        ({"table": ["check_ins"], **GOOD}, "Meanwhile knows no entries of this kind.", None),
        (GOOD, "Meanwhile knows no entries of this kind.", None),
        ("[1, 2]", meanwhile.NO_ENTRY, "[1, 2]"),
        ('{"table": "check_ins", ', meanwhile.NO_ENTRY, '{"table": "check_ins",'),
        ('{"table": NaN}', meanwhile.NO_ENTRY, '{"table": NaN}'),
        ("[" * 100_000, meanwhile.NO_ENTRY, "[" * 80),
        ("9" * 5_000, meanwhile.NO_ENTRY, "9" * 80),
    ],
)
def test_a_line_that_holds_no_entry_is_told(line: object, reason: str, text: str | None) -> None:
    found = read(meanwhile, lines("", line, {"table": "check_ins", **GOOD}, "\r"))
    ((bad),) = found.bad
    assert (bad.line, bad.reason) == (3, reason)
    assert text in (bad.text, None)
    assert found.entries == (CHECK_IN,)


def test_a_bad_row_is_shown_without_half_a_letter() -> None:
    ((bad),) = read(meanwhile, whole(check_ins=[{**GOOD, "energy": 8}])).bad
    assert bad.text == "2026-03-01T09:30:00+01:00 Grün ? 01B"


def test_tables_that_nobody_knows_are_told() -> None:
    found = read(meanwhile, whole(moods=[{"id": "A"}, {"id": "B"}], check_ins={"A": GOOD}))
    assert [(one.line, one.reason) for one in found.bad] == [
        (1, "Meanwhile knows no entries of this kind."),
        (2, "Meanwhile knows no entries of this kind."),
        (1, "It has no id."),
    ]


def test_fields_that_nobody_knows_are_passed_over() -> None:
    more = {**GOOD, "weather": {"rain": [1e300]}, "table": "check_ins"}
    assert read(meanwhile, whole(check_ins=[more])).entries == (CHECK_IN,)
    assert read(meanwhile, lines(more)).entries == (CHECK_IN,)


def test_two_files_one_after_the_other_are_a_file() -> None:
    content = meanwhile.as_lines([CHECK_IN]) + meanwhile.as_lines([PERSON])
    assert read(meanwhile, content).entries == (CHECK_IN, PERSON)


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_file_that_an_editor_saved_anew_is_read(mark: str) -> None:
    entries: list[Entry] = [Settings(title="Grün"), PERSON]
    for write in (meanwhile.as_json, meanwhile.as_lines):
        content = write(entries).decode().replace("\n", "\r\n").encode(mark)
        assert read(meanwhile, content).entries == read(meanwhile, write(entries)).entries


@pytest.mark.parametrize(
    ("version", "sentence"),
    [(2, "newer Meanwhile"), (0, "how it was written"), ("1", "how it was"), (True, "how it was")],
)
@WRITERS
def test_a_file_of_another_version_is_told(write: Writer, version: object, sentence: str) -> None:
    text = write([CHECK_IN]).decode().replace('"version": 1', f'"version": {json.dumps(version)}')
    with pytest.raises(UnreadableError, match=sentence):
        read(meanwhile, text.encode())


@pytest.mark.parametrize("entries", [None, [], "a", 1])
def test_a_file_without_entries_is_told(entries: object) -> None:
    content = json.dumps({**meanwhile.HEADING, "entries": entries}).encode()
    with pytest.raises(UnreadableError, match="holds no entries"):
        read(meanwhile, content)


def test_a_file_of_too_many_entries_is_told() -> None:
    with pytest.raises(UnreadableError, match="200,000"):
        read(meanwhile, lines(*["1"] * (RECORDS_MAX + 1)))


def test_how_far_it_is_is_told_and_may_be_stopped() -> None:
    content = lines(*["1"] * 1_100)
    told: list[tuple[int, int]] = []
    read(meanwhile, content, heard=lambda done, total: told.append((done, total)))
    assert told == [(500, 1_100), (1_000, 1_100), (1_100, 1_100)]

    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        read(meanwhile, content, heard=stop)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"format": "other"}', b"a,b\n1,2\n", b"{\n", b"\0\0\0", b"PK\3\4"],
)
def test_other_files_are_not_claimed(content: bytes) -> None:
    assert not claimed(meanwhile, content)


def test_json_that_is_damaged_is_told() -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        meanwhile.read(Handed(meanwhile.as_json([CHECK_IN])[:-40]), BERLIN, nobody)
