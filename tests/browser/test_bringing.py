"""Bring, in a real Chromium: the list, the sheet and its PDF, the room, what stays, and a plan."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Open, Serve
from tests.browser.driver import App

SECRET = "nobody may read this"

AWAKE = """() => { window.awake = []; navigator.wakeLock.request = async kind => {
  awake.push(kind); return {release: async () => {}, addEventListener: () => {}}; }; }"""


def on_list(app: App) -> list[str]:
    """The ids of what is on the list, top to bottom."""
    nodes = app.page.locator('[flt-semantics-identifier^="point-0"]').all()
    ids = [node.get_attribute("flt-semantics-identifier") or "" for node in nodes]
    return [id.removeprefix("point-") for id in ids]


def add(app: App, words: str) -> str:
    """Put words on the list; the id of what they became."""
    before = set(on_list(app))
    app.type("quick-add", words)
    app.page.keyboard.press("Enter")
    app.read(words)
    (new,) = set(on_list(app)) - before
    return new


def drag(app: App, id: str, below: str) -> None:
    """Drag a thing by its handle, with a pointer, until it lies below another."""
    start = app.see(f"menu-{id}").bounding_box()
    end = app.see(f"menu-{below}").bounding_box()
    assert start
    assert end
    x, y = start["x"] + 24, start["y"] + 24
    app.page.mouse.move(x, y)
    app.page.mouse.down()
    app.frames(5)
    for step in range(1, 13):
        app.page.mouse.move(x, y + (end["y"] - start["y"] + 60) * step / 12)
        app.frames(2)
    app.page.mouse.up()
    # It glides into its place, and the list is drawn anew: a tap meanwhile meets what goes.
    app.frames(20)


def saved_pdf(app: App) -> PdfReader:
    """What "Save as a file" gives to the browser."""
    with app.page.expect_download() as download:
        app.tap("save-pdf")
    assert download.value.suggested_filename == "For our session.pdf"
    return PdfReader(io.BytesIO(Path(download.value.path()).read_bytes()))


def begin_session_now(app: App) -> None:
    """Plan a single session that begins this minute."""
    app.tap("add-session-first")
    app.read("Which day is the session?")
    app.choose("OK")
    app.read("At what time?")
    app.choose("OK")
    app.page.get_by_text("At what time?").wait_for(state="detached")


def test_three_things_are_brought_as_far_as_they_are_and_the_rest_carries_over(
    serve: Serve, open_app: Open
) -> None:
    server = serve()
    app = open_app(server.link)
    app.page.evaluate(AWAKE)
    app.welcome()
    app.tap("nav-bring")
    app.see("quick-add")
    fee, brother, goodbyes = (add(app, words) for words in ("the fee", "my brother", "goodbyes"))
    assert on_list(app) == [goodbyes, brother, fee]
    drag(app, goodbyes, fee)
    app.until(lambda: on_list(app) == [brother, fee, goodbyes], "dragged")
    app.tap(f"menu-{fee}")
    app.tap(f"pin-{fee}")
    app.read("If only one thing")
    assert on_list(app) == [fee, brother, goodbyes]

    app.tap("sessions")
    app.see("another-therapy")
    begin_session_now(app)
    app.tap("back")
    app.tap("prepare")
    app.read("The last two weeks")
    app.tap("make-sheet")
    (page,) = saved_pdf(app).pages
    text = page.extract_text()
    assert text.index("the fee") < text.index("my brother") < text.index("goodbyes")
    app.tap("back")
    app.see("make-sheet")
    app.tap("back")
    # Prepare has a way into the room too, and is not to be tapped while it goes.
    app.gone("make-sheet")

    assert app.page.evaluate("awake") == []
    app.tap("in-the-room")
    app.see("room-words")
    app.until(lambda: app.page.evaluate("awake") == ["screen"], "the screen stays awake")
    app.gone("nav-today")
    app.press("room-brought")
    app.press("room-leave")
    app.press("room-later")
    app.see("room-end")
    app.tap("room-list")
    app.type(f"room-outcome-{fee}", "Said out loud.")
    app.tap("close")

    app.see("quick-add")
    app.until(lambda: on_list(app) == [brother], "only what was left is on the list")
    server.stop()
    again = open_app(serve().link)
    again.tap("nav-bring")
    again.until(lambda: on_list(again) == [brother], "it carried over")
    again.tap("sessions")
    again.tap(again.first("session-0"))
    again.tap("session-happened")
    again.type("reply-A01", "That we both laughed.")
    again.tap("connection-6")
    again.tap("held-little")
    again.type("held-back-text", "I was annoyed")
    again.tap("goes-next-time")
    again.type("to-try", "One slow goodbye")
    again.read("Said out loud.")
    again.tap("save-session")
    again.see("to-try")
    again.read("One slow goodbye")
    again.tap("nav-bring")
    again.read("Stays private until you say otherwise.")
    again.read("I was annoyed")
    again.entries()
    again.type("search", "we both laughed")
    again.tap(again.first("entry-"))
    again.is_chosen("connection-6")


def test_with_the_keyboard_the_list_is_written_and_put_in_order(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("nav-bring")
    app.press("quick-add")
    for words in ("first", "second"):
        app.write(words)
        app.page.keyboard.press("Enter")
        app.read(words)
        app.frames(20)
    second, first = on_list(app)
    app.id(f"menu-{second}").locator("[role=button]").or_(
        app.page.locator(f'[flt-semantics-identifier="menu-{second}"][role=button]')
    ).first.focus()
    app.page.keyboard.press("Enter")
    app.see(f"down-{second}")
    app.page.keyboard.press("Escape")
    app.gone(f"down-{second}")
    app.see("quick-add")
    app.page.keyboard.press("Enter")
    app.see(f"down-{second}").focus()
    app.page.keyboard.press("Enter")
    app.until(lambda: on_list(app) == [first, second], "moved down by keyboard")


def test_what_is_private_leaves_by_no_way(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link, permissions=["clipboard-read", "clipboard-write"])
    app.welcome()
    app.tap("nav-bring")
    app.see("quick-add")
    secret = add(app, SECRET)
    add(app, "the fee")
    app.tap(f"menu-{secret}")
    app.tap(f"private-{secret}")
    app.read("Private.")
    app.tap("prepare")
    app.tap("make-sheet")
    app.see("copy-text")
    assert SECRET not in (app.see("paper").get_attribute("aria-label") or "")
    with app.page.context.expect_page() as opened:
        app.tap("print")
    printed = app.page.context.request.get(opened.value.url)
    assert printed.headers["content-type"] == "application/pdf"
    assert printed.headers["cache-control"] == "no-store"
    assert _as_a_stranger(app, opened.value.url) == 403
    with app.page.expect_download() as shared:
        app.tap("share-pdf")
    for reader in (
        saved_pdf(app),
        PdfReader(io.BytesIO(printed.body())),
        PdfReader(io.BytesIO(Path(shared.value.path()).read_bytes())),
    ):
        (page,) = reader.pages
        assert "the fee" in page.extract_text()
        assert SECRET not in page.extract_text()
    app.tap("copy-text")
    app.read("Copied as text")
    copied = app.page.evaluate("navigator.clipboard.readText()")
    assert "the fee" in copied
    assert SECRET not in copied
    app.go("/room")
    app.tap("room-list")
    app.read("1 thing stays hidden here")
    assert app.page.get_by_text(SECRET).count() == 0


def _as_a_stranger(app: App, url: str) -> int:
    """The status of what somebody without the launch link gets there."""
    browser = app.page.context.browser
    assert browser
    context = browser.new_context(locale="en-GB")
    status = context.request.get(url).status
    context.close()
    return status


def test_a_check_in_is_brought_with_one_tap_and_leads_back(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-2-6")
    app.see("saved")
    app.tap("bring-this")
    app.read("On the list")
    app.tap("nav-bring")
    app.read("From a check-in")
    (id,) = on_list(app)
    app.tap(f"point-{id}")
    app.tap("point-source")
    app.see("delete")
    app.read("Energy")


@pytest.mark.parametrize(
    ("tap", "words"),
    [("they-cancelled", "they cancelled"), ("they-did-not-come", "they didn't come")],
)
def test_a_session_that_did_not_happen(serve: Serve, open_app: Open, tap: str, words: str) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("no-session")
    app.see("another-therapy")
    begin_session_now(app)
    app.tap(app.first("session-0"))
    app.tap("session-not-held")
    app.tap(f"status-{tap}")
    app.is_chosen(f"status-{tap}")
    app.type("reply-M01", "I sat there for twenty minutes.")
    app.tap("bring-feeling")
    app.tap("stop-here")
    app.see("another-therapy")
    app.tap("back")
    app.read("I sat there for twenty minutes.")


def test_a_weekly_plan_shows_the_next_one_on_today(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("no-session")
    app.tap("add-schedule-first")
    app.see("plan-start")
    app.tap("rule-own")
    app.type("rule-text", "FREQ=SECONDLY")
    app.tap("save-plan")
    app.read("This can't be read as a rule for what comes again.")
    app.tap("rule-fortnightly")
    app.type("plan-zone", "Asia/Kath")
    app.tap("zone-Asia-Kathmandu")
    app.tap("save-plan")
    app.read("Every other")
    app.read("Asia/Kathmandu")
    app.tap("back")
    app.tap("nav-today")
    app.see("next-session")
    app.read("nothing on the list yet")


def test_what_is_begun_in_the_quick_line_survives_a_crash(serve: Serve, open_app: Open) -> None:
    server = serve()
    app = open_app(server.link)
    app.welcome()
    app.tap("nav-bring")
    app.type("quick-add", "half a thou")
    app.frames(20)
    server.kill()
    again = open_app(serve().link)
    again.read("half a thou")
    again.tap("go-on-writing")
    again.see("quick-add")
    again.type("quick-add", "half a thought")
    again.page.keyboard.press("Enter")
    again.until(lambda: len(on_list(again)) == 1, "it is on the list")
