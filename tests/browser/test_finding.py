"""Finding again: the history, its search, and one entry to read, mend and delete."""

from tests.browser.conftest import Open, Serve


def test_words_and_a_note_are_found_mended_and_deleted_with_undo(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-3-5")
    app.tap("add-more")
    app.tap("feeling-anxious")
    app.is_chosen("feeling-anxious")
    app.type("note", "The lighthouse was shut")
    app.tap("done")
    app.read("anxious")
    app.entries()
    app.type("search", "LIGHTHOUSE anx")
    app.read("1 entry")
    app.type("search", "nothing of the kind")
    app.read('Nothing with "nothing of the kind"')
    app.tap("clear-search")
    entry = app.first("entry-")
    app.tap(entry)
    app.see("delete")
    app.tap("pad-7-1")
    app.is_chosen("pad-7-1")
    app.type("note", "The lighthouse was open after all")
    app.tap("back")
    app.read("Energy 1 of 7, very low. Feels 7 of 7, very easy.")
    app.read("The lighthouse was open after all")
    app.tap(entry)
    app.tap("delete")
    app.gone(entry)
    app.read("Nothing here yet")
    app.tap("undo-notice")
    app.see(entry)


def test_scrolling_down_leads_further_back(serve: Serve, open_app: Open) -> None:
    app = open_app(serve("--sample").link)
    app.entries()
    before = app.first("entry-")
    shown = app.page.locator('[flt-semantics-identifier^="entry-"]')

    def down() -> bool:
        app.scroll(3000)
        last = shown.last.get_attribute("flt-semantics-identifier") or ""
        # Ids sort by time: a screen later, the last one is some hundred days older.
        return last < before[:9]

    app.until(down, "older entries", tries=60)


def test_deep_links_open_and_back_leads_where_it_led(serve: Serve, open_app: Open) -> None:
    server = serve("--sample")
    app = open_app(server.link.replace("/?", "/entries?"))
    app.see("search")
    app.tap("nav-today")
    app.see("pad-4-4")
    app.page.go_back()
    app.see("search")
    entry = app.first("entry-")
    app.go(f"/entries/{entry.removeprefix('entry-')}")
    app.see("delete")
    app.tap("back")
    app.see("search")
    app.go("/nowhere")
    app.tap("to-today")
    app.see("pad-4-4")
