"""Help is one tap away from every screen, and nothing else is ever contacted."""

from urllib.parse import urlsplit

from tests.browser.conftest import Open, Serve

PLACES = ("/", "/entries", "/settings", "/settings/about", "/add/new", "/nowhere")


def test_support_and_steadying_are_one_tap_away_from_every_screen(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    for step in range(3):
        app.read(f"Step {step + 1} of 3")
        app.tap("more-support")
        app.see("region-GB")
        app.page.go_back()
        app.gone("region-GB")
        app.tap("steady-yourself")
        app.see("another")
        app.tap("enough")
        app.tap("first-run-next")
    app.see("pad-4-4")
    app.tap("more-support")
    app.tap("region-GB")
    app.see("emergency")
    app.read("Samaritans")
    for place in PLACES:
        app.go(place)
        app.tap("more-support")
        app.see("emergency")
        app.tap("back")
        app.gone("emergency")
        assert urlsplit(app.page.url).path == place
        app.tap("steady-yourself")
        app.see("another")


def test_ones_own_people_are_kept_and_can_be_taken_off(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.tap("more-support")
    app.tap("add-person")
    app.type("own-name", "Noor")
    app.type("own-number", "555 0100")
    app.tap("keep-person")
    app.read("555 0100")
    app.tap("own-remove-0")
    app.gone("own-remove-0")
    app.tap("undo-notice")
    app.see("own-call-0")


def test_a_whole_session_contacts_no_other_host_and_nothing_fails(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve("--sample").link)
    app.read("sample")
    app.tap("pad-2-6")
    app.tap("add-note")
    app.type("note", "Zoë à Łódź 🌧️ 👩‍👧")
    for tapped, then in (
        ("done", "saved"),
        ("nav-looking-back", "to-entries"),
        ("more-support", "add-person"),
        ("back", "to-entries"),
        ("nav-today", "saved"),
        ("settings", "about"),
    ):
        app.tap(tapped)
        app.see(then)
    hosts = {urlsplit(url).hostname for url in app.requests if url.startswith(("http", "ws"))}
    assert hosts == {"127.0.0.1"}
    assert app.failed == []
