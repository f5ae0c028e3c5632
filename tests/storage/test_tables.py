"""Tables and what may be kept in them: copies, changes, transactions, days."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from tinydb import TinyDB, where
from tinydb.table import Document

from storage.engine.database import Database, StoreTable, TextTable
from storage.engine.store import End, Store
from storage.engine.values import checked, copied, decoded, encoded
from tests.storage.notes import documents, note, put, store_in
from tests.storage.test_model import documents as any_document


def again(store: Store, **more: Any) -> Store:
    store.close()
    return store_in(store.folder, **more)


@given(any_document)
def test_any_document_comes_back(document: dict[str, Any]) -> None:
    assert decoded(encoded(checked(document))) == document == copied(document)


@pytest.mark.parametrize(
    ("document", "error"),
    [
        ({"a": float("nan")}, ValueError),
        ({"a": [float("inf")]}, ValueError),
        ({1: "a"}, TypeError),
        ({"a": {None: 1}}, TypeError),
        ({"a": {1, 2}}, TypeError),
        ({"a": (1, 2)}, TypeError),
        ({"a": datetime(2026, 1, 1, tzinfo=UTC)}, TypeError),
    ],
)
def test_what_json_cannot_hold_is_refused_before_anything_changes(
    store: Store, document: Any, error: type[Exception]
) -> None:
    table = Database(store).table("notes")
    table.insert({"a": 1})
    with pytest.raises(error):
        table.insert_multiple([{"b": 2}, document])
    assert table.all() == [{"a": 1}]
    store = again(store)
    assert documents(store) == {"1": {"a": 1}}
    store.close()


def test_a_document_too_deep_is_refused(store: Store) -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ValueError, match="that deep"):
        checked({"a": deep})
    with pytest.raises(ValueError, match="that deep"):
        decoded(b"[" * 100_000)


def test_what_is_handed_out_is_a_copy(store: Store) -> None:
    table = Database(store).table("notes")
    id = table.insert({"words": ["calm"], "deep": {"er": [1]}})
    query = where("words").any(["calm"])
    for one in (
        table.get(doc_id=id),
        table.get(query),
        table.all()[0],
        table.search(query)[0],
        table.search(query)[0],
    ):
        assert isinstance(one, Document)
        one["words"].append("loud")
        one["deep"]["er"].append(2)
    assert table.all() == [{"words": ["calm"], "deep": {"er": [1]}}]


def test_only_what_changed_is_written(store: Store) -> None:
    table = Database(store).table("notes")
    table.insert_multiple({"n": n} for n in range(50))
    end = store.end
    table.update({"n": 7}, where("n") == 7)
    table.remove(where("n") == 99)
    assert store.end == end
    table.update({"n": 7.0}, where("n") == 7)
    assert store.end == End(0, end.sequence + 1)
    store = again(store)
    assert repr(documents(store)["8"]["n"]) == "7.0"
    store.close()


def test_a_removed_number_is_put_again_in_the_same_change(store: Store) -> None:
    table = Database(store).table("notes")
    table.insert_multiple({"n": n} for n in range(3))

    def swapped(rows: Any) -> None:
        assert len(rows) == 3
        one = rows.pop(2)
        assert (2 in rows, rows.get(2), list(rows)) == (False, None, [1, 3])
        with pytest.raises(KeyError):
            del rows[2]
        with pytest.raises(KeyError):
            rows[9]
        rows[9] = one
        del rows[9]
        rows[4] = one
        assert rows[4] is one
        rows[2] = {"n": "new"}
        assert list(rows) == [1, 2, 3, 4]

    table._update_table(swapped)
    assert {one.doc_id: one["n"] for one in table} == {1: 0, 2: "new", 3: 2, 4: 1}
    table.truncate()
    assert len(table) == 0


def test_a_transaction_is_one_change(store: Store) -> None:
    database = Database(store)
    one, other = database.table("one"), database.table("other")
    with database.transaction(), database.transaction():
        one.insert({"a": 1})
        other.insert({"b": 2})
        assert store.end.sequence == 0
    assert store.end.sequence == 1
    assert one.search(where("a") == 1)
    with pytest.raises(ValueError, match="already exists"):
        _half(database)
    assert one.search(where("a") == 1)
    assert store.end.sequence == 1
    with database.transaction():
        pass
    assert store.end.sequence == 1


def _half(database: Database) -> None:
    with database.transaction():
        database.table("one").truncate()
        database.table("other").insert(Document({}, 1))


def test_what_was_found_before_a_compaction_is_looked_for_again(store: Store) -> None:
    table = Database(store).table("notes")
    table.insert({"a": 1})
    assert len(table.search(where("a") == 1)) == 1
    store.compact(tables={"notes": {}})
    assert table.search(where("a") == 1) == []
    assert documents(store) == {}


def test_a_text_table_gives_ids_that_are_never_used_again(store: Store) -> None:
    database = Database(store)
    database.table_class = TextTable
    table = database.table("notes")
    first = table.insert({})
    table.remove(doc_ids=[first])
    second = table.insert({})
    assert len({first, second}) == 2
    assert all(isinstance(id, str) and len(id) == 26 for id in (first, second))


def test_a_plain_tinydb_reads_and_writes_it_whole(store: Store) -> None:
    database = Database(store)
    assert database.storage.read() is None
    database.storage.write({"a": {"1": {"x": 1}}, "b": {}})
    database.storage.write({"a": {"1": {"x": 1}, "2": {}}})
    assert database.storage.read() == {"a": {"1": {"x": 1}, "2": {}}}
    assert isinstance(database, TinyDB)
    database.close()
    with pytest.raises(OSError, match="is closed"):
        database.table("a").insert({})
    assert store.end.sequence == -1


def test_any_days_are_found_in_order_wherever_they_are_kept(store: Store) -> None:
    put(store, *range(600))
    store.compact(keep=False)
    put(store, *range(600, 620))
    rows = [(datetime.fromisoformat(note(n)["at"]), str(n)) for n in range(620)]
    table = Database(store).table("notes")
    assert isinstance(table, StoreTable)
    for month in range(1, 13):
        for first, last in ((1, 2), (1, 28), (14, 15), (28, 28)):
            start = datetime(2026, month, first, tzinfo=UTC)
            end = datetime(2026, month, last, tzinfo=UTC)
            wanted = sorted(row for row in rows if start <= row[0] < end)
            assert [str(one.doc_id) for one in table.between(start, end)] == [
                id for _, id in wanted
            ]


def test_days_are_found_before_there_is_any_snapshot(store: Store) -> None:
    put(store, 1, 2, 3)
    table = Database(store).table("notes")
    assert isinstance(table, StoreTable)
    year = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    assert {str(one.doc_id) for one in table.between(*year)} == {"1", "2", "3"}
