"""Sealing: XChaCha20-Poly1305 for what is written, Argon2id for what a person knows.

Both are libsodium's, by way of PyNaCl. See RFC 9106 for Argon2id, and
draft-irtf-cfrg-xchacha for the cipher.
"""

import re
import unicodedata
from base64 import b32encode
from dataclasses import asdict, dataclass
from typing import Any, Final

from nacl import bindings, pwhash
from nacl.exceptions import CryptoError
from nacl.utils import random

from domain.language import N_
from domain.recovery import as_code
from storage.engine.frames import SealError

KEY: Final = 32
_NONCE: Final = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_CODE: Final = 16
_GROUP: Final = 5
PASSPHRASE: Final = "passphrase"
RECOVERY: Final = "recovery"
DEVICE: Final = "device"
_FORMS: Final = {
    PASSPHRASE: re.compile("(?s:.*)"),
    RECOVERY: re.compile("[A-Z2-7]{26}"),
    DEVICE: re.compile("[0-9a-f]{64}"),
}


class Sealed:
    """A seal with a key of 32 bytes; `place` is authenticated, not written."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def close(self, payload: bytes, place: str) -> bytes:
        """A nonce, then the payload in cipher, then its tag."""
        nonce = random(_NONCE)
        return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
            payload, place.encode(), nonce, self._key
        )

    def open(self, payload: bytes, place: str) -> bytes:
        """The payload as it was. Raises SealError for another key, place or content."""
        try:
            return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
                payload[_NONCE:], place.encode(), payload[:_NONCE], self._key
            )
        except (CryptoError, ValueError) as error:
            raise SealError(
                N_(
                    "The journal does not open with this key, or was changed from outside; "
                    "it was left as it is."
                )
            ) from error


@dataclass(frozen=True, slots=True)
class Cost:
    """What a guess costs: passes over so many bytes of memory, in one thread."""

    passes: int = 3
    memory: int = 64 << 20


COST_MAX: Final = Cost(passes=32, memory=1 << 30)


@dataclass(frozen=True, slots=True)
class Slot:
    """A data key, wrapped by what a person knows, or by what their device keeps for them.

    `kind` is passphrase, recovery or device.
    """

    kind: str
    salt: str
    passes: int
    memory: int
    wrapped: str

    @classmethod
    def of(cls, kind: str, secret: str, key: bytes, journal: str, cost: Cost) -> "Slot":
        """Wrap a key. Takes as long as a guess does. Raises ValueError for what does not fit."""
        slot = cls(kind, random(pwhash.argon2id.SALTBYTES).hex(), cost.passes, cost.memory, "")
        if not slot.fits(secret):
            raise ValueError(f"a secret that is no {kind}")
        wrapped = Sealed(slot._secret_key(secret)).close(key, slot._place(journal))
        return cls(**{**asdict(slot), "wrapped": wrapped.hex()})

    def key(self, secret: str, journal: str) -> bytes:
        """The key. Raises SealError for another secret, or a slot that was changed."""
        return Sealed(self._secret_key(secret)).open(
            bytes.fromhex(self.wrapped), self._place(journal)
        )

    def fits(self, secret: str) -> bool:
        """Whether a secret has the form of those that this one is for: no other is worth a try."""
        form = _FORMS.get(self.kind)
        return form is not None and form.fullmatch(self._told(secret)) is not None

    def is_sane(self) -> bool:
        """Whether this machine can try it: nobody wrote it to wear the machine out.

        Raises TypeError, ValueError for what is no slot at all.
        """
        bytes.fromhex(self.wrapped)
        return (
            isinstance(self.kind, str)
            and len(bytes.fromhex(self.salt)) == pwhash.argon2id.SALTBYTES
            and pwhash.argon2id.OPSLIMIT_MIN <= self.passes <= COST_MAX.passes
            and pwhash.argon2id.MEMLIMIT_MIN <= self.memory <= COST_MAX.memory
        )

    def _secret_key(self, secret: str) -> bytes:
        # One keyboard writes an accent as a letter of its own, another does not.
        known = unicodedata.normalize("NFKC", self._told(secret))
        told = known.encode("utf-8", "surrogatepass")
        return pwhash.argon2id.kdf(
            KEY, told, bytes.fromhex(self.salt), opslimit=self.passes, memlimit=self.memory
        )

    def _told(self, secret: str) -> str:
        return as_code(secret) if self.kind == RECOVERY else secret

    def _place(self, journal: str) -> str:
        return f"{journal}/{self.kind}/{self.passes}/{self.memory}"


def new_key() -> bytes:
    """32 bytes that nobody knows."""
    return random(KEY)


def new_code() -> str:
    """128 bits to be written down: 26 letters and digits, in groups."""
    letters = b32encode(random(_CODE)).decode().rstrip("=")
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def as_slot(value: Any) -> Slot:
    """The slot of what JSON held. Raises TypeError, ValueError for what is none."""
    slot = Slot(**value)
    if not slot.is_sane():
        raise ValueError("no slot of a key")
    return slot
