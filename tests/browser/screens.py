"""The pictures of every screen and state: `make screens` writes them into screens/.

Each look goes the same way through the sample journal. The README's pictures are some of these.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from PIL import Image, ImageOps
from playwright.sync_api import Browser, sync_playwright

from domain.entries import CheckIn, Settings
from storage.journal import open_journal
from tests.browser.chromium import QUIET, executable
from tests.browser.driver import ROOT, TEXT_OF_200_PERCENT, App, Server
from tests.browser.private import DIGITS, TABLE, choose_file, lock_steps
from tests.journals import ten_years
from views.first_run import STEPS

PHONE: Final = {"width": 390, "height": 844}
LOOKS: Final[dict[str, dict[str, Any]]] = {
    "light": {"viewport": PHONE, "color_scheme": "light"},
    "dark": {"viewport": PHONE, "color_scheme": "dark"},
    "small": {"viewport": {"width": 360, "height": 640}, "color_scheme": "light"},
    "large": {"viewport": PHONE, "color_scheme": "light"},
    "wide": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
    "german": {"viewport": PHONE, "color_scheme": "light", "locale": "de-DE"},
    "spanish": {"viewport": PHONE, "color_scheme": "light", "locale": "es-ES"},
    "wide-dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
}
IN_README: Final = {
    "light/today-saved.png": "today",
    "dark/today.png": "today-dark",
    "light/add-more.png": "add-more",
    "light/entries.png": "entries",
    "light/bring.png": "bring",
    "light/sheet.png": "sheet",
    "light/room.png": "room",
    "light/parts.png": "parts",
    "light/map.png": "map",
    "light/sitting-gate.png": "sitting",
    "light/web.png": "web",
    "light/person.png": "person",
    "light/person-mending.png": "mending",
    "light/look-back.png": "look-back",
    "light/look-back-connection.png": "connection",
    "light/look-back-answer.png": "answer",
    "light/lock.png": "lock",
    "light/move-in-tags.png": "move-in",
    "light/export.png": "export",
    "wide/today-saved.png": "wide",
    "large/today.png": "large",
    "german/bring.png": "german",
    "spanish/people-list.png": "spanish",
    "light.jpg": "every-screen-light",
    "dark.jpg": "every-screen-dark",
    "large.jpg": "every-screen-large",
    "wide.jpg": "every-screen-wide",
    "german.jpg": "every-screen-german",
    "spanish.jpg": "every-screen-spanish",
}
NOW: Final = datetime.now(UTC)
SMALL: Final = (260, 260)
GAP: Final = 4
WIDTH_OF_SHEET: Final = 2000
PICTURES: Final = ROOT / "tests/browser/pictures"

Shot = Callable[[str], None]


def main() -> None:
    """Every look, or those that are named on the command line."""
    folder = ROOT / "screens"
    path = executable()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        for look in sys.argv[1:] or LOOKS:
            shutil.rmtree(folder / look, ignore_errors=True)
            (folder / look).mkdir(parents=True)
            _look(browser, look, folder / look)
            _on_one_sheet(folder / look).save(folder / f"{look}.jpg", quality=60)
        browser.close()
    PICTURES.mkdir(exist_ok=True)
    for name, picture in IN_README.items():
        if (folder / name).exists():
            shutil.copy(folder / name, PICTURES / f"{picture}{Path(name).suffix}")


def _look(browser: Browser, look: str, folder: Path) -> None:
    with _opened(browser, look, "--sample") as app:
        shot = _shots(app, folder)
        _sample(app, shot)
        _bring(app, shot)
        _sessions(app, shot)
        _parts(app, shot)
        _people(app, shot)
        _looking_back(app, shot)
        _private(app, shot)
    for name, check_ins in (("few", _three()), ("ten-years", ten_years(NOW))):
        with tempfile.TemporaryDirectory() as data:
            with closing(open_journal(Path(data))) as journal:
                journal.put(Settings(welcomed=True), *check_ins)
            with _opened(browser, look, f"--data={data}") as app:
                _look_back_at(app, _shots(app, folder), name)
    with tempfile.TemporaryDirectory() as data:
        with _opened(browser, look, f"--data={data}") as app:
            _empty(app, _shots(app, folder))
        for name in ("vault.json", "log-0"):
            (Path(data) / name).write_text("not a journal", encoding="utf-8")
        with _opened(browser, look, f"--data={data}") as app:
            _shots(app, folder)("refused")


@contextmanager
def _opened(browser: Browser, look: str, option: str) -> Iterator[App]:
    server = Server(option, locale=LOOKS[look].get("locale", "C.UTF-8"))
    context = browser.new_context(**{"locale": "en-GB", "reduced_motion": "reduce", **LOOKS[look]})
    page = context.new_page()
    if look == "large":
        page.add_init_script(TEXT_OF_200_PERCENT)
    try:
        yield App(page).open(server.link)
    finally:
        context.close()
        server.stop()


def _shots(app: App, folder: Path) -> Shot:
    def shot(name: str) -> None:
        app.frames(20)
        app.page.screenshot(path=folder / f"{name}.png")

    return shot


def _go(app: App, route: str) -> None:
    """Open a place in a session of its own: another would show first where it was left."""
    app.page.evaluate("sessionStorage.clear()")
    app.go(route)


def _read_first(app: App) -> None:
    app.tap(app.first("entry-"))
    app.until(lambda: "/entries/" in app.page.url, "an entry")


def _on_one_sheet(folder: Path) -> Image.Image:
    """All pictures of a folder, small, in the order in which they were taken."""
    files = sorted(folder.glob("*.png"), key=lambda one: one.stat().st_mtime_ns)
    small = [ImageOps.contain(Image.open(one).convert("RGB"), SMALL) for one in files]
    wide, high = small[0].width + GAP, small[0].height + GAP
    columns = WIDTH_OF_SHEET // wide
    sheet = Image.new("RGB", (columns * wide, -(-len(small) // columns) * high), "gray")
    for place, one in enumerate(small):
        sheet.paste(one, (place % columns * wide, place // columns * high))
    return sheet


def _sample(app: App, shot: Shot) -> None:
    app.see("pad-4-4")
    shot("today")
    app.scroll(2000)
    shot("today-end")
    app.scroll(-2000)
    app.tap("pad-3-5")
    app.see("saved")
    app.tap("connection-5")
    shot("today-saved")
    app.scroll(2000)
    shot("today-saved-end")
    if app.id("add-more").count():
        app.tap("add-more")
        app.see("feeling-anxious")
    app.tap("feeling-anxious")
    app.tap("feeling-irritated")
    shot("add-more")
    app.scroll(2000)
    shot("add-more-end")
    _go(app, "/entries")
    app.see("search")
    shot("entries")
    app.type("search", "rain")
    app.see("found")
    shot("entries-found")
    app.type("search", "lighthouse in the fog")
    entries = app.page.locator('[flt-semantics-identifier^="entry-"]')
    app.until(lambda: entries.count() == 0, "nothing found")
    shot("entries-none-found")
    app.scroll(2000)
    app.tap("clear-search")
    app.gone("found")
    app.frames(20)
    _read_first(app)
    shot("entry")
    app.scroll(5000)
    shot("entry-end")
    for place in ("support", "steady", "settings", "settings/about"):
        _go(app, f"/{place}")
        shot(place.replace("/", "-"))
        app.scroll(5000)
        shot(place.replace("/", "-") + "-end")
    _go(app, "/support")
    app.tap("region-GB")
    app.see("emergency")
    shot("support-region")
    app.tap("add-person")
    app.scroll(5000)
    shot("support-region-end")
    _go(app, "/entries")
    _read_first(app)
    app.scroll(9000)
    app.tap("delete")
    app.see("notice")
    shot("entry-deleted")


def _private(app: App, shot: Shot) -> None:
    for place in ("backups", "backups/carry/encrypted", "erase", "export", "licences", "privacy"):
        _go(app, f"/settings/{place}")
        app.frames(20)
        shot(place.replace("/", "-"))
        app.scroll(5000)
        shot(place.replace("/", "-") + "-end")
    _go(app, "/settings/move-in")
    shot("move-in")
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table.csv"
        table.write_text(TABLE, encoding="utf-8")
        app.scroll(5000)
        choose_file(app, table)
        app.see("bring-in")
        shot("move-in-moods")
        app.scroll(500)
        shot("move-in-tags")
        app.scroll(5000)
        shot("move-in-end")
    _go(app, "/month")
    shot("month")
    _go(app, "/settings/lock")
    shot("lock-off")
    app.tap("lock-set")
    app.see("kind-digits")
    shot("lock-kinds")
    lock_steps(app, "digits", DIGITS)
    shot("lock-on")
    app.tap("lock-now")
    app.see("unlock")
    app.tap("digit-2")
    app.tap("digit-4")
    shot("lock")
    app.tap("by-code")
    app.see("secret")
    shot("lock-code")


def _bring(app: App, shot: Shot) -> None:
    _go(app, "/bring")
    app.gone("notice")
    app.see("quick-add")
    shot("bring")
    app.tap(app.first("menu-"))
    shot("bring-menu")
    app.page.keyboard.press("Escape")
    app.scroll(2000)
    shot("bring-end")
    app.scroll(-5000)
    for name in ("bring-later", "bring-brought"):
        app.tap(name)
        shot(name)
    _go(app, "/bring")
    app.tap(app.first("point-0"))
    app.tap("tag-between-us")
    app.see("hard-to-say")
    shot("point")
    app.scroll(2000)
    shot("point-end")
    app.tap("tag-between-us")
    app.tap("point-private")
    for name, route in (("prepare", "/bring/prepare"), ("sheet", "/bring/prepare/sheet")):
        _go(app, route)
        shot(name)
        for part in ("middle", "end"):
            app.scroll(600)
            shot(f"{name}-{part}")
    app.tap("sheet-between-us")
    app.see("show-between-us")
    shot("sheet-asks")
    _go(app, "/bring/prepare/sheet/paper")
    shot("paper")
    _go(app, "/room")
    shot("room")
    app.tap("room-brought")
    shot("room-brought")
    app.tap("dim")
    shot("room-dim")
    app.tap("room-list")
    shot("room-list-dim")
    app.tap("dim")
    shot("room-list")


def _sessions(app: App, shot: Shot) -> None:
    _go(app, "/sessions")
    shot("sessions")
    app.scroll(900)
    shot("sessions-end")
    app.tap(app.first("schedule-"))
    app.see("save-plan")
    shot("plan")
    app.scroll(2000)
    shot("plan-end")
    _go(app, "/sessions")
    app.tap(app.first("session-0"))
    app.see("move-session")
    shot("session-ahead")
    app.tap("status-they-cancelled")
    shot("session-not-held")
    app.scroll(2000)
    shot("session-not-held-end")
    _go(app, "/sessions")
    past = _ids(app, "session-0")[4]
    app.tap(f"session-{past}")
    app.tap("held-little")
    app.tap("off-wobble")
    shot("after")
    for place in ("middle", "end"):
        app.scroll(700)
        shot(f"after-{place}")
    _go(app, "/sessions")
    app.tap("another-therapy")
    app.type("another-therapy-name", "Couples, with Sam")
    app.page.keyboard.press("Enter")
    app.frames(10)
    shot("sessions-two")
    app.go("/bring")
    shot("bring-two")
    app.scroll(600)
    app.tap("show-question")
    shot("bring-question")


def _parts(app: App, shot: Shot) -> None:
    _go(app, "/parts")
    app.see("parts-question")
    shot("parts")
    planner, static, doorkeeper, moss, *_ = _ids(app, "part-0")
    app.scroll(3000)
    shot("parts-end")
    _go(app, "/parts/map")
    shot("map")
    if app.id("parts-map").count():
        # Where a wheel does not turn the map nearer.
        app.page.mouse.move(20, 780)
        app.page.mouse.wheel(0, 2000)
        shot("map-end")
    _go(app, "/parts/map")
    app.tap(f"map-{doorkeeper}")
    shot("map-chosen")
    app.tap("add-line")
    app.tap(f"map-{moss}")
    shot("map-line")
    app.tap("map-done")
    app.tap("map-earlier")
    shot("map-earlier")
    _go(app, "/parts/new")
    shot("part-new")
    for name, id in (("part", doorkeeper), ("part-tender", moss)):
        _go(app, f"/parts/{id}")
        shot(name)
        for part in ("middle", "end"):
            app.scroll(700)
            shot(f"{name}-{part}")
    _go(app, f"/parts/{doorkeeper}/edit")
    shot("part-edit")
    app.scroll(5000)
    shot("part-edit-end")
    _sittings(app, shot, doorkeeper, (planner, static))
    _go(app, "/settings/questions")
    shot("questions")
    for kind in ("questions", "inward"):
        _go(app, "/entries")
        app.tap(f"kind-{kind}")
        shot(f"entries-{kind}")
        _read_first(app)
        shot(f"entry-{kind}")


def _sittings(app: App, shot: Shot, doorkeeper: str, two: tuple[str, str]) -> None:
    _go(app, f"/parts/{doorkeeper}/sit")
    app.see("sit-begin")
    shot("sitting-consent")
    app.tap("sit-begin")
    app.type("sit-answer", "Behind my shoulder. Arms folded.")
    shot("sitting-notice")
    app.tap("sit-stop")
    app.see("sit-keep")
    shot("sitting-stop")
    app.tap("sit-go-back")
    app.tap("sit-go-on")
    app.tap("toward-annoyed")
    app.is_chosen("toward-annoyed")
    shot("sitting-gate")
    app.tap("gate-go-on")
    app.see("gate-note")
    shot("sitting-gate-closed")
    app.tap("sit-stop")
    app.tap("sit-throw-away")
    app.see("sit")
    _go(app, f"/parts/{doorkeeper}/sit")
    app.tap("sit-begin")
    app.tap("sit-skip")
    app.tap("toward-curious")
    app.is_chosen("toward-curious")
    app.tap("gate-go-on")
    app.see("sit-enough")
    shot("sitting-open")
    app.tap("sit-go-on")
    app.tap("sit-declined")
    app.see("sit-done")
    shot("sitting-no-answer")
    _go(app, f"/parts/{two[0]}/sit/{two[1]}")
    app.tap("sit-begin")
    app.see("sit-question")
    shot("sitting-two")
    app.tap("sit-steady")
    app.tap("enough")
    app.see("sit-back")
    shot("sitting-back")
    app.tap("sit-back-stop")


def _people(app: App, shot: Shot) -> None:
    _go(app, "/people")
    app.see("web")
    jun = app.page.locator('[flt-semantics-identifier^="web-0"][aria-label^="Jun,"]')
    jun = jun.or_(app.page.locator('[flt-semantics-identifier^="web-0"]', has_text="Jun,"))
    id = (jun.first.get_attribute("flt-semantics-identifier") or "").removeprefix("web-")
    shot("web")
    app.tap(f"web-{id}")
    shot("web-chosen")
    _go(app, "/people/list")
    shot("people-list")
    _go(app, "/people/new")
    shot("person-new")
    _go(app, f"/people/{id}/edit")
    shot("person-edit")
    _go(app, f"/people/{id}")
    app.see("now-4")
    shot("person")
    for part in ("moments", "list", "check-ins", "end"):
        app.scroll(700)
        shot(f"person-{part}")
    app.tap(app.first("mend-"))
    app.see("mending-done")
    shot("person-mending")
    app.tap("mending-done")
    _go(app, "/moment")
    app.tap("happened-rupture")
    app.see("moment-text")
    shot("moment")
    app.tap("moment-more")
    for part in ("mending", "more", "end"):
        app.scroll(700)
        shot(f"moment-{part}")
    _go(app, "/entries")
    app.tap("kind-moments")
    shot("entries-moments")


def _looking_back(app: App, shot: Shot) -> None:
    _go(app, "/look-back")
    app.see("card-weekdays")
    shot("look-back")
    app.tap("table-pleasantness")
    app.tap("pleasantness-row-0")
    shot("look-back-picked")
    if app.id("picked-close").count():
        app.tap("picked-close")
    app.tap("table-pleasantness")
    app.tap("range-months")
    app.see("card-weekdays")
    for name in ("connection", "calendar", "feelings", "parts", "moments", "sessions"):
        app.bring_up(f"card-{name}")
        shot(f"look-back-{name}")
    app.tap("ask-person")
    app.tap(app.first("about-"))
    app.bring_up("card-answer")
    shot("look-back-answer")
    app.tap("ask-done")
    app.tap("range-sessions")
    app.see("from-earlier")
    app.scroll(-9000)
    shot("look-back-sessions-chosen")


def _look_back_at(app: App, shot: Shot, name: str) -> None:
    _go(app, "/look-back")
    app.tap("range-all")
    app.is_chosen("range-all")
    app.see("card-weekdays")
    shot(f"look-back-{name}")
    app.bring_up("card-calendar")
    shot(f"look-back-{name}-calendar")


def _three() -> Iterator[CheckIn]:
    for ago, cell in enumerate(((2, 6), (5, 3), (6, 6))):
        at = NOW - timedelta(days=2 * ago + 1)
        ease, energy = cell
        yield CheckIn(id=f"{ago}", at=at, logged_at=at, pleasantness=ease, energy=energy)


def _ids(app: App, beginning: str) -> list[str]:
    app.first(beginning)
    app.frames(10)
    nodes = app.page.locator(f'[flt-semantics-identifier^="{beginning}"]').all()
    kind = beginning.partition("-")[0]
    return [
        (node.get_attribute("flt-semantics-identifier") or "").removeprefix(f"{kind}-")
        for node in nodes
    ]


def _empty(app: App, shot: Shot) -> None:
    for number, step in enumerate(STEPS, 1):
        app.until(lambda step=step: urlsplit(app.page.url).path == step, step)  # type: ignore[misc]
        app.see("first-run-next")
        shot(f"first-run-{number}")
        app.tap("first-run-next")
    app.see("pad-4-4")
    shot("today-empty")
    app.tap("nav-bring")
    app.see("quick-add")
    shot("bring-empty")
    app.tap("nav-parts")
    app.see("new-part")
    shot("parts-empty")
    app.tap("nav-people")
    app.see("first-person")
    shot("people-empty")
    app.tap("nav-looking-back")
    app.see("stretch")
    shot("look-back-empty")
    app.tap("to-entries")
    app.see("search")
    shot("entries-empty")
    _go(app, "/")
    app.tap("pad-or-rows")
    app.see("pleasantness-1")
    app.tap("pleasantness-2")
    app.see("saved")
    shot("two-rows")
    _go(app, "/nowhere")
    shot("nowhere")


if __name__ == "__main__":
    main()
