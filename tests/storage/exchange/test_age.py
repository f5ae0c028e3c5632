"""The age format, held against pyrage: it opens what is sealed here, and the other way round."""

import hashlib
import hmac
import resource
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyrage  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.bindings import (
    crypto_aead_chacha20poly1305_ietf_decrypt,
    crypto_aead_chacha20poly1305_ietf_encrypt,
)

from domain.journal import JournalError
from domain.keeper import WrongSecretError
from storage.exchange.age import CHUNK, WORK, is_sealed, opened, sealed
from storage.exchange.faults import UnreadableError

SECRET = "a heron, waiting"
SIZES = (0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1)
TAG = 16
DAMAGED = "This sealed file is damaged, or newer than this version of Meanwhile."


def cheap(content: bytes, passphrase: str = SECRET) -> bytes:
    """A file whose passphrase is soon tried."""
    return sealed(content, passphrase, work=1)


def content_of(size: int) -> bytes:
    """That many bytes, each chunk of them another."""
    return bytes(at * 7 // 13 % 251 for at in range(size))


def head_and_payload(file: bytes) -> tuple[bytes, bytes]:
    """The lines of the header, and the payload with its nonce."""
    end = file.index(b"\n", file.index(b"--- ")) + 1
    return file[:end], file[end:]


@pytest.mark.parametrize("size", SIZES)
def test_what_is_sealed_opens_again_and_with_another_program(size: int) -> None:
    content = content_of(size)
    file = cheap(content)
    assert opened(file, SECRET) == content
    assert pyrage.passphrase.decrypt(file, SECRET) == content
    whole = max(1, -(-size // CHUNK))
    assert len(head_and_payload(file)[1]) == 16 + size + whole * TAG


@pytest.mark.parametrize(
    ("size", "armored"), [(0, False), (CHUNK, True), (CHUNK + 1, False), (2 * CHUNK, True)]
)
def test_what_another_program_sealed_opens_here(size: int, armored: bool) -> None:
    content = content_of(size)
    file = pyrage.passphrase.encrypt(content, SECRET, armored=armored)
    assert is_sealed(file)
    assert opened(file, SECRET) == content


def test_the_work_is_that_of_the_format_unless_said_otherwise() -> None:
    file = sealed(b"a line", SECRET)
    assert b" 18\n" in head_and_payload(file)[0]
    assert WORK == 18
    assert pyrage.passphrase.decrypt(file, SECRET) == b"a line"


@given(st.text(min_size=1, max_size=40), st.binary(max_size=200))
def test_any_passphrase_and_any_content_come_back(passphrase: str, content: bytes) -> None:
    file = cheap(content, passphrase)
    assert opened(file, passphrase) == content
    assert pyrage.passphrase.decrypt(file, passphrase) == content


def test_no_two_files_are_alike() -> None:
    some = {cheap(b"a line") for _ in range(20)}
    assert len(some) == 20
    assert len({one[-30:] for one in some}) == 20


@pytest.mark.parametrize("other", ["", "a heron", "A heron, waiting", f"{SECRET} "])
def test_another_passphrase_is_told(other: str) -> None:
    with pytest.raises(WrongSecretError, match=r"^That is not the passphrase of this file\.$"):
        opened(cheap(b"a line"), other)


FILE = cheap(b"Jun went quiet. I said it was fine. " * 3)


@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_a_flipped_byte_anywhere_is_refused(place: int, flipped: int) -> None:
    changed = bytearray(FILE)
    changed[place] ^= flipped
    with pytest.raises((WrongSecretError, UnreadableError)):
        opened(bytes(changed), SECRET)


def test_every_byte_of_the_file_counts() -> None:
    for place in range(len(FILE)):
        for flipped in (0x01, 0x20, 0x80):
            changed = bytearray(FILE)
            changed[place] ^= flipped
            with pytest.raises(JournalError):
                opened(bytes(changed), SECRET)


@pytest.mark.parametrize("size", [0, 5, CHUNK, CHUNK + 5])
def test_a_file_cut_anywhere_is_refused(size: int) -> None:
    file = cheap(content_of(size))
    head, payload = head_and_payload(file)
    lengths = {*range(0, len(file), 4099), *range(len(head) + 64), len(file) - 1}
    lengths |= {len(head) + 16 + CHUNK + TAG + more for more in (-1, 0, 1, 15, 16)}
    for length in lengths:
        if length < len(head) + len(payload):
            with pytest.raises(UnreadableError):
                opened(file[:length], SECRET)


@pytest.mark.parametrize("size", [0, 5, CHUNK])
@pytest.mark.parametrize("more", [b"\n", b"\0", bytes(TAG), bytes(CHUNK + TAG)])
def test_what_comes_after_the_end_is_refused(size: int, more: bytes) -> None:
    with pytest.raises(UnreadableError):
        opened(cheap(content_of(size)) + more, SECRET)


def test_chunks_in_another_order_are_refused() -> None:
    head, payload = head_and_payload(cheap(content_of(3 * CHUNK)))
    nonce, rest = payload[:16], payload[16:]
    one, two, three = (rest[at * (CHUNK + TAG) :][: CHUNK + TAG] for at in range(3))
    for order in ((two, one, three), (one, three), (one, two, two, three), (three,)):
        with pytest.raises(UnreadableError):
            opened(head + nonce + b"".join(order), SECRET)


def with_chunks(*chunks: bytes) -> bytes:
    """A file whose header and chunks are right, however they are divided."""
    head, payload = head_and_payload(FILE)
    salt, body = (b64decode(line + b"==") for line in (head.split()[3], head.split()[5]))
    salt = b"age-encryption.org/v1/scrypt" + salt
    wrap = hashlib.scrypt(SECRET.encode(), salt=salt, n=2, r=8, p=1, dklen=32)
    file_key = crypto_aead_chacha20poly1305_ietf_decrypt(body[:32], None, bytes(12), wrap)
    nonce = payload[:16]
    secret = hmac.digest(nonce, file_key, "sha256")
    key = hmac.digest(secret, b"payload\1", "sha256")
    sealed_chunks = (
        crypto_aead_chacha20poly1305_ietf_encrypt(
            chunk, None, at.to_bytes(11, "big") + bytes((at + 1 == len(chunks),)), key
        )
        for at, chunk in enumerate(chunks)
    )
    return head + nonce + b"".join(sealed_chunks)


def test_a_last_chunk_is_empty_only_where_there_is_nothing_at_all() -> None:
    full = content_of(CHUNK)
    right: list[tuple[bytes, ...]] = [(b"",), (full,), (full, b"a"), (full, full)]
    wrong: list[tuple[bytes, ...]] = [(full, b""), (full, full, b"")]
    for chunks in right:
        assert opened(with_chunks(*chunks), SECRET) == b"".join(chunks)
    for chunks in wrong:
        with pytest.raises(UnreadableError, match=f"^{DAMAGED}$"):
            opened(with_chunks(*chunks), SECRET)
        with pytest.raises(pyrage.DecryptError):
            pyrage.passphrase.decrypt(with_chunks(*chunks), SECRET)


HEAD, PAYLOAD = head_and_payload(FILE)
VERSION, ARGS, BODY, MAC = HEAD.splitlines(keepends=True)
LONG_BODY = b"A" * 64 + b"\n" + BODY


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (VERSION,),
        (VERSION, MAC),
        (b"age-encryption.org/v2\n", ARGS, BODY, MAC),
        (VERSION.replace(b"\n", b"\r\n"), ARGS, BODY, MAC),
        (VERSION, b"\n", ARGS, BODY, MAC),
        (VERSION, ARGS.replace(b" ", b"  "), BODY, MAC),
        (VERSION, ARGS.replace(b"\n", b" more\n"), BODY, MAC),
        (VERSION, ARGS.replace(b" 1\n", b"\n"), BODY, MAC),
        (VERSION, ARGS.replace(b" 1\n", b" 01\n"), BODY, MAC),
        (VERSION, ARGS.replace(b" 1\n", b" 0\n"), BODY, MAC),
        (VERSION, ARGS.replace(b" 1\n", b" +1\n"), BODY, MAC),
        (VERSION, ARGS.replace(b" 1\n", b" one\n"), BODY, MAC),
        (VERSION, b"-> scrypt AAAAAAAAAAAAAAAAAAAAAB 1\n", BODY, MAC),
        (VERSION, b"-> scrypt AAAA 1\n", BODY, MAC),
        (VERSION, ARGS, b"\n", MAC),
        (VERSION, ARGS, BODY[:40] + b"\n", MAC),
        (VERSION, ARGS, LONG_BODY, MAC),
        (VERSION, ARGS, BODY.replace(b"\n", b"=\n"), MAC),
        (VERSION, ARGS, b"A" * 42 + b"B\n", MAC),
        (VERSION, ARGS, BODY, MAC.replace(b"\n", b"=\n")),
        (VERSION, ARGS, BODY, MAC.replace(b"--- ", b"---  ")),
        (VERSION, ARGS, BODY, ARGS, BODY, MAC),
        (VERSION, ARGS, BODY, b"-> X25519 AAAA\n", BODY, MAC),
        (VERSION, b"-> X25519 AAAA\n", BODY, ARGS, BODY, MAC),
    ],
)
def test_a_header_that_is_not_just_so_is_refused(lines: tuple[bytes, ...]) -> None:
    with pytest.raises(UnreadableError, match=f"^{DAMAGED}$"):
        opened(b"".join((*lines, PAYLOAD)), SECRET)


def test_a_header_whose_seal_is_not_canonical_is_refused() -> None:
    letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    # The last letter of 32 bytes carries two bits that mean nothing.
    for last in range(64):
        changed = MAC[:-2] + letters[last : last + 1] + b"\n"
        if changed != MAC:
            with pytest.raises(UnreadableError):
                opened(b"".join((VERSION, ARGS, BODY, changed, PAYLOAD)), SECRET)


def test_a_file_for_a_key_is_told_as_one() -> None:
    key = pyrage.x25519.Identity.generate().to_public()
    for armored in (False, True):
        file = pyrage.encrypt(b"a line", [key, key], armored=armored)
        with pytest.raises(UnreadableError, match=r"^This file is sealed for a key, which "):
            opened(file, SECRET)


@pytest.mark.parametrize("work", [b"23", b"64", b"99", b"100", b"9" * 5000])
def test_nobody_wears_the_machine_out(work: bytes) -> None:
    file = FILE.replace(b" 1\n", b" %b\n" % work, 1)
    with pytest.raises(UnreadableError, match=r"^Opening this file would take more than "):
        opened(file, SECRET)


@contextmanager
def little_memory() -> Iterator[None]:
    """No more than 64 megabytes beside what is used."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    used = pages * resource.getpagesize()
    limits = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + (64 << 20), limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, limits)


def test_a_device_with_too_little_memory_says_so() -> None:
    file = FILE.replace(b" 1\n", b" 20\n", 1)
    with little_memory(), pytest.raises(UnreadableError, match="too little memory"):
        opened(file, SECRET)


def armored(content: bytes, end: bytes = b"\n") -> bytes:
    """A file as text."""
    text = b64encode(content)
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    around = (b"-----BEGIN AGE ENCRYPTED FILE-----", b"-----END AGE ENCRYPTED FILE-----")
    return end.join((around[0], *lines, around[1], b""))


@pytest.mark.parametrize(
    "file",
    [
        armored(FILE),
        armored(FILE, b"\r\n"),
        b"\n\n  " + armored(FILE) + b"\n\n",
        armored(FILE).rstrip(),
    ],
)
def test_a_file_as_text_opens(file: bytes) -> None:
    assert is_sealed(file)
    assert opened(file, SECRET) == opened(FILE, SECRET)


TEXT = armored(FILE)


@pytest.mark.parametrize(
    "file",
    [
        b"Dear Jun,\n" + TEXT,
        TEXT + b"and more",
        TEXT.replace(b"\n-----END", b"\n\n-----END"),
        TEXT.replace(b"ENCRYPTED", b"encrypted"),
        TEXT.replace(b"END AGE", b"END OLD"),
        TEXT[:-60],
        TEXT.replace(b"\n", b"\n\n", 2),
        TEXT.replace(b"\n", b"\n ", 2),
        TEXT[:60] + b"\n" + TEXT[60:],
        TEXT[:60] + b"*" + TEXT[60:],
        TEXT[:60] + TEXT[61:],
        b"-----BEGIN AGE ENCRYPTED FILE-----\n-----END AGE ENCRYPTED FILE-----",
    ],
)
def test_text_that_is_not_just_so_is_refused(file: bytes) -> None:
    with pytest.raises(UnreadableError, match=f"^{DAMAGED}$"):
        opened(file, SECRET)


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (FILE, True),
        (TEXT, True),
        (b"age-encryption.org/v2\n", True),
        (b"", False),
        (b"age", False),
        (b"{}", False),
        (b"date,note\n", False),
        (b"PK\3\4", False),
    ],
)
def test_a_sealed_file_is_known_by_how_it_begins(content: bytes, is_one: bool) -> None:
    assert is_sealed(content) is is_one
