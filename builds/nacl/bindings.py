# ruff: noqa: N816
"""Ciphers with a tag, and scrypt."""

from typing import Any, Final

import libsodium
from nacl import exceptions as exc
from pyodide.ffi import JsException, to_js

crypto_aead_xchacha20poly1305_ietf_KEYBYTES: Final = 32
crypto_aead_xchacha20poly1305_ietf_NPUBBYTES: Final = 24
crypto_aead_xchacha20poly1305_ietf_ABYTES: Final = 16
crypto_aead_chacha20poly1305_ietf_KEYBYTES: Final = 32
crypto_aead_chacha20poly1305_ietf_NPUBBYTES: Final = 12
crypto_aead_chacha20poly1305_ietf_ABYTES: Final = 16


def crypto_aead_xchacha20poly1305_ietf_encrypt(
    message: bytes, aad: bytes | None, nonce: bytes, key: bytes
) -> bytes:
    """The message in cipher, then its tag. Raises TypeError."""
    return _close("xchacha20poly1305", message, aad, nonce, key)


def crypto_aead_xchacha20poly1305_ietf_decrypt(
    ciphertext: bytes, aad: bytes | None, nonce: bytes, key: bytes
) -> bytes:
    """The message. Raises CryptoError where its tag is another, TypeError, ValueError."""
    return _open("xchacha20poly1305", ciphertext, aad, nonce, key)


def crypto_aead_chacha20poly1305_ietf_encrypt(
    message: bytes, aad: bytes | None, nonce: bytes, key: bytes
) -> bytes:
    """The message in cipher, then its tag. Raises TypeError."""
    return _close("chacha20poly1305", message, aad, nonce, key)


def crypto_aead_chacha20poly1305_ietf_decrypt(
    ciphertext: bytes, aad: bytes | None, nonce: bytes, key: bytes
) -> bytes:
    """The message. Raises CryptoError where its tag is another, TypeError, ValueError."""
    return _open("chacha20poly1305", ciphertext, aad, nonce, key)


def crypto_pwhash_scryptsalsa208sha256_ll(
    passwd: bytes, salt: bytes, n: int, r: int, p: int, dklen: int = 64, maxmem: int = 32 << 20
) -> bytes:
    """scrypt, with all its numbers. Raises ValueError, and RuntimeError for want of memory."""
    if n < 2 or n & (n - 1) or 128 * r * (n + p) > maxmem:
        raise exc.ValueError("numbers that scrypt can't work with, or not in this memory")
    try:
        made = libsodium.crypto_pwhash_scryptsalsa208sha256_ll(
            _js(passwd), _js(salt), n, r, p, dklen
        )
    except JsException as error:
        raise exc.RuntimeError("Unexpected failure in key derivation") from error
    return bytes(made.to_bytes())


def _close(cipher: str, message: bytes, aad: bytes | None, nonce: bytes, key: bytes) -> bytes:
    _check(cipher, nonce, key)
    close = getattr(libsodium, f"crypto_aead_{cipher}_ietf_encrypt")
    return bytes(close(_js(message), _js(aad or b""), None, _js(nonce), _js(key)).to_bytes())


def _open(cipher: str, ciphertext: bytes, aad: bytes | None, nonce: bytes, key: bytes) -> bytes:
    _check(cipher, nonce, key)
    if len(ciphertext) < crypto_aead_chacha20poly1305_ietf_ABYTES:
        raise exc.ValueError("shorter than a tag")
    decrypt = getattr(libsodium, f"crypto_aead_{cipher}_ietf_decrypt")
    try:
        opened = decrypt(None, _js(ciphertext), _js(aad or b""), _js(nonce), _js(key))
    except JsException as error:
        raise exc.CryptoError("Decryption failed.") from error
    return bytes(opened.to_bytes())


def _check(cipher: str, nonce: bytes, key: bytes) -> None:
    sizes = globals()
    if len(nonce) != sizes[f"crypto_aead_{cipher}_ietf_NPUBBYTES"]:
        raise exc.TypeError("a nonce of another size")
    if len(key) != sizes[f"crypto_aead_{cipher}_ietf_KEYBYTES"]:
        raise exc.TypeError("a key of another size")


def _js(content: bytes) -> Any:
    return to_js(content)
