"""The vault: `vault.json` and the lock of a folder, and what the journal there is sealed with.

`vault.json` says which journal it is, from which generation on it is sealed or plain, wraps its
key once for each secret, and where the journal ended. A checksum keeps it whole; that of a sealed
journal is made with its key.
"""

import dataclasses
import json
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from ulid import ULID

from domain.journal import JournalError
from domain.keeper import LockedError, WrongSecretError
from storage import sealing
from storage.engine import files
from storage.engine.frames import Plain, Seal, SealError, frame_at
from storage.engine.store import FORMAT, End
from storage.engine.values import decoded
from storage.sealing import Cost, Sealed, Slot

NAME: Final = "vault.json"
APP: Final = "meanwhile"
PASSPHRASE: Final = "passphrase"
RECOVERY: Final = "recovery"


@dataclass(frozen=True, slots=True)
class Header:
    """What vault.json holds. `seals`: from that generation on, sealed or not."""

    journal: str
    device: str
    format: int = FORMAT
    seals: tuple[tuple[int, bool], ...] = ((0, False),)
    slots: tuple[Slot, ...] = ()
    end: End | None = None

    def encoded(self, key: bytes) -> bytes:
        """The bytes of vault.json."""
        body = {"app": APP, **asdict(self)}
        return json.dumps({**body, "sum": _sum(body, key)}, indent=1).encode()

    @classmethod
    def decoded(cls, content: bytes) -> tuple["Header", dict[str, Any]]:
        """The header, and all that is summed up. Raises ValueError for what is none."""
        try:
            body = json.loads(content)
            fields = {field.name: body[field.name] for field in dataclasses.fields(cls)}
            fields["slots"] = tuple(map(sealing.as_slot, fields["slots"]))
            fields["seals"] = tuple((int(first), bool(is_on)) for first, is_on in fields["seals"])
            fields["end"] = End(**fields["end"]) if fields["end"] else None
            header = cls(**fields)
        except (TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ValueError("no header") from error
        if body.get("app") != APP or not isinstance(header.format, int):
            raise ValueError("no header of ours")
        return header, body


def _sum(body: dict[str, Any], key: bytes) -> str:
    rest = {name: value for name, value in body.items() if name != "sum"}
    return blake2b(json.dumps(rest, sort_keys=True).encode(), key=key).hexdigest()


class Vault:
    """The header of a folder. Slow: whatever takes a secret (half a second by design)."""

    def __init__(self, folder: Path, header: Header, body: dict[str, Any], cost: Cost) -> None:
        self.folder = folder
        self._header = header
        self._body = body
        self._cost = cost
        self._key: bytes | None = None

    @classmethod
    def open(cls, folder: Path, cost: Cost = Cost()) -> "Vault":  # noqa: B008
        """The vault of a folder, a new one where there is no journal.

        Raises JournalError for a journal whose vault is lost or unknown.
        """
        path = folder / NAME
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            header = _found_again(folder) or Header(str(ULID()), str(ULID()))
        except OSError as error:
            raise JournalError(f"{path} can't be read; it was left as it is.") from error
        else:
            return cls._read(folder, content, cost)
        vault = cls(folder, header, {}, cost)
        vault._write(header)
        return vault

    @classmethod
    def _read(cls, folder: Path, content: bytes, cost: Cost) -> "Vault":
        try:
            header, body = Header.decoded(content)
            if not header.slots and body.get("sum") != _sum(body, b""):
                raise ValueError("another sum")
        except ValueError as error:
            found = _found_again(folder)
            if found is None:
                raise JournalError(
                    f"{folder / NAME} is damaged or not of a journal of Meanwhile; "
                    "it was left as it is."
                ) from error
            files.replace(folder / f"{NAME}.damaged", content)
            header = found
            body = {}
        return cls(folder, header, body, cost)

    @property
    def journal(self) -> str:
        """Which journal this is."""
        return self._header.journal

    @property
    def end(self) -> End | None:
        """Where the journal ended when it was last closed."""
        return self._header.end

    @property
    def is_newer(self) -> bool:
        """Whether a newer Meanwhile wrote it."""
        return self._header.format > FORMAT

    @property
    def is_on(self) -> bool:
        """Whether the journal is sealed, or is to be."""
        return bool(self._header.slots)

    @property
    def is_locked(self) -> bool:
        """Whether a secret is needed first."""
        return self.is_on and self._key is None

    @property
    def is_settled(self) -> bool:
        """Whether all files are sealed, or none."""
        return len(self._header.seals) == 1

    def is_sealed(self, generation: int) -> bool:
        """Whether the files of a generation are sealed."""
        return [on for first, on in self._header.seals if first <= generation][-1]

    def seal(self, generation: int) -> Seal:
        """The seal of a generation. Raises LockedError."""
        return Sealed(self._known()) if self.is_sealed(generation) else Plain()

    def unlock(self, secret: str) -> None:
        """Take the passphrase or the recovery code. Raises WrongSecretError, SealError."""
        self._key = self._try(secret)
        if self._body.get("sum") != _sum(self._body, self._key):
            self._key = None
            raise SealError(f"{self.folder / NAME} was changed from outside; it was left as it is.")

    def turn_on(self, passphrase: str, generation: int) -> str:
        """Seal everything from a generation on, that is to be begun at once; the recovery code."""
        if self.is_on:
            raise JournalError("The journal has a passphrase already.")
        self._key = sealing.new_key()
        code = sealing.new_code()
        slots = (self._slot(PASSPHRASE, passphrase), self._slot(RECOVERY, code))
        self._write(replace(self._header, slots=slots, seals=self._from(generation, True)))
        return code

    def turn_off(self, generation: int) -> None:
        """Seal nothing from a generation on, that is to be begun at once; then `settle`.

        Raises LockedError.
        """
        self._known()
        self._write(replace(self._header, seals=self._from(generation, False)))

    def settle(self, generation: int) -> None:
        """The journal is written anew: there are no files from before that generation."""
        on = self.is_sealed(generation)
        slots = self._header.slots if on else ()
        self._write(replace(self._header, slots=slots, seals=((0, on),)))

    @property
    def header(self) -> Header:
        """What vault.json holds."""
        return self._header

    def put_back(self, header: Header) -> None:
        """What was turned on or off is not, after all."""
        self._write(header)

    def change_passphrase(self, passphrase: str) -> None:
        """Only the slot of the passphrase is written anew. Raises LockedError."""
        self._known()
        self._put(self._slot(PASSPHRASE, passphrase))

    def new_recovery_code(self) -> str:
        """A recovery code in the place of the one before. Raises LockedError."""
        self._known()
        code = sealing.new_code()
        self._put(self._slot(RECOVERY, code))
        return code

    def closed(self, end: End) -> None:
        """Remember where the journal ended."""
        self._write(replace(self._header, end=end))

    def copied(self, folder: Path) -> None:
        """Write the header into another folder, that gets the same files. Raises OSError."""
        files.replace(folder / NAME, replace(self._header, end=None).encoded(self._key or b""))

    def _from(self, generation: int, on: bool) -> tuple[tuple[int, bool], ...]:
        kept = tuple(one for one in self._header.seals if one[0] < generation)
        return (*kept, (generation, on))

    def _known(self) -> bytes:
        if self._key is None:
            raise LockedError("The journal is locked.")
        return self._key

    def _try(self, secret: str) -> bytes:
        for slot in self._header.slots:
            try:
                return slot.key(secret, self.journal)
            except SealError:
                continue
        raise WrongSecretError("That is neither the passphrase nor the recovery code.")

    def _slot(self, kind: str, secret: str) -> Slot:
        return Slot.of(kind, secret, self._known(), self.journal, self._cost)

    def _put(self, slot: Slot) -> None:
        others = (one for one in self._header.slots if one.kind != slot.kind)
        self._write(replace(self._header, slots=(*others, slot)))

    def _write(self, header: Header) -> None:
        if self.is_newer:
            raise OSError("A newer Meanwhile has written this journal: this one only reads it.")
        key = self._known() if header.slots else None
        content = header.encoded(key or b"")
        files.replace(self.folder / NAME, content)
        self._header, self._body = Header.decoded(content)
        self._key = key


def _found_again(folder: Path) -> Header | None:
    """The header of a plain journal, from its logs. Raises JournalError where none tells it."""
    kept = [path for kind in ("snap", "log") for path in folder.glob(f"{kind}-*")]
    for path in sorted(kept):
        if journal := _journal_of(path):
            return Header(journal, str(ULID()))
    if kept:
        raise JournalError(
            f"{folder / NAME} is missing or damaged, and without it the journal in that folder "
            "can't be read; it was left as it is."
        )
    return None


def _journal_of(path: Path) -> str | None:
    with path.open("rb") as opened:
        heading = frame_at(opened.read(4096), 0)
    try:
        return str(decoded(heading.payload)["journal"]) if heading else None
    except (ValueError, TypeError, KeyError):
        return None
