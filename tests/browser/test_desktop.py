"""The folder for a computer: built, and run as where there is no Python."""

import json
import marshal
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import tomllib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from builds import desktop
from tests.browser.driver import App

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="built and started on Linux")
NO_WINDOW: Final = "There is no window to be had here, so Meanwhile opens in the browser.\n"
# Nothing listens there, so that nothing is fetched.
NO_NETWORK: Final = "http://127.0.0.1:9"
LICENCES: Final = {
    "meanwhile": "The Meanwhile authors",
    "python": "PYTHON SOFTWARE FOUNDATION LICENSE",
    "pynacl": "Apache License",
    "uvicorn": "Redistribution and use in source and binary forms",
    "flutter": "The Flutter Authors",
    "fraunces": "SIL OPEN FONT LICENSE",
}


class Started:
    """The program of the folder in a process of its own, at a home, with no Python on its path."""

    def __init__(self, folder: Path, home: Path, *options: str, **more: str) -> None:
        self.process = subprocess.Popen(
            [folder / "Meanwhile", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=home,
            start_new_session=True,
            env={"HOME": str(home), "PATH": str(home / "bin"), **more},
        )

    def link(self) -> str:
        """What it prints, once it is open."""
        assert self.process.stdout is not None
        said = ""
        for line in self.process.stdout:
            if found := re.match(r"Meanwhile is open at (\S+)", line):
                return found[1]
            said += line
        raise AssertionError(said)

    def ended(self, number: int | None = None) -> tuple[int, str]:
        """How it ends, by a signal or by itself, and what it has said since."""
        if number is not None:
            self.process.send_signal(number)
        said, _ = self.process.communicate(timeout=60)
        return self.process.returncode, said


Start = Callable[..., Started]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return desktop.build(tmp_path_factory.mktemp("built"))


@pytest.fixture
def start(folder: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts the program at the home of this test."""
    started: list[Started] = []

    def start(*options: str, **more: str) -> Started:
        started.append(Started(folder, tmp_path, *options, **more))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.communicate()


def opened(browser: Browser, link: str) -> App:
    return App(browser.new_page(service_workers="block", reduced_motion="reduce")).open(link)


def test_a_check_in_is_there_after_a_restart(
    start: Start, browser: Browser, tmp_path: Path
) -> None:
    first = start("--no-open")
    app = opened(browser, first.link())
    app.welcome()
    app.tap("pad-3-5")
    app.see("saved")
    app.page.close()
    assert first.ended(signal.SIGTERM) == (0, "")
    assert is_closed(tmp_path)
    second = start("--no-open")
    app = opened(browser, second.link())
    app.entries()
    app.read("Energy 5 of 7, a bit high. Feels 3 of 7, a bit hard.")
    app.page.close()
    assert second.ended(signal.SIGINT) == (0, "")


def test_it_says_its_version_and_all_licences_word_for_word(start: Start, browser: Browser) -> None:
    app = opened(browser, start("--no-open", "--sample").link())
    app.go("/settings/about")
    project = tomllib.loads((desktop.ROOT / "pyproject.toml").read_text())["project"]
    app.read(f"Version {project['version']}")
    app.tap("to-licences")
    for id, words in LICENCES.items():
        app.tap(f"licence-{id}")
        app.read(words)
        app.tap("back")
    app.page.close()


def test_a_journal_that_is_open_elsewhere_is_left_alone(start: Start, browser: Browser) -> None:
    first = start("--no-open")
    first.link()
    second = start("--no-open")
    app = opened(browser, second.link())
    app.read("is already open somewhere else")
    app.page.close()
    assert second.ended(signal.SIGTERM) == first.ended(signal.SIGTERM) == (0, "")


def test_a_damaged_journal_is_said_and_left_alone(
    start: Start, browser: Browser, tmp_path: Path
) -> None:
    journal = tmp_path / "journal"
    journal.mkdir()
    (journal / "vault.json").write_text("nothing that can be read")
    one = start("--no-open", f"--data={journal}")
    app = opened(browser, one.link())
    app.read("is damaged or not of a journal of Meanwhile")
    app.page.close()
    assert one.ended(signal.SIGTERM) == (0, "")
    assert (journal / "vault.json").read_text() == "nothing that can be read"


def test_a_port_that_is_taken_is_said_in_one_line(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said = start("--no-open", f"--port={port}").ended()
    assert code == 1
    assert f"Port {port} can't be had; another program may be using it.\n" in said


def test_it_is_a_window_where_there_is_a_client(start: Start, tmp_path: Path) -> None:
    window = shown(tmp_path, f"exec /usr/bin/env > {tmp_path}/environment")
    assert start(LD_LIBRARY_PATH="/mine", **window).ended() == (0, "")
    environment = (tmp_path / "environment").read_text()
    assert "LD_LIBRARY_PATH=/mine\n" in environment
    assert "FLET_APP_ID=meanwhile\n" in environment
    assert is_closed(tmp_path)


def test_ctrl_c_ends_the_window_and_closes_the_journal(start: Start, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "is-open")
    one = start(**shown(tmp_path, f"echo open > {tmp_path}/is-open; exec /bin/sleep 600"))
    assert (tmp_path / "is-open").read_text() == "open\n"
    # A terminal tells all of its programs, and so does a session that ends.
    os.killpg(one.process.pid, signal.SIGINT)
    assert one.ended() == (0, "")
    assert is_closed(tmp_path)


def shown(home: Path, script: str) -> dict[str, str]:
    """What makes a script be taken for the client of the window."""
    client = home / "client/flet"
    client.parent.mkdir()
    client.write_text(f"#!/bin/sh\n{script}\n")
    client.chmod(0o700)
    return {"DISPLAY": ":9", "FLET_VIEW_PATH": str(client.parent)}


def is_closed(home: Path) -> bool:
    """Whether the journal was closed, and did not only end."""
    vault = json.loads((home / ".local/share/Meanwhile/vault.json").read_text())
    return vault["end"] is not None


def test_without_a_network_it_goes_on_in_the_browser(start: Start) -> None:
    one = start("--no-open", DISPLAY=":9", https_proxy=NO_NETWORK)
    assert one.process.stdout is not None
    # The first line is Flet's own.
    assert "first use" in one.process.stdout.readline()
    assert one.process.stdout.readline() == NO_WINDOW
    assert one.link()
    assert one.ended(signal.SIGTERM) == (0, "")


def test_a_browser_is_started_with_its_own_libraries(start: Start, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "environment")
    browser = tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\nexec /usr/bin/env > {tmp_path}/environment\n")
    browser.chmod(0o700)
    one = start(BROWSER=str(browser))
    assert "LD_LIBRARY_PATH" not in (tmp_path / "environment").read_text()
    one.link()
    assert one.ended(signal.SIGTERM) == (0, "")


def test_the_folder_puts_itself_into_the_menu(folder: Path, tmp_path: Path) -> None:
    there = tmp_path / "a folder"
    there.symlink_to(folder)
    subprocess.run(
        ["/bin/sh", there / "install.sh"],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
    )
    entry = (tmp_path / ".local/share/applications/meanwhile.desktop").read_text()
    lines = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
    assert lines["Exec"] == f'"{there}/Meanwhile"'
    assert Path(lines["Icon"]).read_bytes().startswith(b"\x89PNG")


def test_nothing_names_the_computer_that_built_it(folder: Path) -> None:
    names = [str(desktop.ROOT), str(folder.parent)]
    if Path(sys.base_prefix).is_relative_to(Path.home()):
        names.append(sys.base_prefix)
    found = [
        (place, name)
        for place, content in contents(folder)
        for name in names
        if name.encode() in content
    ]
    assert found == []


def test_what_only_builds_and_tests_stays_out(folder: Path) -> None:
    project = tomllib.loads((desktop.ROOT / "pyproject.toml").read_text())
    # What phones need is in the tests as well.
    tools = {*project["dependency-groups"]["dev"], desktop.PYINSTALLER, "flet-cli"}
    names = {re.split("[=>]", tool)[0].replace("-", "_") for tool in tools}
    names |= {"tests", "benchmarks", "builds", "tkinter", "readline", "pip", "setuptools"}
    roots = {place.split("/")[0].split(".")[0].split("-")[0] for place, _ in contents(folder)}
    assert roots & names == set()
    assert {"domain", "storage", "views", "tzdata"} <= roots


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file and module of it, by its place."""
    inside = folder / "_internal"
    for file in folder.rglob("*"):
        if file.is_file():
            place = file.relative_to(inside if file.is_relative_to(inside) else folder)
            yield place.as_posix(), file.read_bytes()
    with zipfile.ZipFile(inside / "base_library.zip") as library:
        yield from ((name, library.read(name)) for name in library.namelist())
    yield from modules((folder / "Meanwhile").read_bytes())


def modules(program: bytes) -> Iterator[tuple[str, bytes]]:
    """What PyInstaller has put into a program, each compressed by itself."""
    begin = program.rindex(b"PYZ\0")
    (index,) = struct.unpack_from("!i", program, begin + 8)
    for name, (_, at, size) in marshal.loads(program[begin + index :]):
        if size:
            yield name.replace(".", "/"), zlib.decompress(program[begin + at : begin + at + size])
