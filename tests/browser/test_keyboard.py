"""The keyboard alone: Tab, Enter, Space, arrows and Esc go through every journey of the app."""

import pytest

from tests.browser.conftest import Open, Serve
from tests.browser.driver import App
from tests.browser.private import PHRASE

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


def enter(app: App, *identifiers: str) -> None:
    """Go to each with Tab, and press Enter there."""
    for identifier in identifiers:
        app.see(identifier)
        app.tab_to(identifier)
        app.press_key("Enter")


def write(app: App, identifier: str, words: str) -> None:
    """Go to a field with Tab, unless it has the cursor already, and write."""
    app.see(identifier)
    app.tab_to(identifier)
    app.write(words)
    field = app.see(identifier).locator("input, textarea").first
    app.until(lambda: field.input_value() == words, f"typing {words!r}")
    app.frames(10)


def check_in(app: App) -> None:
    """A place on the pad, and how connected it is."""
    app.see("pad-4-4")
    app.tab_to("pad")
    for key in ("ArrowLeft", "ArrowUp", "Enter"):
        app.press_key(key)
    app.is_chosen("pad-3-5")
    app.tab_to("connection-6")
    app.press_key("Space")
    app.is_chosen("connection-6")


def add_to_the_list(app: App) -> None:
    """Two things to bring, the second of which is moved up by its menu."""
    enter(app, "nav-bring")
    write(app, "quick-add", "the first one")
    app.press_key("Enter")
    app.read("the first one")
    first = app.first("point-").removeprefix("point-")
    write(app, "quick-add", "the second one")
    app.press_key("Enter")
    app.read("the second one")
    ids = {name.removeprefix("point-") for name in _identifiers(app, "point-")}
    (second,) = ids - {first}
    lower, upper = sorted((first, second), key=lambda one: -app.middle(f"point-{one}")[1])
    enter(app, f"menu-{lower}")
    app.see(f"up-{lower}")
    app.press_key("Escape")
    app.gone(f"up-{lower}")
    app.until(lambda: app.focused() == f"menu-{lower}", "the keyboard where the menu was opened")
    enter(app, f"menu-{lower}", f"up-{lower}")
    app.until(
        lambda: app.middle(f"point-{lower}")[1] < app.middle(f"point-{upper}")[1],
        "the lower one moved up",
    )


def _identifiers(app: App, beginning: str) -> list[str]:
    nodes = app.page.locator(f'[flt-semantics-identifier^="{beginning}"]').all()
    return [node.get_attribute("flt-semantics-identifier") or "" for node in nodes]


@pytest.mark.parametrize("room", [DESK, PHONE], ids=["desk", "phone"])
def test_checking_in_with_a_word_and_a_note_and_bringing_something(
    room: dict[str, int], serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link, viewport=room)
    for step in (1, 2, 3):
        app.read(f"Step {step} of 3")
        enter(app, "first-run-next")
    check_in(app)
    if room is PHONE:
        enter(app, "add-more")
    enter(app, "feeling-anxious")
    app.is_chosen("feeling-anxious")
    write(app, "note", "written without a mouse")
    if room is PHONE:
        app.press_key("Control+Enter")
        app.see("pad-4-4")
        app.read("written without a mouse")
    add_to_the_list(app)


def test_a_part_a_look_inward_a_person_and_a_moment_that_is_mended(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link, viewport=DESK)
    app.welcome()
    enter(app, "nav-parts", "new-part")
    write(app, "part-name", "Owl")
    enter(app, "keep-part", "sit", "sit-begin")
    write(app, "sit-answer", "close to the window")
    enter(app, "sit-go-on", "toward-curious", "gate-go-on", "sit-go-on")
    write(app, "sit-answer", "a quiet afternoon")
    enter(app, "sit-go-on", "sit-enough")
    app.read("That's it for this time.")
    enter(app, "sit-done")
    app.see("edit-part")
    enter(app, "nav-people", "first-person")
    write(app, "person-name", "Biscuit")
    enter(app, "keep-person")
    app.see("edit-person")
    who = app.page.url.rsplit("/", 1)[-1]
    enter(app, "nav-today", "add-moment", "happened-rupture", f"moment-with-{who}")
    write(app, "moment-text", "quiet on the phone")
    enter(app, "repair-partly")
    app.is_chosen("repair-partly")
    enter(app, "done")
    enter(app, "nav-people", "people-list", f"person-{who}")
    mending = app.first("mend-")
    enter(app, mending)
    app.see("mending-done")
    app.press_key("Escape")
    app.until(lambda: app.focused() == mending, "the keyboard where the question was opened")
    enter(app, "nav-looking-back", "to-entries")
    app.read("quiet on the phone")


def test_looking_back_searching_and_settings(serve: Serve, open_app: Open) -> None:
    app = open_app(serve("--sample").link, viewport=DESK)
    enter(app, "nav-looking-back", "range-months")
    app.is_chosen("range-months")
    enter(app, "table-pleasantness", "pleasantness-row-0")
    enter(app, "all-entries")
    write(app, "search", "figs")
    app.read("Nana rang just to tell me")
    enter(app, "settings")
    app.see("ask-body")
    app.tab_to("quick-exit-setting")
    app.press_key("Space")
    app.see("quick-exit")


def test_a_lock_is_set_and_opened_and_one_leaves_quickly(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link, viewport=DESK)
    app.welcome()
    enter(app, "settings", "quick-exit-setting", "lock-settings", "lock-set", "kind-words")
    write(app, "secret", PHRASE)
    write(app, "secret-again", PHRASE)
    enter(app, "go-on")
    code = (app.see("recovery-code").get_attribute("aria-label") or "").replace(" ", "")
    enter(app, "code-kept")
    write(app, "code-back", code)
    enter(app, "go-on", "lock-now")
    app.see("unlock")
    write(app, "secret", PHRASE)
    app.press_key("Enter")
    enter(app, "quick-exit")
    app.see("today")
    enter(app, "today")
    app.see("unlock")
