"""What the page hands over to this computer: to one path, once, into memory, up to a size."""

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest

from domain.moving_in.record import SIZE_MAX
from views.loopback import Guard
from views.receiving import RECEIVING

HOST = (b"host", b"127.0.0.1:80")


async def nothing(*_: Any) -> None:
    """An app that is never asked."""
    raise AssertionError("passed on")


async def ask(guard: Guard, path: str, chunks: Iterable[bytes], *more: tuple[bytes, bytes]) -> int:
    """The status of an answer to a request with a body in pieces."""
    left = list(chunks)
    sent: list[Any] = []

    async def receive() -> Any:
        body = left.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(left)}

    async def send(message: Any) -> None:
        sent.append(message)

    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": "PUT",
        "path": path,
        "query_string": query.encode(),
        "headers": [HOST, *more],
    }
    await guard(scope, receive, send)
    cookies = [value for name, value in sent[0]["headers"] if name == b"set-cookie"]
    guard.cookie = cookies[0].partition(b";")[0] if cookies else b""  # type: ignore[attr-defined]
    return int(sent[0]["status"])


async def let_in(guard: Guard) -> tuple[bytes, bytes]:
    """The cookie of who came by the link."""
    assert await ask(guard, f"/?token={guard.token}", [b""]) == 303
    return b"cookie", guard.cookie  # type: ignore[attr-defined]


def test_a_file_in_pieces_is_handed_on_once() -> None:
    async def act() -> None:
        guard = Guard(nothing, 80)
        cookie = await let_in(guard)
        path, coming = RECEIVING.expect()
        assert await ask(guard, path, [b"one ", b"", b"file"], cookie) == 204
        assert await coming == b"one file"
        with pytest.raises(AssertionError, match="passed on"):
            await ask(guard, path, [b"again"], cookie)

    asyncio.run(act())


def test_without_the_cookie_nothing_is_taken() -> None:
    async def act() -> None:
        path, coming = RECEIVING.expect()
        assert await ask(Guard(nothing, 80), path, [b"a file"]) == 403
        assert not coming.done()

    asyncio.run(act())


def test_a_file_without_end_is_given_up() -> None:
    async def act() -> None:
        guard = Guard(nothing, 80)
        cookie = await let_in(guard)
        path, coming = RECEIVING.expect()
        piece = bytes(SIZE_MAX // 4)
        assert await ask(guard, path, [piece] * 6, cookie) == 413
        assert await coming is None

    asyncio.run(act())
