"""Argon2id (RFC 9106), in one thread."""

from typing import Final

import libsodium
from nacl import exceptions as exc
from pyodide.ffi import JsException, to_js

SALTBYTES: Final = 16
OPSLIMIT_MIN: Final = 1
MEMLIMIT_MIN: Final = 8192
_ALGORITHM: Final = 2


def kdf(size: int, password: bytes, salt: bytes, opslimit: int, memlimit: int) -> bytes:
    """A key of so many bytes. Raises ValueError, and RuntimeError for want of memory."""
    if len(salt) != SALTBYTES or opslimit < OPSLIMIT_MIN or memlimit < MEMLIMIT_MIN:
        raise exc.ValueError("a salt of another size, or numbers that are too small")
    try:
        made = libsodium.crypto_pwhash(
            size, to_js(password), to_js(salt), opslimit, memlimit, _ALGORITHM
        )
    except JsException as error:
        raise exc.RuntimeError("Unexpected failure in key derivation") from error
    return bytes(made.to_bytes())
