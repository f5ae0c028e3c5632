"""The vault: the header of a folder, its key where it is sealed, and who may have the key."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from ulid import ULID

from domain.journal import JournalError
from domain.keeper import LockedError, WrongSecretError
from domain.language import N_
from storage import sealing
from storage.engine import files
from storage.engine.frames import Plain, Seal, SealError
from storage.engine.store import FORMAT, End
from storage.header import NAME, Header, found_again, summed
from storage.sealing import DEVICE, PASSPHRASE, RECOVERY, Cost, Sealed, Slot

# 256 bits that nobody chose need no slowing down.
DEVICE_COST: Final = Cost(passes=1, memory=8 << 10)


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
            header = found_again(folder) or Header(str(ULID()), str(ULID()))
        except OSError as error:
            raise JournalError(
                N_("{file} can't be read; it was left as it is."), file=path
            ) from error
        else:
            return cls._read(folder, content, cost)
        vault = cls(folder, header, {}, cost)
        vault.put(header)
        return vault

    @classmethod
    def _read(cls, folder: Path, content: bytes, cost: Cost) -> "Vault":
        try:
            header, body = Header.decoded(content)
            if not header.slots and body.get("sum") != summed(body, b""):
                raise ValueError("another sum")
        except ValueError as error:
            found = found_again(folder)
            if found is None:
                raise JournalError(
                    N_("{file} is damaged or not of a journal of Meanwhile; it was left as it is."),
                    file=folder / NAME,
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
        """Whether a newer Meanwhile wrote it: then nothing is to be put in its place."""
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

    @property
    def header(self) -> Header:
        """What vault.json holds."""
        return self._header

    def is_sealed(self, generation: int) -> bool:
        """Whether the files of a generation are sealed."""
        return [on for first, on in self._header.seals if first <= generation][-1]

    def seal(self, generation: int) -> Seal:
        """The seal of a generation. Raises LockedError."""
        return Sealed(self._known()) if self.is_sealed(generation) else Plain()

    # -- who may have the key ------------------------------------------------------------------

    def unlock(self, secret: str) -> None:
        """Take one of the secrets. Raises WrongSecretError, SealError."""
        self._key = self._try(secret)
        if self._body.get("sum") != summed(self._body, self._key):
            self._key = None
            raise SealError(
                N_("{file} was changed from outside; it was left as it is."),
                file=self.folder / NAME,
            )

    def check(self, secret: str) -> None:
        """Raises WrongSecretError where that is none of the secrets."""
        self._try(secret)

    def forget(self) -> None:
        """Let go of the key."""
        self._key = None

    def with_passphrase(self, passphrase: str) -> Header:
        """The header with another passphrase, to be `put`. Raises LockedError."""
        return self._with(PASSPHRASE, passphrase)

    def with_code(self, code: str) -> Header:
        """The header with another recovery code.

        Raises LockedError, and ValueError for what is none.
        """
        return self._with(RECOVERY, code)

    def with_device(self, secret: str) -> Header:
        """The header that a secret of the device opens too. Raises as `with_code`."""
        return self._with(DEVICE, secret)

    def without_device(self) -> Header:
        """The header that the device does not open."""
        return replace(self._header, slots=self._but(DEVICE))

    # -- writing -------------------------------------------------------------------------------

    def turn_on(self, passphrase: str, code: str, generation: int) -> None:
        """Seal everything from a generation on, that is to be begun at once; then `settle`.

        Raises JournalError where it is on, ValueError for what is no recovery code.
        """
        if self.is_on:
            raise JournalError(N_("The journal has a passphrase already."))
        self._key = sealing.new_key()
        slots = (self._slot(PASSPHRASE, passphrase), self._slot(RECOVERY, code))
        self.put(
            replace(self._header, slots=slots, seals=self._header.sealed_from(generation, True))
        )

    def turn_off(self, generation: int) -> None:
        """Seal nothing from a generation on, that is to be begun at once; then `settle`.

        Raises LockedError.
        """
        self._known()
        self.put(replace(self._header, seals=self._header.sealed_from(generation, False)))

    def settle(self, generation: int) -> None:
        """The journal is written anew: there are no files from before that generation."""
        on = self.is_sealed(generation)
        slots = self._header.slots if on else ()
        self.put(replace(self._header, slots=slots, seals=((0, on),)))

    def closed(self, end: End) -> None:
        """Remember where the journal ended."""
        self.put(replace(self._header, end=end))

    def put(self, header: Header) -> None:
        """Keep a header in the place of the one before. Raises OSError."""
        key = self._known() if header.slots else None
        content = header.encoded(key or b"")
        files.replace(self.folder / NAME, content)
        self._header, self._body = Header.decoded(content)
        self._key = key

    def copied(self, header: Header) -> bytes:
        """The vault.json of another folder that holds a copy of the files. Raises LockedError."""
        return replace(header, end=None).encoded(self._known() if header.slots else b"")

    def _known(self) -> bytes:
        if self._key is None:
            raise LockedError(N_("The journal is locked."))
        return self._key

    def _try(self, secret: str) -> bytes:
        fitting = (one for one in self._header.slots if one.fits(secret))
        # What has the form of a code is hardly a passphrase, and any text may be one.
        for slot in sorted(fitting, key=lambda one: one.kind == PASSPHRASE):
            try:
                return slot.key(secret, self.journal)
            except SealError:
                continue
        raise WrongSecretError(N_("That is neither the passphrase nor the recovery code."))

    def _slot(self, kind: str, secret: str) -> Slot:
        cost = DEVICE_COST if kind == DEVICE else self._cost
        return Slot.of(kind, secret, self._known(), self.journal, cost)

    def _with(self, kind: str, secret: str) -> Header:
        return replace(self._header, slots=(*self._but(kind), self._slot(kind, secret)))

    def _but(self, kind: str) -> tuple[Slot, ...]:
        return tuple(one for one in self._header.slots if one.kind != kind)
