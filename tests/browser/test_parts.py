"""Parts, in a real Chromium: made, checked in with, sat with, drawn on the map, and brought."""

from pathlib import Path

from tests.browser.conftest import Open, Serve
from tests.browser.driver import App

FINGER = {"has_touch": True}


def make(app: App, name: str) -> str:
    """Make a part with a name; its id."""
    app.tap("new-part")
    app.type("part-name", name)
    app.tap("keep-part")
    app.see("edit-part")
    return app.page.url.rsplit("/", 1)[-1]


def make_some(app: App, *names: str) -> list[str]:
    """Make parts, and end on the list."""
    app.tap("nav-parts")
    made = []
    for name in names:
        made.append(make(app, name))
        app.tap("back")
        app.see(f"part-{made[-1]}")
    return made


def place(app: App, id: str) -> tuple[int, int]:
    """Where a part stands on the map, in whole pixels."""
    x, y = app.middle(f"map-{id}")
    map = app.see("map").bounding_box()
    assert map is not None
    return round(x - map["x"]), round(y - map["y"])


def begin(app: App) -> str:
    """Begin a sitting from a part's page; what is asked first."""
    app.tap("sit")
    app.tap("sit-begin")
    app.see("sit-answer")
    return app.see("sit-question").inner_text()


def test_a_part_is_made_checked_in_with_and_brought(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    (owl,) = make_some(app, "Owl")
    app.tap("nav-today")
    app.tap("pad-3-5")
    app.tap("add-parts")
    app.tap(f"here-{owl}")
    app.tap(f"blend-half-{owl}")
    app.is_chosen(f"blend-half-{owl}")
    app.tap("done")
    app.tap("nav-parts")
    app.tap(f"part-{owl}")
    app.is_chosen("blend-half")
    app.read("Noted at 1 check-in")
    app.tap("bring-part")
    app.read("On the list")
    app.page.reload()
    app.see("edit-part")
    app.read("On the list")
    app.tap("back")
    app.tap("nav-bring")
    app.read("Owl")
    app.read("From a part")
    app.entries()
    app.type("search", "owl")
    app.read("1 entry")
    app.read("Owl (half)")


def test_a_sitting_goes_through_an_open_gate_and_its_answer_is_brought(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    (owl,) = make_some(app, "Owl")
    app.tap(f"part-{owl}")
    app.tap("sit")
    app.read("If looking inward tends to leave you spaced out")
    app.read("Nothing has to happen.")
    app.tap("sit-begin")
    app.type("sit-answer", "close to the window")
    app.tap("sit-go-on")
    app.tap("toward-curious")
    app.tap("toward-okay")
    app.tap("gate-go-on")
    app.read("Would you like to go on?")
    app.tap("sit-go-on")
    app.type("sit-answer", "a quiet afternoon")
    app.tap("sit-go-on")
    app.tap("sit-enough")
    app.read("That's it for this time.")
    app.tap("sit-done")
    app.see("edit-part")
    app.tap("sit")
    app.see("sit-begin")
    assert not app.page.get_by_text("spaced out").count()
    app.tap("sit-close")
    app.see("edit-part")
    app.tap("back")
    app.entries()
    app.tap(app.first("entry-"))
    app.tap("bring-answer-1")
    app.see("bring-answer-1")
    app.tap("back")
    app.tap("nav-bring")
    app.read("a quiet afternoon")
    app.read("From a look inward, ")


def test_a_closed_gate_asks_nothing_more(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    (owl,) = make_some(app, "Owl")
    app.tap(f"part-{owl}")
    begin(app)
    app.tap("sit-skip")
    app.tap("toward-caring")
    app.tap("toward-annoyed")
    app.tap("gate-go-on")
    app.read("Something else is standing in front, and that's fine.")
    app.gone("sit-go-on")
    app.gone("gate-go-on")
    app.see("sit-steady")
    app.see("sit-stop")
    app.tap("gate-bring")
    app.read("On the list")
    app.tap("gate-note")
    app.type("part-name", "Porcupine")
    app.tap("keep-part")
    app.see("edit-part")
    app.tap("back")
    app.read("Porcupine")
    app.tap("nav-bring")
    app.read("Toward Owl: caring, annoyed")


def test_a_sitting_is_left_early_and_kept_or_thrown_away(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    (owl,) = make_some(app, "Owl")
    app.tap(f"part-{owl}")
    begin(app)
    app.tap("sit-stop")
    app.see("edit-part")
    first = begin(app)
    app.type("sit-answer", "half a thought")
    app.tap("sit-stop")
    app.read("That's enough for now.")
    app.tap("sit-go-back")
    app.read(first)
    app.tap("sit-close")
    app.tap("sit-throw-away")
    app.see("edit-part")
    assert not app.page.get_by_text("half a thought").count()
    begin(app)
    app.type("sit-answer", "this one stays")
    app.tap("sit-steady")
    app.tap("enough")
    app.read("Back in the room. You can close the app.")
    app.tap("sit-back-stop")
    app.tap("sit-keep")
    app.see("edit-part")
    app.read("this one stays")


def test_not_wanting_to_answer_is_an_answer(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    (owl,) = make_some(app, "Owl")
    app.tap(f"part-{owl}")
    begin(app)
    app.tap("sit-declined")
    app.read("Good to know. We'll leave it there.")
    app.read("Noted: Owl didn't want to answer.")
    app.tap("sit-bring")
    app.read("On the list")
    app.tap("sit-done")
    app.read("It didn't want to answer")


def test_a_sitting_survives_a_crash_in_the_middle_of_it(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    server = serve()
    app = open_app(server.link)
    app.welcome()
    (owl,) = make_some(app, "Owl")
    app.tap(f"part-{owl}")
    begin(app)
    app.type("sit-answer", "in the middle of")
    log = tmp_path / "journal" / "log-0"
    app.until(lambda: b"in the middle of" in log.read_bytes(), "the words on the disk")
    server.kill()
    again = open_app(serve().link)
    again.see("begun")
    again.tap("begun-go-on")
    again.see("sit-answer")
    again.tap("sit-stop")
    again.tap("sit-keep")
    again.see("edit-part")
    again.read("in the middle of")
    again.tap("back")
    again.tap("nav-today")
    again.see("pad-4-4")
    again.gone("begun")


def test_a_tender_part_is_held_lightly(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("nav-parts")
    app.tap("new-part")
    app.type("part-name", "Moss")
    app.tap("role-tender")
    app.tap("keep-part")
    app.tap("hold-lightly")
    app.see("held-lightly")
    app.see("bring-part")
    app.see("steady-part")
    app.gone("sit")
    app.go(f"{app.page.url}/sit")
    app.read("This one is held lightly.")
    app.gone("sit-begin")
    app.gone("sit-answer")


def test_on_the_map_a_finger_moves_a_part_and_draws_a_line(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link, **FINGER)
    app.welcome()
    owl, fox = make_some(app, "Owl", "Fox")
    app.tap("parts-map")
    # At the edge of the map a part's name is cut off: first into the open.
    app.drag_by_finger(f"map-{owl}", 60, 60)
    app.until(lambda: place(app, owl)[0] > 100, "the part in the open")
    before, other = place(app, owl), place(app, fox)
    app.drag_by_finger(f"map-{owl}", -20, 200)
    moved = (before[0] - 20, before[1] + 200)
    app.until(lambda: place(app, owl) == moved, "the part where the finger left it")
    assert place(app, fox) == other
    app.press("add-line")
    app.press(f"map-{owl}")
    app.press(f"map-{fox}")
    app.tap("line-protects")
    app.read("Owl protects Fox.")
    app.tap("turn-line")
    app.read("Fox protects Owl.")
    app.tap("map-done")
    app.page.reload()
    app.see(f"map-{owl}")
    assert place(app, owl) == moved
    app.see(f"line-{fox}-{owl}")
    app.tap(f"map-{fox}")
    app.tap("leave-off")
    app.gone(f"map-{fox}")
    app.gone(f"line-{fox}-{owl}")
    app.tap(f"put-back-{fox}")
    app.see(f"line-{fox}-{owl}")


def test_on_the_map_the_keyboard_moves_a_part_and_draws_a_line(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link, viewport={"width": 390, "height": 1400})
    app.welcome()
    owl, fox = make_some(app, "Owl", "Fox")
    app.tap("parts-map")
    app.tab_to(f"map-{owl}")
    app.press_key("Enter")
    app.see("map-panel")
    app.tab_to("move-right")
    for _ in range(3):
        app.press_key("Enter")
    app.until(lambda: place(app, owl)[0] == 75, "three steps to the right by its button")
    x, y = place(app, owl)
    app.tab_to(f"map-{owl}")
    app.press_key("ArrowDown")
    app.press_key("ArrowDown")
    app.until(lambda: place(app, owl) == (x, y + 20), "two steps down by arrow keys")
    app.tab_to("add-line")
    app.press_key("Enter")
    app.tab_to(f"end-{fox}")
    app.press_key("Enter")
    app.tab_to("line-pulls-against")
    app.press_key("Enter")
    app.read("Owl pulls against Fox.")
    app.tab_to("sit-with-both")
    app.press_key("Enter")
    app.tab_to("sit-begin")
    app.press_key("Enter")
    app.see(f"sit-answer-{owl}")
    wide, other = app.see(f"sit-answer-{owl}"), app.see(f"sit-answer-{fox}")
    boxes = [node.bounding_box() for node in (wide, other)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["width"] == boxes[1]["width"]
    assert boxes[0]["height"] == boxes[1]["height"]


def test_the_map_is_shared_as_a_picture_on_ones_own_tap(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    app = open_app(serve("--sample").link)
    app.go("/parts/map")
    app.see("share-map")
    with app.page.expect_download() as download:
        app.tap("share-map")
    assert download.value.suggested_filename == "Map.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    app.tap("map-earlier")
    app.read("As of ")
    app.gone("add-line")


def test_the_question_of_the_day_is_written_to_edited_and_brought(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.see("question")
    app.tap("question-write")
    app.type("question-field", "the neighbour waved")
    app.tap("question-done")
    app.see("question-kept")
    app.tap("question-bring")
    app.read("On the list")
    app.entries()
    app.tap("kind-questions")
    app.read("the neighbour waved")
    app.tap(app.first("entry-"))
    app.type("reflection", "the neighbour waved back")
    app.tap("back")
    app.tap("nav-bring")
    app.read("the neighbour waved back")
    app.read("From a question, ")


def test_the_word_for_a_part_is_used_everywhere(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("settings")
    app.tap("part-word-voice")
    app.tap("back")
    app.read("Voices")
    app.tap("nav-parts")
    app.read("No voices here yet")
    app.read("Add a voice")


def test_escape_closes_the_question_of_leaving_and_no_more(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    (owl,) = make_some(app, "Owl")
    app.tap(f"part-{owl}")
    begin(app)
    app.type("sit-answer", "not done yet")
    app.tap("sit-stop")
    app.see("sit-keep")
    app.press_key("Escape")
    app.gone("sit-keep")
    app.see("sit-answer")
    # Esc is Back, and what was written is nobody's to keep or throw away but the person's.
    app.press_key("Escape")
    app.tap("sit-keep")
    app.see("edit-part")
