"""The languages: what has no text in the catalogue, or no room in a longer one; how one is chosen.

What a person wrote stays as it was, whatever the app speaks.
"""

import re
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import expect

from domain.entries import CheckIn, Settings
from domain.language import catalogue
from storage.journal import open_journal
from tests.browser import audit
from tests.browser.conftest import Open, Serve
from tests.browser.driver import App
from tests.browser.private import PHRASE, note, set_lock, unlock
from tests.browser.test_audit import COARSE, ENTRIES, HIGH, PLACES
from tests.pseudo import left, without_a_text

SAMPLE: Final = (Settings(welcomed=True, region="GB"), *ENTRIES)
FIRST: Final = "A private journal, and a list, for the time between sessions."
ROOM: Final = ("edge", "overlap")
"""The rules that a longer text may break."""
NO_TEXT: Final = frozenset(("Etc", "UTC"))
"""The name of a zone of time."""
WROTE: Final = "Two owls, one gate"


@pytest.fixture
def sample(tmp_path: Path) -> None:
    """The journal that `serve` finds is the sample."""
    with closing(open_journal(tmp_path / "journal")) as journal:
        journal.put(*SAMPLE)


def said(code: str, text: str, context: str = "") -> str:
    """What a text is in a language."""
    texts = catalogue(code)
    return texts.pgettext(context, text) if context else texts.gettext(text)


def heard(app: App) -> str:
    """All that is said on a screen."""
    return "\n".join(one.name for one in audit.settled(app).nodes)


def welcome(app: App, code: str) -> None:
    """Go through the first run."""
    for step in (1, 2, 3):
        app.read(said(code, "Step {step} of {steps}").format(step=step, steps=3))
        app.tap("first-run-next")
    app.see("pad-4-4")


def speaks(app: App, code: str) -> None:
    """Wait until the page tells others that it is in that language."""
    expect(app.page.locator("html")).to_have_attribute("lang", re.compile(code), timeout=20_000)


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(("width", "large"), [(390, False), (320, True)])
def test_every_place_says_texts_of_the_catalogue_alone_and_has_room_for_longer_ones(
    serve: Serve, open_app: Open, width: int, large: bool
) -> None:
    size = {"width": width, "height": HIGH}
    link = serve(program="tests/browser/in_pseudo.py").link
    app = open_app(link, viewport=size, device_scale_factor=COARSE, large=large, locale="es-ES")
    none = without_a_text(*SAMPLE)
    found: list[str] = []
    for place in (one.place for one in PLACES):
        audit.turn_to(app, place)
        screen = audit.settled(app)
        found += [f"{place}, {rule}: {one}" for rule in ROOM for one in audit.RULES[rule](screen)]
        if "/licences/" not in place:
            found += [
                f"{place}: {words} in {one.name!r}"
                for one in screen.nodes
                if (words := set(left(one.name, none)) - NO_TEXT)
            ]
    assert not found, "\n".join(found)


def test_it_speaks_what_the_device_does_until_another_language_is_chosen(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link, locale="de-DE")
    app.read(said("de", FIRST))
    speaks(app, "de")
    welcome(app, "de")
    app.tap("pad-3-5")
    app.tap("add-more")
    app.tap("feeling-anxious")
    app.read(said("de", "anxious", "feeling"))
    app.type("feeling-search", "wobbly inside")
    app.tap("feeling-add")
    app.tap("done")
    app.tap("new-check-in")
    note(app, WROTE)
    app.tap("settings")
    app.read(said("de", "Settings"))
    app.tap("language-es")
    app.read(said("es", "Settings"))
    speaks(app, "es")
    assert said("de", "Light or dark") not in heard(app)
    app.tap("back")
    app.entries()
    app.read(WROTE)
    app.read("wobbly inside")
    app.read(said("es", "anxious", "feeling"))


def test_the_lock_speaks_the_language_of_the_journal_behind_it(
    serve: Serve, open_app: Open
) -> None:
    server = serve()
    app = open_app(server.link, locale="de-DE")
    welcome(app, "de")
    app.tap("settings")
    app.tap("language-es")
    app.read(said("es", "Settings"))
    app.tap("back")
    set_lock(app, "words", PHRASE)
    app.tap("lock")
    app.see("unlock")
    assert said("es", "More support") in heard(app)
    server.stop()
    again = open_app(serve().link, locale="de-DE")
    again.see("unlock")
    assert said("es", "More support") in heard(again)
    speaks(again, "es")
    unlock(again, PHRASE)
    again.see("pad-4-4")
    again.read(said("es", "How is it right now?"))


@pytest.mark.usefixtures("sample")
def test_days_times_and_weeks_are_those_of_the_place(serve: Serve, open_app: Open) -> None:
    link = serve().link
    noted = [one for one in ENTRIES if isinstance(one, CheckIn)]
    january = next(one for one in noted if one.at.month == 1)
    late = next(one for one in noted if one.at.hour > 12)
    vienna = open_app(link, locale="de-AT")
    vienna.go(f"/entries/{january.id}")
    vienna.read(f"{january.at.day}. Jänner")
    boston = open_app(link, locale="en-US")
    boston.go(f"/entries/{late.id}")
    assert re.search(rf"\b{late.at.hour - 12}:{late.at:%M}\sPM", heard(boston))
    boston.go("/look-back")
    boston.tap("range-months")
    boston.is_chosen("range-months")
    assert re.search(r"Sunday \d+, Monday \d+", heard(boston))
