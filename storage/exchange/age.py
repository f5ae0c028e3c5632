"""The age format, for a passphrase (age-encryption.org/v1; C2SP's spec is at c2sp.org/age).

What is sealed here opens with `age` and `rage`, and theirs opens here, armored or not. pyrage does
the same, and the tests hold this against it; but it has no wheels for Android, iOS and Pyodide.
scrypt and ChaCha20-Poly1305 are libsodium's, by way of PyNaCl; HMAC is the standard library's.
"""

import binascii
import hmac
import re
from base64 import b64decode, b64encode
from typing import Final

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.utils import random

from domain.keeper import WrongSecretError
from domain.language import N_
from storage.exchange.faults import UnreadableError

WORK: Final = 18
"""The logarithm of scrypt's cost: 256 MiB, and about a second on a computer."""
WORK_MAX: Final = 22
CHUNK: Final = 64 << 10
_TAG: Final = bindings.crypto_aead_chacha20poly1305_ietf_ABYTES
_NO_NONCE: Final = bytes(bindings.crypto_aead_chacha20poly1305_ietf_NPUBBYTES)
_FILE_KEY: Final = 16
_NONCE: Final = 16
_SALT: Final = 16
_MAGIC: Final = b"age-encryption.org/"
_LABEL: Final = b"age-encryption.org/v1/scrypt"
_HEADER: Final = re.compile(
    rb"(age-encryption\.org/v1\n"
    rb"((?:-> [!-~]+(?: [!-~]+)*\n(?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)+)"
    rb"---) ([A-Za-z0-9+/]{43})\n"
)
_SCRYPT: Final = re.compile(rb"-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]*)\n([A-Za-z0-9+/]{43})\n")
_ANY_SCRYPT: Final = re.compile(rb"^-> scrypt\b", re.MULTILINE)
_BEGIN: Final = b"-----BEGIN AGE ENCRYPTED FILE-----\n"
_END: Final = b"-----END AGE ENCRYPTED FILE-----"
_COLUMNS: Final = 64


def is_sealed(content: bytes) -> bool:
    """Whether a file says that it is one of the age format."""
    return content.startswith(_MAGIC) or content.lstrip().startswith(_BEGIN.rstrip())


def sealed(content: bytes, passphrase: str, *, work: int = WORK) -> bytes:
    """The file that only this passphrase opens, as it is typed: UTF-8, nothing made alike."""
    file_key, salt, nonce = random(_FILE_KEY), random(_SALT), random(_NONCE)
    body = _close(_wrap_key(passphrase, salt, work), _NO_NONCE, file_key)
    head = b"age-encryption.org/v1\n-> scrypt %b %d\n%b\n---" % (_base64(salt), work, _base64(body))
    mac = _base64(_mac(file_key, head))
    return b"%b %b\n%b%b" % (head, mac, nonce, _closed(_payload_key(file_key, nonce), content))


def opened(content: bytes, passphrase: str) -> bytes:
    """What a file holds. As slow as a guess is meant to be.

    Raises WrongSecretError for another passphrase, UnreadableError with one sentence for what is
    damaged, for another recipient, and for a work factor that would wear the machine out.
    """
    bare = _without_armor(content)
    header = _HEADER.match(bare)
    if header is None:
        raise _damaged()
    head, stanzas, mac = header.groups()
    file_key = _file_key(stanzas, passphrase)
    if not hmac.compare_digest(_mac(file_key, head), _bytes(mac)):
        raise _damaged()
    nonce, payload = bare[header.end() :][:_NONCE], bare[header.end() + _NONCE :]
    return _opened(_payload_key(file_key, nonce), payload)


def _file_key(stanzas: bytes, passphrase: str) -> bytes:
    # One that is for a passphrase stands alone: nobody else can have made the file then.
    found = _SCRYPT.fullmatch(stanzas)
    if found is None and not _ANY_SCRYPT.search(stanzas):
        raise UnreadableError(N_("This file is sealed for a key, which Meanwhile can't open."))
    if found is None:
        raise _damaged()
    salt, work, body = _bytes(found[1]), found[2], _bytes(found[3])
    if len(work) > 2 or int(work) > WORK_MAX:
        raise UnreadableError(N_("Opening this file would take more than this device should give."))
    try:
        return _open(_wrap_key(passphrase, salt, int(work)), _NO_NONCE, body)
    except CryptoError as error:
        raise WrongSecretError(N_("That is not the passphrase of this file.")) from error


def _wrap_key(passphrase: str, salt: bytes, work: int) -> bytes:
    known = passphrase.encode("utf-8", "surrogatepass")
    try:
        return bindings.crypto_pwhash_scryptsalsa208sha256_ll(
            known, _LABEL + salt, 1 << work, 8, 1, dklen=32, maxmem=2 << (10 + WORK_MAX)
        )
    except RuntimeError as error:
        raise UnreadableError(N_("This device has too little memory for this file.")) from error


def _hkdf(secret: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA-256 (RFC 5869), 32 bytes."""
    return hmac.digest(hmac.digest(salt, secret, "sha256"), info + b"\1", "sha256")


def _mac(file_key: bytes, head: bytes) -> bytes:
    return hmac.digest(_hkdf(file_key, b"", b"header"), head, "sha256")


def _payload_key(file_key: bytes, nonce: bytes) -> bytes:
    return _hkdf(file_key, nonce, b"payload")


def _closed(key: bytes, content: bytes) -> bytes:
    starts = range(0, max(1, len(content)), CHUNK)
    return b"".join(
        _close(key, _nonce(place, at + CHUNK >= len(content)), content[at : at + CHUNK])
        for place, at in enumerate(starts)
    )


def _opened(key: bytes, payload: bytes) -> bytes:
    size = CHUNK + _TAG
    chunks = [payload[at : at + size] for at in range(0, max(1, len(payload)), size)]
    # Nothing at all is one empty chunk; else even the last one holds something.
    if len(chunks[-1]) < _TAG + (len(chunks) > 1):
        raise _damaged()
    try:
        return b"".join(
            _open(key, _nonce(place, place + 1 == len(chunks)), chunk)
            for place, chunk in enumerate(chunks)
        )
    except CryptoError as error:
        raise _damaged() from error


def _nonce(place: int, is_last: bool) -> bytes:
    return place.to_bytes(11, "big") + bytes((is_last,))


def _close(key: bytes, nonce: bytes, content: bytes) -> bytes:
    return bindings.crypto_aead_chacha20poly1305_ietf_encrypt(content, None, nonce, key)


def _open(key: bytes, nonce: bytes, content: bytes) -> bytes:
    return bindings.crypto_aead_chacha20poly1305_ietf_decrypt(content, None, nonce, key)


def _base64(content: bytes) -> bytes:
    return b64encode(content).rstrip(b"=")


def _bytes(written: bytes) -> bytes:
    content = b64decode(written + b"=" * (-len(written) % 4))
    if _base64(content) != written:
        raise _damaged()
    return content


def _without_armor(content: bytes) -> bytes:
    text = content.strip().replace(b"\r\n", b"\n")
    if not text.startswith(_BEGIN):
        return content
    try:
        bare = b64decode(text.removeprefix(_BEGIN).removesuffix(_END).replace(b"\n", b""))
    except binascii.Error as error:
        raise _damaged() from error
    # Only what would be written so is read: it can't be changed unnoticed.
    if _with_armor(bare) != text:
        raise _damaged()
    return bare


def _with_armor(content: bytes) -> bytes:
    text = b64encode(content)
    lines = (text[at : at + _COLUMNS] + b"\n" for at in range(0, len(text), _COLUMNS))
    return b"".join((_BEGIN, *lines, _END))


def _damaged() -> UnreadableError:
    return UnreadableError(
        N_("This sealed file is damaged, or newer than this version of Meanwhile.")
    )
