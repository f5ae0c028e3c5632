"""The guard before the served app: who is let in, who is not, and how serving ends."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from views.loopback import REFUSED, Guard

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"Meanwhile is open at (http://127\.0\.0\.1:\d+)/\?token=([\w-]+)\n")
APP = """
import sys
import flet as ft
from views.loopback import serve
def main(page):
    page.add(ft.Text("here"))
try:
    serve(main, port=int(sys.argv[1]), open_browser=False, assets_dir=sys.argv[2])
finally:
    print("let go", flush=True)
"""


class Served:
    """A tiny app in a process of its own. `at` is its origin."""

    def __init__(self, assets: Path) -> None:
        self.process = start(0, assets)
        assert self.process.stdout
        found = LINK.fullmatch(self.process.stdout.readline())
        assert found
        self.at, self.token = found.groups()
        self.ws = self.at.replace("http", "ws") + "/ws"

    def get(self, path: str, **headers: str) -> httpx.Response:
        return httpx.get(self.at + path, headers=headers, trust_env=False)

    def cookie(self) -> str:
        return self.get(f"/?token={self.token}").headers["set-cookie"].partition(";")[0]

    @contextmanager
    def socket(self, origin: str | None, **headers: str) -> Iterator[None]:
        with connect(self.ws, origin=origin, additional_headers=headers, proxy=None):  # type: ignore[arg-type]
            yield


def start(port: int, assets: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", APP, str(port), str(assets)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def serving(assets: Path) -> Iterator[Served]:
    served = Served(assets)
    try:
        yield served
    finally:
        served.process.kill()
        served.process.communicate()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("assets")) as served:
        yield served


def refused(answer: httpx.Response) -> bool:
    return answer.status_code == 403 and answer.text == REFUSED


def test_link_sets_the_cookie_and_keeps_the_place(served: Served) -> None:
    answer = served.get(f"/entries/a%20b?token={served.token}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/entries/a%20b")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"meanwhile_{urlsplit(served.at).port}=")
    assert cookie.endswith("; Path=/; HttpOnly; SameSite=Strict")


def test_link_is_good_again_and_leaves_no_token_in_the_address(served: Served) -> None:
    answer = served.get(f"/entries?token={served.token}", cookie=served.cookie())
    assert (answer.status_code, answer.headers["location"]) == (303, "/entries")


@pytest.mark.parametrize("path", ["//evil.example", "/\\evil.example", "///evil.example/x"])
def test_redirect_stays_here(served: Served, path: str) -> None:
    answer = served.get(f"{path}?token={served.token}")
    assert re.fullmatch(r"/(?![/\\]).*", answer.headers["location"])


def test_who_has_the_cookie_sees_the_app(served: Served) -> None:
    for path in ("/", "/entries", "/main.dart.js"):
        assert served.get(path, cookie=served.cookie()).status_code == 200


@pytest.mark.parametrize("path", ["/", "/main.dart.js", "/?token=", "/?token=wrong"])
def test_without_the_token_all_is_refused(served: Served, path: str) -> None:
    assert refused(served.get(path))
    assert refused(served.get(path, cookie=f"meanwhile_{urlsplit(served.at).port}=wrong"))


@pytest.mark.parametrize(
    "header", [{"host": "evil.example"}, {"origin": "https://evil.example"}, {"origin": "null"}]
)
def test_foreign_host_and_origin_are_refused(served: Served, header: dict[str, str]) -> None:
    assert refused(served.get(f"/?token={served.token}", **header))
    assert refused(served.get("/", cookie=served.cookie(), **header))


def test_answers_name_no_other_host(served: Served) -> None:
    answers = [served.get("/"), served.get("/", cookie=served.cookie())]
    for headers in (answer.headers for answer in answers):
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; ")
        hosts = set(re.findall(r"\w+://[^ ;]+", policy))
        assert {urlsplit(host).hostname for host in hosts} == {"127.0.0.1", "localhost"}
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers


def test_socket_of_the_page_is_let_in(served: Served) -> None:
    with served.socket(served.at, cookie=served.cookie()):
        pass


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", "http://127.0.0.1:1"])
def test_socket_of_another_origin_is_refused(served: Served, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as error, served.socket(origin, cookie=served.cookie()):
        pass
    assert error.value.response.status_code == 403


@pytest.mark.parametrize("cookie", ["", "a=b", "meanwhile_{port}=wrong"])
def test_socket_without_the_cookie_is_refused(served: Served, cookie: str) -> None:
    cookie = cookie.format(port=urlsplit(served.at).port)
    with pytest.raises(InvalidStatus) as error, served.socket(served.at, cookie=cookie):
        pass
    assert error.value.response.status_code == 403


def test_socket_for_another_host_is_refused(served: Served) -> None:
    # A name that an attacker has pointed at this computer: Host and Origin agree with each other.
    port = urlsplit(served.at).port
    with socket.create_connection(("127.0.0.1", port or 0), timeout=5) as plain:
        plain.sendall(
            f"GET /ws HTTP/1.1\r\nHost: evil.example:{port}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            f"Origin: http://evil.example:{port}\r\nCookie: {served.cookie()}\r\n\r\n".encode()
        )
        assert plain.recv(64).startswith(b"HTTP/1.1 403 ")


@pytest.mark.skipif(os.name != "posix", reason="signals as on POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_though_a_page_is_open(tmp_path: Path, number: signal.Signals) -> None:
    with serving(tmp_path) as served, served.socket(served.at, cookie=served.cookie()):
        served.process.send_signal(number)
        out, _ = served.process.communicate(timeout=2)
        assert (served.process.returncode, out) == (0, "let go\n")


@pytest.mark.parametrize("port", ["taken", "none"])
def test_a_port_that_cannot_be_had_is_said_in_one_line(tmp_path: Path, port: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1] if port == "taken" else 99999
        process = start(number, tmp_path)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 1
    assert errors == f"Port {number} can't be had; another program may be using it.\n"


def test_each_launch_has_its_own_token() -> None:
    async def never(*_: object) -> None:
        raise AssertionError

    assert Guard(never, 1).token != Guard(never, 1).token
