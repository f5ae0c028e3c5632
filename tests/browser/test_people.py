"""People and what happens between them, in a real Chromium: moments, closeness, the web."""

import math
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.entries import Closeness, Entry, Person, Settings, TherapySession
from storage.journal import open_journal
from tests.browser.conftest import Open, Serve
from tests.browser.driver import App

FINGER = {"has_touch": True}
NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=30)


def person(id: str, name: str, *told: tuple[int, int], angle: float = 90.0) -> Person:
    """Somebody whose closeness was told so many days ago, a step each."""
    close = tuple(Closeness(NOW - timedelta(days=days), step) for days, step in told)
    return Person(id=id, at=LONG_AGO, name=name, angle=angle, closeness=close)


@pytest.fixture
def known(tmp_path: Path) -> None:
    """The journal of this test knows two people, and a session of eight days ago."""
    held = NOW - timedelta(days=8)
    entries: tuple[Entry, ...] = (
        Settings(welcomed=True),
        person("jun", "Jun", (20, 2), angle=90),
        person("noor", "Noor", (5, 6), angle=270),
        TherapySession(id="held", at=held, status="happened", logged_at=held),
    )
    journal = open_journal(tmp_path / "journal")
    journal.put(*entries)
    journal.close()


def stand(app: App, id: str) -> tuple[float, float]:
    """Where somebody's node is on the web: how far from the middle of it, at which angle."""
    x, y = app.middle(f"web-{id}")
    middle = app.middle("web")
    return math.dist((x, y), middle), math.degrees(math.atan2(y - middle[1], x - middle[0]))


def test_somebody_is_added_told_of_and_stands_on_the_web(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("nav-people")
    app.read("No one here yet")
    app.tap("first-person")
    app.type("person-name", "Biscuit")
    app.type("person-bond", "a very old cat")
    app.tap("icon-paw")
    app.tap("keep-person")
    app.see("edit-person")
    biscuit = app.page.url.rsplit("/", 1)[-1]
    app.read("a very old cat")
    app.tap("now-6")
    app.tap("wish-7")
    app.read("set today")
    app.tap("after-zest-more")
    app.is_chosen("after-zest-more")
    app.page.reload()
    app.see("edit-person")
    app.is_chosen("after-zest-more")
    app.is_chosen("now-6")
    app.tap("back")
    app.see(f"web-{biscuit}")
    app.read("Biscuit, a very old cat, closeness 6")
    app.tap("people-list")
    app.see(f"person-{biscuit}")


@pytest.mark.usefixtures("known")
def test_a_moment_takes_four_taps_is_mended_later_and_brought(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.see("pad-4-4")
    app.taps = 0
    app.tap("add-moment")
    app.tap("happened-rupture")
    app.tap("moment-with-jun")
    app.type("moment-text", "quiet on the phone")
    app.tap("done")
    assert app.taps == 4
    app.tap("nav-people")
    app.read("Jun, closeness 2, something open")
    app.tap("in-words-jun")
    app.read("quiet on the phone")
    app.tap(app.first("mend-"))
    app.tap("repair-partly")
    app.is_chosen("repair-partly")
    app.tap("bring-moment")
    app.tap("mending-done")
    app.gone("mending-done")
    app.read("Where it is now: partly mended. Change it")
    app.tap("back")
    app.read("Jun, closeness 2, partly mended")
    app.tap("nav-bring")
    app.read("quiet on the phone")
    app.tap("prepare")
    app.read("Moments still open")
    app.read("Jun · today · partly mended")


@pytest.mark.usefixtures("known")
def test_what_is_not_wanted_is_left_and_nothing_asks_again(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.go("/people/jun/moment")
    app.tap("happened-rupture")
    app.tap("repair-not-wanted")
    app.is_chosen("repair-not-wanted")
    app.tap("done")
    app.see("edit-person")
    app.read("I don't want to mend it")
    app.go("/people")
    app.read("Jun, closeness 2, left as it is")
    app.go("/bring/prepare")
    app.see("make-sheet")
    assert not app.page.get_by_text("Moments still open").count()


@pytest.mark.usefixtures("known")
def test_closeness_changes_and_the_web_shows_it_on_two_dates(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link, viewport={"width": 390, "height": 1400})
    app.go("/people/jun")
    app.tap("now-6")
    app.read("set today")
    app.see("close-over-time")
    app.go("/people")
    app.read("As of today")
    app.see("web-noor")
    near = stand(app, "jun")
    app.page.locator('[flt-semantics-identifier="web-time"] input').focus()
    for _ in range(2):
        app.press_key("ArrowLeft")
    app.gone("web-noor")
    far = stand(app, "jun")
    assert far[0] > near[0] + 20
    assert far[1] == pytest.approx(near[1], abs=2)
    for _ in range(2):
        app.press_key("ArrowRight")
    app.see("web-noor")
    app.read("As of today")


@pytest.mark.usefixtures("known")
def test_on_the_web_a_finger_moves_somebody_round_their_ring(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link, **FINGER)
    app.go("/people")
    distance, _ = stand(app, "jun")
    app.drag_by_finger("web-jun", -distance, -distance)
    app.until(lambda: abs(stand(app, "jun")[1]) > 177, "Jun at the left")
    assert stand(app, "jun")[0] == pytest.approx(distance, abs=2)
    moved = stand(app, "jun")
    app.page.reload()
    app.see("web-jun")
    assert stand(app, "jun") == pytest.approx(moved, abs=1)
    app.press("web-jun")
    app.see("web-open")
    app.press("web-jun")
    app.see("edit-person")


@pytest.mark.usefixtures("known")
def test_on_the_web_the_keyboard_moves_somebody_and_opens_their_page(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link, viewport={"width": 390, "height": 1400})
    app.go("/people")
    _, angle = stand(app, "jun")
    app.tab_to("web-jun")
    app.press_key("Enter")
    app.see("web-open")
    app.tab_to("web-on")
    app.press_key("Enter")
    app.until(lambda: stand(app, "jun")[1] > angle + 3, "a step round by its button")
    once = stand(app, "jun")[1]
    app.tab_to("web-jun")
    app.press_key("ArrowLeft")
    app.until(lambda: stand(app, "jun")[1] > once + 3, "a step round by an arrow key")
    app.press_key("Enter")
    app.see("edit-person")


def test_the_web_is_shared_as_a_picture_with_initials_on_request(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve("--sample").link)
    app.go("/people")
    pictures = []
    for _ in range(2):
        with app.page.expect_download() as download:
            app.tap("share-web")
        assert download.value.suggested_filename == "Web.png"
        pictures.append(Path(download.value.path()).read_bytes())
        app.tap("web-initials")
    assert all(one.startswith(b"\x89PNG") for one in pictures)
    assert pictures[0] != pictures[1]


def test_the_web_turns_only_where_motion_is_welcome(serve: Serve, open_app: Open) -> None:
    link = serve("--sample").link
    app = open_app(link, reduced_motion="no-preference")
    app.go("/people")
    first = app.first("web-0")
    where = app.middle(first)
    app.tap("web-turn")
    app.read("Hold it still")
    app.gone(first)
    box = app.see("web").bounding_box()
    looks = set()

    def moves() -> bool:
        looks.add(app.page.screenshot(clip=box))
        return len(looks) > 2

    app.until(moves, "the web turning")
    app.tap("web-turn")
    app.read("Turn it gently")
    assert app.middle(first) == where
    calm = open_app(link)
    calm.go("/people")
    calm.see("web-initials")
    calm.gone("web-turn")
