"""One Chromium for all tests; a server and a folder of its own for each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import QUIET, executable
from tests.browser.driver import TEXT_OF_200_PERCENT, App, Server

AUDIT = "audit"
Open = Callable[..., App]
Serve = Callable[..., Server]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the audit found, whichever process it ran in."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, table in report.user_properties:
                if name == AUDIT:
                    terminalreporter.section("what the audit found")
                    terminalreporter.write_line(table)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = executable()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts the app on a folder of this test; every start finds the same journal."""
    servers: list[Server] = []

    def start(*options: str, **more: Any) -> Server:
        servers.append(Server(f"--data={tmp_path / 'journal'}", *options, **more))
        return servers[-1]

    yield start
    for server in servers:
        server.kill()


@pytest.fixture
def open_app(browser: Browser) -> Iterator[Open]:
    """Opens a link in a window of its own; `large` with text of twice its size."""
    contexts = []

    def start(link: str, *, large: bool = False, **options: object) -> App:
        context = browser.new_context(
            **{
                "viewport": {"width": 390, "height": 844},
                "service_workers": "block",
                "locale": "en-GB",
                "reduced_motion": "reduce",
                **options,
            }  # type: ignore[arg-type]
        )
        if large:
            context.add_init_script(TEXT_OF_200_PERCENT)
        contexts.append(context)
        return App(context.new_page()).open(link)

    yield start
    for context in contexts:
        context.close()
