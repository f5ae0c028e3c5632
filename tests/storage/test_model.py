"""Any sequence of changes, crashes and reopenings equals a plain dict of dicts."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tinydb.table import Document

from storage.engine.database import Database, TextTable
from storage.folder import Folder
from tests.storage.notes import CHEAP, CODE, SECRET

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
texts = st.text(st.characters(exclude_categories=()), max_size=8)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
moments = st.integers(0, 40).map(lambda hours: (EPOCH + timedelta(hours=hours)).isoformat())
documents = st.one_of(
    st.dictionaries(texts, values, max_size=4),
    st.fixed_dictionaries({"at": moments}, optional={"x": values}),
)
ids = st.sampled_from("abcdefgh")
tables = st.sampled_from(["one", "two"])


class Undone(Exception):
    """Ends a transaction."""


class Model(RuleBasedStateMachine):
    """A folder beside a dict: {table: {id: document}}."""

    @initialize()
    def begin(self) -> None:
        self.temporary = tempfile.TemporaryDirectory()
        self.path = Path(self.temporary.name) / "journal"
        self.secret: str | None = None
        self.model: dict[str, dict[str, Any]] = {}
        self.open()

    def open(self) -> None:
        self.folder = Folder(self.path, self.secret, cost=CHEAP)
        self.database = Database(self.folder.store)
        self.database.table_class = TextTable

    def table(self, name: str) -> TextTable:
        table = self.database.table(name)
        assert isinstance(table, TextTable)
        return table

    @rule(name=tables, id=ids, document=documents)
    def put(self, name: str, id: str, document: dict[str, Any]) -> None:
        self.table(name).upsert(Document(document, id))  # type: ignore[arg-type]
        rows = self.model.setdefault(name, {})
        rows[id] = {**rows.get(id, {}), **document}

    @rule(name=tables, id=ids)
    def remove(self, name: str, id: str) -> None:
        self.table(name).remove(doc_ids=[id])
        self.model.setdefault(name, {}).pop(id, None)

    @rule(name=tables)
    def truncate(self, name: str) -> None:
        self.table(name).truncate()
        self.model[name] = {}

    @rule(name=tables)
    def drop(self, name: str) -> None:
        self.database.drop_table(name)
        self.model.pop(name, None)

    @rule(name=tables, changes=st.dictionaries(ids, documents, max_size=3), fails=st.booleans())
    def together(self, name: str, changes: dict[str, Any], fails: bool) -> None:
        try:
            with self.database.transaction():
                for id, document in changes.items():
                    self.table(name).remove(doc_ids=[id])
                    self.table(name).insert(Document(document, id))  # type: ignore[arg-type]
                if fails:
                    raise Undone
        except Undone:
            return
        if changes:
            self.model.setdefault(name, {}).update(changes)

    @rule(keep=st.booleans())
    def compact(self, keep: bool) -> None:
        self.folder.store.compact(keep=keep)

    @rule()
    def close_and_open(self) -> None:
        self.folder.close()
        self.open()
        assert self.folder.told == ()

    @rule()
    def crash_and_open(self) -> None:
        self.folder._let_go()
        self.open()
        assert self.folder.told == ()

    @precondition(lambda self: self.secret is None)
    @rule()
    def turn_on(self) -> None:
        self.folder.turn_on(SECRET, CODE)
        self.secret = SECRET

    @precondition(lambda self: self.secret is not None)
    @rule()
    def turn_off(self) -> None:
        self.folder.turn_off()
        self.secret = None

    @rule(name=tables, first=st.integers(0, 40), hours=st.integers(0, 40))
    def ask_for_days(self, name: str, first: int, hours: int) -> None:
        start = EPOCH + timedelta(hours=first)
        end = start + timedelta(hours=hours)
        wanted = sorted(
            (one["at"], id)
            for id, one in self.model.get(name, {}).items()
            if _is_moment(one.get("at")) and start.isoformat() <= one["at"] < end.isoformat()
        )
        found = [(one["at"], str(one.doc_id)) for one in self.table(name).between(start, end)]
        assert found == wanted

    @invariant()
    def is_the_same(self) -> None:
        if not hasattr(self, "model"):
            return
        for name in self.model.keys() | self.database.tables():
            table = self.table(name)
            rows = self.model.get(name, {})
            assert {str(one.doc_id): dict(one) for one in table} == rows
            assert len(table) == len(rows)
            for id in "abcdefgh":
                assert table.get(doc_id=id) == rows.get(id)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.close()
            self.temporary.cleanup()


def _is_moment(at: object) -> bool:
    return isinstance(at, str) and at.startswith("2026-01")


Model.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestModel = Model.TestCase
