"""The browser's Back: it closes what is open first, and shows nothing that was hidden."""

from urllib.parse import urlsplit

from tests.browser.conftest import Open, Serve
from tests.browser.driver import App
from tests.browser.private import PHRASE, set_lock, unlock


def _path(app: App) -> str:
    return urlsplit(app.page.url).path


def _is_at(app: App, path: str) -> None:
    app.until(lambda: _path(app) == path, f"at {path}, not {_path(app)}")


def test_back_closes_the_entries_of_a_chart_and_then_leaves(serve: Serve, open_app: Open) -> None:
    app = open_app(serve("--sample").link)
    app.tap("nav-bring")
    _is_at(app, "/bring")
    app.tap("nav-looking-back")
    app.see("card-weekdays")
    app.tap("table-pleasantness")
    app.tap("pleasantness-row-0")
    app.see("picked-close")
    app.page.go_back()
    app.gone("picked-close")
    _is_at(app, "/look-back")
    app.page.go_back()
    _is_at(app, "/bring")
    app.see("quick-add")


def test_back_in_a_look_inward_asks_what_becomes_of_it(serve: Serve, open_app: Open) -> None:
    app = open_app(serve("--sample").link)
    app.tap("nav-parts")
    part = app.first("part-0").removeprefix("part-")
    app.tap(f"part-{part}")
    app.tap("sit")
    app.tap("sit-begin")
    app.type("sit-answer", "By the door.")
    app.page.go_back()
    app.see("sit-keep")
    _is_at(app, f"/parts/{part}/sit")
    app.page.go_back()
    app.gone("sit-keep")
    app.see("sit-answer")
    app.page.go_back()
    app.tap("sit-keep")
    _is_at(app, f"/parts/{part}")


def test_back_in_the_first_run_goes_a_step_back(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.tap("more-support")
    app.tap("back")
    app.tap("first-run-next")
    app.read("Step 2 of 3")
    app.page.go_back()
    app.read("Step 1 of 3")
    app.tap("first-run-next")
    app.read("Step 2 of 3")
    app.tap("first-run-next")
    app.read("Step 3 of 3")
    app.press_key("Escape")
    app.read("Step 2 of 3")
    app.tap("first-run-next")
    app.read("Step 3 of 3")
    app.tap("first-run-next")
    app.see("pad-4-4")
    app.page.go_back()
    _is_at(app, "/yours/lock")
    app.see("pad-4-4")


def test_back_after_leaving_quickly_stays_on_the_page_that_tells_nothing(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve("--sample").link)
    app.tap("settings")
    app.tap("quick-exit-setting")
    app.tap("quick-exit")
    app.see("today")
    app.page.go_back()
    app.frames(20)
    _is_at(app, "/month")
    assert app.id("pad-4-4").count() == 0


def test_nor_does_it_after_the_page_was_loaded_anew_or_lost_its_connection(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve("--sample").link)
    app.tap("nav-parts")
    app.tap("settings")
    app.tap("quick-exit-setting")
    app.tap("quick-exit")
    app.see("today")
    for come_back in (app.reload, app.drop_connection):
        come_back()
        app.see("today")
        app.page.go_back()
        app.frames(20)
        _is_at(app, "/month")
        assert app.id("settings").count() == 0


def test_back_after_a_reload_closes_what_is_open_still(serve: Serve, open_app: Open) -> None:
    app = open_app(serve("--sample").link)
    app.tap("nav-looking-back")
    app.tap("table-pleasantness")
    app.tap("pleasantness-row-0")
    app.see("picked-close")
    app.reload()
    app.see("picked-close")
    app.page.go_back()
    app.gone("picked-close")
    _is_at(app, "/look-back")


def test_esc_closes_a_picker_alone(serve: Serve, open_app: Open) -> None:
    app = open_app(serve("--sample").link)
    app.go("/sessions/plan/new")
    app.tap("plan-start")
    app.page.get_by_role("button", name="Cancel").wait_for(state="attached")
    app.press_key("Escape")
    app.page.get_by_role("button", name="Cancel").wait_for(state="detached")
    app.see("plan-start")
    app.frames(20)
    _is_at(app, "/sessions/plan/new")


def test_back_after_a_lock_was_set_asks_for_no_other_and_tells_no_address(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("nav-bring")
    set_lock(app, "words", PHRASE)
    app.page.go_back()
    app.read("The lock is set.")
    assert app.id("kind-words").count() == 0
    app.tap("to-lock")
    app.tap("lock-now")
    app.see("unlock")
    app.page.go_back()
    app.frames(20)
    _is_at(app, "/")
    unlock(app, PHRASE)
    app.see("lock-now")
    _is_at(app, "/settings/lock")


def test_a_phone_on_its_side_has_all_places_in_reach(serve: Serve, open_app: Open) -> None:
    app = open_app(serve("--sample").link, viewport={"width": 844, "height": 390})
    for place in ("nav-bring", "nav-parts", "nav-people", "nav-looking-back", "nav-today"):
        x, y = app.middle(place)
        assert 0 < x < 844
        assert 0 < y < 390
    app.press("nav-looking-back")
    app.see("card-weekdays")


def test_an_address_that_is_typed_is_gone_to_whatever_is_open(serve: Serve, open_app: Open) -> None:
    app = open_app(serve("--sample").link)
    app.tap("nav-looking-back")
    app.tap("table-pleasantness")
    app.tap("pleasantness-row-0")
    app.see("picked-close")
    app.go("/bring")
    app.see("quick-add")
    _is_at(app, "/bring")
