"""The app in the browser of this computer, and of nobody else.

A guard stands before Flet's own web app: it listens on 127.0.0.1 only, checks Host and Origin of
every request and WebSocket, lets in only who came by the launch link, and tells the browser to
contact no other host.
"""

import asyncio
import hmac
import os
import secrets
import signal
import socket
import webbrowser
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from contextlib import suppress
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final
from urllib.parse import parse_qs, quote

import flet as ft
import uvicorn
from starlette.datastructures import Headers, MutableHeaders
from starlette.websockets import WebSocketDisconnect

from domain.language import N_, tr
from domain.moving_in.record import SIZE_MAX
from views.printing import PRINTOUT
from views.receiving import RECEIVING

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

# Flutter's loader writes scripts and styles into the page, and compiles WebAssembly.
POLICY: Final = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; connect-src 'self' {sockets}; img-src 'self' data: blob:; "
    "font-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'self'; "
    "form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
    "cross-origin-resource-policy": "same-origin",
}
HANGUP: Final = (signal.SIGHUP,) if os.name == "posix" else ()
"""What a terminal sends when it is closed."""
REFUSED: Final = N_("Open Meanwhile from the link that it printed when it started.")


class Guard:
    """ASGI middleware around `app`, served at `port`.

    `/<place>?token=<token>` sets the cookie that every other request needs; the link is good as
    long as the process runs. All else is refused with 403.
    """

    def __init__(self, app: Asgi, port: int) -> None:
        self._app = app
        self.token = secrets.token_urlsafe(24)
        self._key = secrets.token_urlsafe(32)
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._origins = {f"http://{host}" for host in self._hosts}
        # Cookies are shared by all ports of a host.
        self._cookie = f"meanwhile_{port}"
        sockets = " ".join(f"ws://{host}" for host in sorted(self._hosts))
        self._headers = {"content-security-policy": POLICY.format(sockets=sockets), **HEADERS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, set the cookie, or refuse."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif not self._from_here(scope):
            await self._refuse(scope, send)
        elif scope["type"] == "http" and self._has_token(scope):
            # Also who is in already, or the token would stay in the address and the history.
            await self._let_in(scope, send)
        elif self._has_key(scope) and (pdf := PRINTOUT.at(scope["path"])):
            await _show(pdf, send)
        elif self._has_key(scope) and RECEIVING.takes(scope["path"]):
            await _take(scope, receive, send)
        elif self._has_key(scope):
            socket = scope["type"] == "websocket"
            # A page that is left in the middle of an answer is no error worth a traceback.
            with suppress(WebSocketDisconnect):
                await self._app(scope, receive, send if socket else self._hardened(send))
        else:
            await self._refuse(scope, send)

    def _from_here(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        # A browser always names the origin of a WebSocket, and leaves it out of plain requests.
        no_origin_needed = scope["type"] == "http"
        return headers.get("host") in self._hosts and (
            origin in self._origins or (origin is None and no_origin_needed)
        )

    def _has_key(self, scope: Scope) -> bool:
        try:
            cookie = SimpleCookie(Headers(scope=scope).get("cookie", "")).get(self._cookie)
        except CookieError:
            return False
        return cookie is not None and _same(cookie.value, self._key)

    def _has_token(self, scope: Scope) -> bool:
        query = parse_qs(scope["query_string"].decode("latin-1"))
        return _same(query.get("token", [""])[0], self.token)

    async def _let_in(self, scope: Scope, send: Send) -> None:
        # One slash in front, or "//host" would lead to another host.
        place = "/" + quote(scope["path"].lstrip("/\\"))
        cookie = f"{self._cookie}={self._key}; Path=/; HttpOnly; SameSite=Strict"
        headers = [("location", place), ("set-cookie", cookie), *self._headers.items()]
        await _answer(send, 303, headers, b"")

    async def _refuse(self, scope: Scope, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            headers = [("content-type", "text/plain; charset=utf-8"), *self._headers.items()]
            await _answer(send, 403, headers, tr(REFUSED).encode())

    def _hardened(self, send: Send) -> Send:
        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                # Flet lets every origin read its answers.
                if "access-control-allow-origin" in headers:
                    del headers["access-control-allow-origin"]
            await send(message)

        return hardened


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


async def _take(scope: Scope, receive: Receive, send: Send) -> None:
    """A file that the page hands over, into memory."""
    content = bytearray()
    is_more = True
    while is_more and len(content) <= SIZE_MAX:
        message = await receive()
        content += message.get("body", b"")
        is_more = message["type"] == "http.request" and message.get("more_body", False)
    RECEIVING.take(None if is_more else bytes(content))
    await _answer(send, 413 if is_more else 204, [*HEADERS.items()], b"")


async def _show(pdf: bytes, send: Send) -> None:
    name = quote(tr("For our session.pdf"))
    headers = {
        **HEADERS,
        "content-type": "application/pdf",
        "content-disposition": f"inline; filename*=UTF-8''{name}",
        "cache-control": "no-store",
    }
    await _answer(send, 200, headers.items(), pdf)


async def _answer(send: Send, status: int, headers: Iterable[tuple[str, str]], body: bytes) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})


def guarded(main: Callable[[ft.Page], Any], port: int, assets_dir: str) -> Guard:
    """Flet's web app for `main`, behind the guard."""
    app = ft.run(
        main,
        export_asgi_app=True,
        assets_dir=assets_dir,
        no_cdn=True,
        web_renderer=ft.WebRenderer.CANVAS_KIT,
        route_url_strategy=ft.RouteUrlStrategy.PATH,
    )
    return Guard(app, port)


def serve(
    main: Callable[[ft.Page], Any], *, port: int, open_browser: bool, assets_dir: str
) -> None:
    """Serve until SIGINT, SIGTERM or SIGHUP; prints the link. Port 0 takes any free one.

    For the main thread, as it handles these signals. Raises SystemExit with one sentence where
    the port can't be had.
    """
    listening = _listen(port)
    port = listening.getsockname()[1]
    guard = guarded(main, port, assets_dir)
    link = f"http://127.0.0.1:{port}/?token={guard.token}"
    server = uvicorn.Server(
        uvicorn.Config(
            guard,
            log_level="error",
            ws="websockets-sansio",
            proxy_headers=False,
            server_header=False,
            # Else it waits for the pages that are still open.
            timeout_graceful_shutdown=1,
        )
    )

    async def run() -> None:
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        print(f"Meanwhile is open at {link}", flush=True)  # noqa: T201
        if open_browser:
            await asyncio.to_thread(webbrowser.open, link)
        await serving

    for number in (signal.SIGINT, signal.SIGTERM, *HANGUP):
        # uvicorn raises the signal once more when it has stopped: by default that would end the
        # process before the caller lets go of its files.
        signal.signal(number, server.handle_exit)
    asyncio.run(run())


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    if os.name == "posix":
        # On Windows it would let two programs have the same port.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except (OSError, OverflowError):
        listening.close()
        told = tr("Port {port} can't be had; another program may be using it.", port=port)
        raise SystemExit(told) from None
    listening.listen()
    return listening
