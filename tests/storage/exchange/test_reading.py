"""A file that was handed over is opened within limits, or one sentence says why not."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import Original
from domain.moving_in.record import FIELD_MAX, RECORDS_MAX, SIZE_MAX
from storage.exchange import archive, table
from storage.exchange.moments import clock_id, clock_of, day_of
from storage.exchange.reading import (
    Archive,
    BadFieldError,
    Handed,
    Row,
    UnreadableError,
    in_zone,
    json_of,
    record_id,
    text_of,
)
from storage.exchange.table import table_of
from storage.exchange.words import parts, plain, short
from tests.storage.exchange.reads import BERLIN, zipped

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


def rows_of(text: str) -> list[Row]:
    return list(table_of(text)[1])


# -- letters ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("date,note\n1,Käse", "utf-8"),
        ("date,note\n1,Käse", "utf-8-sig"),
        ("date,note\n1,Käse", "utf-16"),
        ("date,note\n1,Käse", "utf-16-le"),
        ("date,note\n1,Käse", "utf-16-be"),
        ("date,note\n1,Привет, это день, и ещё один", "utf-16-le"),
        ("date,note\n1,今日は良い日だった、とても", "utf-16-be"),
        ("date,note\n1,Käse – “gut”", "cp1252"),
        ("date,note\n1,Käse\x81", "latin-1"),
        ("", "utf-8"),
        ("a", "utf-8"),
    ],
)
def test_letters_are_read_in_whatever_encoding(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


def test_a_mark_of_utf_8_before_letters_of_windows_is_no_letter() -> None:
    assert text_of(b"\xef\xbb\xbfdate\xe4") == "dateä"


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xfea\0\0\0", b"a\0b"])
def test_what_is_no_text_is_told(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="no file that Meanwhile can read"):
        text_of(content)


# -- tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_with_each_separator_and_line_end(separator: str, end: str) -> None:
    lines = (("Date", "Note"), ("1", '"two\u2028lines"'), ("", ""), ("3", '"a ""b"""'))
    text = end.join(map(separator.join, lines))
    columns, rows = table_of(f"\ufeff{end}{text}")
    assert columns == ("date", "note")
    assert [(row.line, dict(row.cells), row.is_whole) for row in rows] == [
        (3, {"date": "1", "note": "two\u2028lines"}, True),
        (5, {"date": "3", "note": 'a "b"'}, True),
    ]


def test_a_cell_may_have_lines() -> None:
    (first, second) = rows_of('a,b\n1,"x\ny"\n2,z')
    assert (first.line, first.cells["b"]) == (2, "x\ny")
    assert second.line == 4


def test_cells_that_hold_something_are_kept_under_the_names_they_had() -> None:
    (row,) = rows_of("Full Date,Note,note,,\n1,a,b,c,d")
    assert row.originals == (
        Original("Full Date", "1"),
        Original("Note", "a"),
        Original("note 3", "b"),
        Original("column", "c"),
        Original("column 5", "d"),
    )
    assert row.begins == "1 a b c d"
    assert row.get("none", "note") == "a"


def test_columns_of_one_name_stay_apart_from_one_that_has_a_number() -> None:
    (row,) = rows_of("note 3,note,Note\n1,2,3")
    assert dict(row.cells) == {"note 3": "1", "note": "2", "note 3 3": "3"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a,b\n1", table.TOO_FEW),
        ("a,b\n1,2,3", table.TOO_MANY),
        ("a,b\n1,2,,", ""),
        ('a,b\n1,"2', table.NEVER_CLOSED),
        ('a,b\n1,"2\n3,4', table.NEVER_CLOSED),
        (f"a,b\n1,{'x' * FIELD_MAX}", ""),
        (f"a,b\n1,x{'x' * FIELD_MAX}", table.TOO_LONG),
        (f"a,b\n1,{'x' * 200_000}", table.TOO_LONG),
    ],
)
def test_a_row_that_is_not_whole_says_so(text: str, fault: str) -> None:
    (row,) = rows_of(text)
    assert row.fault == fault
    assert row.is_whole is not bool(fault)
    assert "\0" not in "".join(row.cells.values())
    if fault:
        with pytest.raises(BadFieldError):
            row.check()
        row.check(fault)
    else:
        row.check()


def test_rows_after_one_that_is_too_long_are_read() -> None:
    rows = rows_of(f'a,b\n1,"{"x" * 200_000}"\n2,y\n')
    assert [(row.line, row.is_whole) for row in rows] == [(2, False), (3, True)]


def test_a_row_without_end_is_told_before_it_fills_the_memory() -> None:
    with pytest.raises(UnreadableError, match="longer"):
        rows_of("a,b\n" + "," * (table.ROW_MAX + 1))
    with pytest.raises(UnreadableError, match="longer"):
        rows_of("a,b\n" + '",\n",' * table.ROW_MAX)


@pytest.mark.parametrize("count", [table.COLUMNS_MAX + 1, 1_000_000])
def test_what_has_too_many_columns_is_no_table(count: int) -> None:
    columns, rows = table_of("x," * count + "\n1,2\n")
    assert columns == ()
    assert list(rows) == []


def test_more_rows_than_anybody_writes_are_told() -> None:
    with pytest.raises(UnreadableError, match="200,000 rows"):
        rows_of("a\n" + "1\n" * (RECORDS_MAX + 1))


def test_a_table_may_be_longer_than_a_row() -> None:
    rows = rows_of("a,b\n" + f"1,{'x' * FIELD_MAX}\n" * (2 * table.ROW_MAX // FIELD_MAX))
    assert all(row.is_whole for row in rows)


def test_a_table_of_lines_without_end_is_told() -> None:
    with pytest.raises(UnreadableError, match="4,000,000 lines"):
        rows_of("a,b\n1,2\n" + "\n" * (table.LINES_MAX + 1))


def test_what_holds_no_line_has_no_columns() -> None:
    assert table_of("\n \n")[0] == ()


def test_no_setting_of_the_process_is_touched() -> None:
    before = csv.field_size_limit()
    rows_of(f"a,b\n1,{'x' * 200_000}\n")
    assert csv.field_size_limit() == before


@given(st.lists(st.tuples(CELL, CELL), max_size=8))
def test_what_the_standard_library_writes_is_read_again(cells: list[tuple[str, str]]) -> None:
    made = io.StringIO()
    writer = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([("a", "b"), *cells])
    read = [(row.cells["a"], row.cells["b"]) for row in rows_of(made.getvalue())]
    assert read == [pair for pair in cells if any(cell.strip() for cell in pair)]


# -- JSON -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["{", "[NaN]", "[" * 100_000, '{"a":' * 50_000, f"[{'1' * 5000}]", "[" + "[]," * 4_000_000],
)
def test_json_that_is_damaged_or_hostile_is_told(text: str) -> None:
    with pytest.raises(UnreadableError):
        json_of(text)


def test_half_of_a_letter_is_no_letter() -> None:
    told = json_of(r'{"\ud83d": ["\uD83D\uDE00", "a\udc00", 1, null]}')
    assert told == {"\ufffd": ["😀", "a\ufffd", 1, None]}


@given(st.dictionaries(CELL, CELL), st.booleans())
def test_json_is_read_as_it_was_written(value: dict[str, str], is_ascii: bool) -> None:
    assert json_of(json.dumps(value, ensure_ascii=is_ascii)) == value


# -- archives ---------------------------------------------------------------------------------


def test_a_file_of_an_archive_is_read_by_its_name() -> None:
    opened = Archive(zipped({"../../etc/passwd": b"mine", "a": b"b"}))
    assert opened.names == ("../../etc/passwd", "a")
    assert opened.read("../../etc/passwd") == b"mine"


def test_an_archive_that_unpacks_without_end_is_told() -> None:
    opened = Archive(zipped({"bomb": bytes(SIZE_MAX + 1)}))
    with pytest.raises(UnreadableError, match="64 megabytes"):
        opened.read("bomb")


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_another_way_of_packing_is_not_opened(how: int) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", how) as packed:
        packed.writestr("a", b"b")
    with pytest.raises(UnreadableError, match="damaged"):
        Archive(content.getvalue()).read("a")


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        Archive(zipped({"a": b"b"})).read("b")


def test_an_archive_of_too_many_files_is_told() -> None:
    content = zipped({"a": b""}) + b"PK\1\2" * (archive.FILES_MAX + 1)
    with pytest.raises(UnreadableError, match="50,000 files"):
        Archive(content)


@given(st.data())
def test_a_damaged_archive_is_told(data: st.DataObject) -> None:
    content = bytearray(zipped({"a/b": b"some words " * 50, "c": b"d"}))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for changed in (bytes(content), bytes(content[:cut])):
        try:
            opened = Archive(changed)
            for name in opened.names:
                opened.read(name)
        except UnreadableError:
            pass


# -- what was handed over ---------------------------------------------------------------------


def test_a_file_is_opened_as_what_it_is() -> None:
    packed = Handed(zipped({"a": b"b"}))
    assert (packed.archive is not None, packed.json, packed.columns) == (True, None, ())
    listed = Handed(b' [{"a": 1}]')
    assert (listed.archive, listed.json, listed.columns) == (None, [{"a": 1}], ())
    tabled = Handed(b"A,b\n1,2")
    assert (tabled.archive, tabled.json, tabled.columns) == (None, None, ("a", "b"))
    assert [dict(row.cells) for row in tabled.rows()] == [{"a": "1", "b": "2"}]


def test_a_word_that_begins_as_a_zip_does_is_none() -> None:
    assert Handed(b"PK,b\n1,2").archive is None


def test_a_file_without_end_is_told() -> None:
    with pytest.raises(UnreadableError, match="64 megabytes"):
        Handed(bytes(SIZE_MAX + 1))


# -- moments ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-09-28", "2021-09-28"),
        (" 8th Dec 2021 ", "2021-12-08"),
        ("1st march 2024", "2024-03-01"),
        ("22nd Jan. 2022", "2022-01-22"),
        ("18 May 2018", "2018-05-18"),
        ("18. Mai 2018", "2018-05-18"),
        ("3. März 2020", "2020-03-03"),
        ("31 Dezember 2019", "2019-12-31"),
        ("May 18 2018", "2018-05-18"),
        ("Dec 8th, 2021", "2021-12-08"),
    ],
)
def test_a_day_is_read_as_other_apps_write_it(text: str, day: str) -> None:
    assert day_of(text).isoformat() == day


@pytest.mark.parametrize(
    "text",
    ["", "0000-01-01", "31 Feb 2020", "8 Foo 2020", "Foo 8 2020", "28/09/2021", "1 May 0000", "x"],
)
def test_a_day_of_no_calendar_is_told(text: str) -> None:
    with pytest.raises(BadFieldError):
        day_of(text)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("13:48", time(13, 48)),
        ("0:05", time(0, 5)),
        ("13.48", time(13, 48)),
        ("13:48:07", time(13, 48, 7)),
        ("20:30 Uhr", time(20, 30)),
        ("8:30 pm", time(20, 30)),
        ("8:30\u202fPM", time(20, 30)),
        ("8:30\xa0am", time(8, 30)),
        ("8:30pm", time(20, 30)),
        ("8:30 p.\xa0m.", time(20, 30)),
        ("12:00 am", time(0)),
        ("12:15 pm", time(12, 15)),
        ("오후 8:30", time(20, 30)),
        ("上午8:30", time(8, 30)),
        ("8:30 μ.μ.", time(20, 30)),
        ("٨:٣٠ م", time(20, 30)),
    ],
)
def test_a_clock_is_read_as_other_apps_write_it(text: str, clock: time) -> None:
    assert clock_of(text) == clock


@pytest.mark.parametrize(
    "text", ["", "noon", "24:00", "13:60", "13:00 pm", "8:30 x", "1:75 am", "123:00", "8"]
)
def test_a_time_that_no_clock_shows_is_told(text: str) -> None:
    with pytest.raises(BadFieldError):
        clock_of(text)


def test_a_clock_is_that_of_its_zone() -> None:
    at = in_zone(datetime.combine(NOON.date(), time(12)), BERLIN)
    assert at == NOON - timedelta(hours=1)


@pytest.mark.parametrize("year", [1, 1969])
def test_before_1970_nobody_kept_such_a_journal(year: int) -> None:
    with pytest.raises(BadFieldError, match="1970"):
        in_zone(datetime.combine(NOON.date().replace(year=year), time(12)), BERLIN)
    with pytest.raises(BadFieldError, match="1970"):
        record_id("daylio", NOON.replace(year=year))


def test_the_same_is_known_again_and_another_is_not() -> None:
    ids = {
        record_id("daylio", NOON, "a", "b"),
        record_id("daylio", NOON, "ab"),
        record_id("daylio", NOON, "a", "c"),
        record_id("pixels", NOON, "a", "b"),
        record_id("daylio", NOON + timedelta(minutes=1), "a", "b"),
    }
    assert len(ids) == 5
    assert record_id("daylio", NOON, "a", "b") in ids
    assert record_id("daylio", NOON.astimezone(BERLIN), "a", "b") in ids
    wall = datetime.combine(NOON.date(), time(12))
    assert clock_id("daylio", wall, "a", "b") in ids


# -- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("a<br>b<br/>c<BR />d", "a\nb\nc\nd"),
        ("<p>a</p><p>b</p>", "a\nb"),
        ("a<div>b</div><div>c</div>", "a\nb\nc"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ('<ul><li class="x">a</li><li>b</li></ul>c', "a\nb\nc"),
        ("<b>a</b> <i>b</i>c</p>", "a bc"),
        ("<b>a</b><div>b</div>", "a\nb"),
        ("R&amp;D &lt;b&gt; &#8364; &#x20AC;&nbsp;x", "R&D <b> € € x"),
        ("AT&T, fish&notchips, &unknown;", "AT&T, fish&notchips, &unknown;"),
        ("I <3 you, 1 < 2 > 0, <- so", "I <3 you, 1 < 2 > 0, <- so"),
        ("x <y and nothing closes it", "x <y and nothing closes it"),
        ("<Anna> said <script>", "<Anna> said <script>"),
        ('<a href="x>y</a>', "y"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("&#xD800;", "\ufffd"),
    ],
)
def test_words_are_plain(text: str, words: str) -> None:
    assert plain(text) == words


@given(st.text())
def test_any_text_is_some_words(text: str) -> None:
    assert "\r" not in plain(text)


def test_parts_are_each_there_once() -> None:
    assert parts(" a |b||a | ", "|") == ("a", "b")


def test_what_is_shown_of_a_row_is_short_and_on_one_line() -> None:
    assert short("a\n  b" + "x" * 100) == ("a b" + "x" * 100)[:80]
