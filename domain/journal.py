"""What any journal can do, however it is remembered."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from domain.entries import Entry
from domain.language import tr

E = TypeVar("E", bound=Entry)


class JournalError(Exception):
    """A journal that can't be opened as it is; its text is one sentence for the person.

    It is said in the language of the moment in which it is shown, and comes here as it is in the
    catalogue, with what is put into it by name.
    """

    def __init__(self, sentence: str, /, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        return tr(self.sentence, **self.values)


class Journal(Protocol):
    """Entries by kind and id. Safe to call from any thread."""

    @property
    def told(self) -> tuple[str, ...]:
        """What the person ought to know of how it was opened, a sentence each."""
        ...

    def new_id(self) -> str:
        """A ULID, later than every other id of this journal, also when the clock was set back."""
        ...

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every entry of a kind, oldest first: by `at` where it has one, then by id."""
        ...

    def get(self, kind: type[E], id: str) -> E | None:
        """The entry of a kind with that id; None where there is none."""
        ...

    def put(self, *entries: Entry) -> None:
        """Make entries durable, new or changed, all or none.

        Raises OSError where they could not be kept; the journal is then as it was.
        """
        ...

    def remove(self, *entries: Entry) -> None:
        """Remove entries, all or none; one that is not there is passed over. Raises as `put`."""
        ...

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` after each change, in the thread that made it; returns what ends it."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
