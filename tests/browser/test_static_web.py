"""The app as a folder of files, in a real Chromium: no server, no network, no other host."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from nacl.pwhash import argon2id
from playwright.sync_api import Browser, BrowserContext, Page

from builds import web
from storage.exchange import age
from storage.sealing import PASSPHRASE, Cost, Sealed, Slot, as_slot, new_key
from tests.browser.chromium import QUIET, executable
from tests.browser.driver import TAPPABLE, App, Files
from tests.browser.private import (
    CANARY,
    PHRASE,
    carry_away,
    choose_file,
    lock_steps,
    note,
    unlock,
)

Start = Callable[[], BrowserContext]
# Playwright can't be asked any more when it runs.
CHROMIUM = executable()
UPDATE = """navigator.serviceWorker.getRegistration().then(one => one.update()).then(one =>
  new Promise(done => { const look = () => one.waiting ? done() : setTimeout(look, 50); look(); }))
"""
OFFLINE = "navigator.serviceWorker.ready.then(() => true)"


# Runs Python of the app in a worker of its own; what it says last is the answer.
PYTHON = """([home, code]) => new Promise((done, failed) => {
  const script = `
    import { loadPyodide } from "${home}pyodide/pyodide.mjs";
    import sodium from "${home}sodium/libsodium-wrappers.mjs";
    const get = async name => (await fetch("${home}" + name)).arrayBuffer();
    try {
      await sodium.ready;
      const pyodide = await loadPyodide();
      pyodide.registerJsModule("libsodium", sodium);
      pyodide.unpackArchive(await get("app.tar.gz"), "gztar", {extractDir: "/app"});
      pyodide.FS.writeFile("/packages.zip", new Uint8Array(await get("packages.zip")));
      pyodide.runPython("import sys; sys.path[:0] = ['/app', '/packages.zip']");
      postMessage([pyodide.runPython(${JSON.stringify(code)})]);
    } catch (error) { postMessage(String(error)); }`;
  const worker = new Worker(URL.createObjectURL(new Blob([script], {type: "text/javascript"})),
    {type: "module"});
  worker.onmessage = ({data}) => {
    worker.terminate();
    typeof data === "string" ? failed(new Error(data)) : done(data[0]);
  };
})"""
SEALING = """
import json
from dataclasses import asdict
from nacl import bindings, exceptions, pwhash
from storage.exchange import age
from storage.sealing import Cost, Sealed, Slot, as_slot, new_key

given = json.loads('''@GIVEN@''')
key, slot = bytes.fromhex(given["key"]), as_slot(given["slot"])
sealed = Sealed(key)
assert sealed.open(bytes.fromhex(given["sealed"]), "a place") == b"words"
assert sealed.open(sealed.close(b"", "place"), "place") == b""
assert slot.key(given["secret"], "journal") == key
assert age.opened(bytes.fromhex(given["age"]), given["secret"]) == b"a file"

vector = given["vector"]
closed = bindings.crypto_aead_chacha20poly1305_ietf_encrypt(
    *(bytes.fromhex(vector[name]) for name in ("message", "aad", "nonce", "key")))
assert closed.hex().endswith(vector["tag"]), closed.hex()

def refused(error, call, *given):
    try:
        call(*given)
    except error as raised:
        return isinstance(raised, exceptions.CryptoError)
    return False

opened = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt
assert refused(exceptions.CryptoError, opened, bytes(32), None, bytes(24), key)
assert refused(ValueError, opened, bytes(3), None, bytes(24), key)
assert refused(TypeError, opened, bytes(32), None, bytes(23), key)
assert refused(TypeError, opened, bytes(32), None, bytes(24), b"short")
assert refused(ValueError, pwhash.argon2id.kdf, 32, b"", b"short", 1, 8192)
scrypt = bindings.crypto_pwhash_scryptsalsa208sha256_ll
assert refused(ValueError, scrypt, b"", b"", 3, 8, 1)
assert refused(RuntimeError, scrypt, b"", b"", 1 << 22, 8, 1, 32, 1 << 33)
assert len({new_key() for _ in range(9)}) == 9

json.dumps({
    "sealed": sealed.close("w\\u00f6rter".encode(), "a place").hex(),
    "slot": asdict(Slot.of("passphrase", given["secret"], key, "journal", Cost())),
    "age": age.sealed(bytes(100_000), given["secret"]).hex(),
    "kdf": pwhash.argon2id.kdf(32, b"p", bytes(16), 3, 64 << 20).hex(),
})
"""
# RFC 8439, section 2.8.2.
VECTOR = {
    "message": b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
    b"the future, sunscreen would be it.".hex(),
    "aad": "50515253c0c1c2c3c4c5c6c7",
    "nonce": "070000004041424344454647",
    "key": bytes(range(0x80, 0xA0)).hex(),
    "tag": "1ae10b594f09e26a7e902ecbd0600691",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files of the app, built once."""
    out = tmp_path_factory.mktemp("web")
    web.build(out)
    return out


@pytest.fixture
def files(built: Path) -> Iterator[Files]:
    """The host that they come from."""
    host = Files(built)
    yield host
    host.stop()


@pytest.fixture
def start(browser: Browser, tmp_path: Path) -> Iterator[Start]:
    """Starts a browser with a profile of its own, which the next one finds again."""
    running: list[BrowserContext] = []

    def started() -> BrowserContext:
        for one in running:
            one.close()
        running[:] = [
            browser.browser_type.launch_persistent_context(
                tmp_path / "profile",
                executable_path=CHROMIUM,
                args=QUIET,
                viewport={"width": 390, "height": 844},
                reduced_motion="reduce",
            )
        ]
        return running[0]

    yield started
    for one in running:
        one.close()


def asked_of_others(app: App, host: Files) -> list[str]:
    """All that was asked of any other host."""
    local = ("blob", "data")
    return [
        url
        for url in app.requests
        if urlsplit(url).scheme not in local and urlsplit(url).netloc != f"127.0.0.1:{host.port}"
    ]


def test_what_is_saved_is_there_without_a_server_and_in_one_tab(built: Path, start: Start) -> None:
    host = Files(built)
    context = start()
    app = App(context.new_page()).open(host.link)
    app.welcome()
    app.press("pad-3-5")
    app.see("saved")
    app.page.evaluate(OFFLINE)
    app.reload()
    app.entries()
    app.read("Energy 5 of 7, a bit high. Feels 3 of 7, a bit hard.")

    other = App(context.new_page()).open(host.link)
    other.read("Meanwhile is open in another tab.")
    other.tap("more-support")
    other.see("region-US")
    other.page.close()

    host.stop()
    app.reload()
    app.go_in_page("/")
    app.see("pad-4-4")
    app.press("pad-6-2")
    app.see("saved")
    assert app.failed == []
    assert asked_of_others(app, host) == []

    again = App(start().new_page()).open(host.link)
    again.entries()
    again.read("Feels 3 of 7, a bit hard.")
    again.read("Feels 6 of 7")
    assert again.failed == []
    assert asked_of_others(again, host) == []


def test_a_lock_and_a_file_to_carry_away(files: Files, start: Start, tmp_path: Path) -> None:
    app = App(start().new_page()).open(files.link)
    app.welcome()
    note(app, CANARY)
    app.go_in_page("/settings/backups/carry/encrypted")
    carried = carry_away(app, tmp_path / "carried")
    assert carried.read_bytes().startswith(b"age-encryption.org/v1\n")

    app.go_in_page("/settings/move-in")
    choose_file(app, carried)
    app.type("file-passphrase", PHRASE)
    app.tap("open-file")
    app.read("Nothing in it is new here.")

    app.go_in_page("/settings/lock/new")
    lock_steps(app, "words", PHRASE)
    app.reload()
    app.see("unlock")
    unlock(app, "something else")
    app.read("That wasn't it.")
    unlock(app, PHRASE)
    app.see("lock-now")
    app.go_in_page("/entries")
    app.read(CANARY)


def test_taps_that_overtake_each_other_leave_nothing_standing(files: Files, start: Start) -> None:
    app = App(start().new_page()).open(files.link)
    app.welcome()
    both = """tappable => ["nav-looking-back", "nav-people"].forEach(id => {
      const here = `[flt-semantics-identifier="${id}"]`;
      document.querySelector(`${here}:is(${tappable}), ${here} :is(${tappable})`).click();
    })"""
    for _ in range(4):
        app.page.evaluate(both, TAPPABLE)
        app.see("first-person")
        app.tap("nav-today")
        app.see("pad-4-4")


def test_a_page_that_can_not_open_says_so(files: Files, browser: Browser) -> None:
    def told(page: Page, words: str) -> None:
        page.goto(files.link)
        page.get_by_text(words).wait_for()

    context = browser.new_context(locale="en-GB")
    old = context.new_page()
    old.add_init_script("delete StorageManager.prototype.getDirectory;")
    told(old, "too old for Meanwhile")
    for name, words in (
        ("main.dart.js", "could not be loaded"),
        ("flutter.js", "could not be loaded"),
        ("canvaskit.wasm", "could not be loaded"),
        ("python-worker.js", "could not start"),
        ("app.tar.gz", "could not start"),
    ):
        page = context.new_page()
        page.route(f"**/{name}", lambda route: route.abort())
        told(page, words)
    context.close()
    context = browser.new_context(locale="de-AT")
    page = context.new_page()
    page.route("**/app.tar.gz", lambda route: route.abort())
    told(page, "konnte in diesem Browser nicht starten")
    assert page.locator("#again").inner_text() == "Diese Seite neu laden"
    assert page.locator("html").get_attribute("lang") == "de"
    context.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(files.link)
    assert (
        page.locator("body")
        .inner_text()
        .startswith("Meanwhile needs JavaScript, which is off in this browser.")
    )
    context.close()


def test_a_sheet_is_printed_and_saved_and_no_letter_is_asked_for_forever(
    files: Files, start: Start
) -> None:
    app = App(start().new_page()).open(files.link)
    app.welcome()
    app.page.evaluate(OFFLINE)
    asked = len(app.requests)
    note(app, "سلام 🙂 שלום")
    app.frames(60)
    assert len(app.requests) - asked < 40
    app.go_in_page("/bring/prepare/sheet")
    with app.page.context.expect_page() as printed:
        app.tap("print")
    assert printed.value.url.startswith("blob:http://127.0.0.1")
    printed.value.close()
    with app.page.expect_download() as saved:
        app.tap("save-pdf")
    assert Path(saved.value.path()).read_bytes().startswith(b"%PDF-")
    assert app.failed == []


def test_a_newer_version_is_taken_at_the_next_start(
    built: Path, start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(built, folder)
    host = Files(folder)
    app = App(start().new_page()).open(host.link)
    app.welcome()
    app.page.evaluate(OFFLINE)
    # Whatever the page loads from now on comes from what was kept.
    app.until(lambda: app.page.evaluate("Boolean(navigator.serviceWorker.controller)"), "taken")
    with (folder / "page.css").open("a") as style:
        style.write("/* newer */")
    web.keep_offline(folder)
    app.page.evaluate(UPDATE)
    look = "fetch('page.css').then(one => one.text()).then(text => text.includes('newer'))"
    assert not app.page.evaluate(look)
    app.reload()
    assert not app.page.evaluate(look)
    host.stop()
    app = App(start().new_page()).open(host.link)
    assert app.page.evaluate(look)
    kept = app.page.evaluate(
        "caches.open('meanwhile').then(one => one.keys()).then(all => all.map(one => one.url))"
    )
    assert len([url for url in kept if "page.css" in url]) == 1
    assert len(kept) == len({url.split("?")[0] for url in kept})


def test_what_is_sealed_in_the_browser_opens_elsewhere_and_the_other_way_round(
    files: Files, browser: Browser
) -> None:
    key, secret = new_key(), "moss under the stairs"
    given = {
        "key": key.hex(),
        "secret": secret,
        "sealed": Sealed(key).close(b"words", "a place").hex(),
        "slot": asdict(Slot.of(PASSPHRASE, secret, key, "journal", Cost())),
        "age": age.sealed(b"a file", secret).hex(),
        "vector": VECTOR,
    }
    page = browser.new_page()
    page.goto(f"{files.link}manifest.json")
    code = SEALING.replace("@GIVEN@", json.dumps(given))
    made = json.loads(page.evaluate(PYTHON, [files.link, code]))
    page.close()
    assert Sealed(key).open(bytes.fromhex(made["sealed"]), "a place") == "wörter".encode()
    assert as_slot(made["slot"]).key(secret, "journal") == key
    assert age.opened(bytes.fromhex(made["age"]), secret) == bytes(100_000)
    assert made["kdf"] == argon2id.kdf(32, b"p", bytes(16), 3, 64 << 20).hex()


def test_little_room_is_told(built: Path, files: Files, start: Start) -> None:
    # Chromium tells every page of 10 GB, and other browsers of what there is.
    little = "navigator.storage.estimate = async () => ({quota: 50 << 20, usage: 40 << 20});"
    worker = little + (built / "python-worker.js").read_text(encoding="utf-8")
    page = start().new_page()
    page.route(
        "**/python-worker.js",
        lambda route: route.fulfill(body=worker, content_type="text/javascript"),
    )
    app = App(page).open(files.link)
    app.welcome()
    app.see("told")
    app.read("There is little room left where the journal is kept.")
