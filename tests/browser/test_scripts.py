"""Whatever script a person writes in, and emoji: each letter has a font, fetched once."""

from collections import Counter
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage

from tests.browser.conftest import Open, Serve

LINES = (
    "שלום עולם! مرحبا بالعالم؟ ܣܘܪܝܝܐ ދިވެހި ⵜⴰⵎⴰⵣⵉⵖⵜ",
    "हिन्दी বাংলা ਪੰਜਾਬੀ ગુજરાતી ଓଡ଼ିଆ தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල",
    "ไทย ລາວ ខ្មែរ မြန်မာ བོད་ཡིག ᠮᠣᠩᠭᠣᠯ ꦧꦱꦗꦮ",
    "ქართული Հայերեն አማርኛ Привет Ελληνικά Nguyễn ᏣᎳᎩ ⲁⲃ",
    "你好，世界 こんにちは 안녕하세요 香港 臺灣",
    "😂 💜 👩‍👩‍👧 🇩🇪 👍🏽 🫠 ≠ ♪ ✓ ⁴",
)
NO_FONT = "Could not find a set of Noto fonts"


def test_every_letter_has_a_font_that_is_asked_for_once(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        said.append(message.text)

    app.page.on("console", hear)
    app.welcome()
    app.tap("nav-bring")
    for line in LINES:
        app.type("quick-add", line)
        app.page.keyboard.press("Enter")
        app.read(line)
        # A font that comes lets the letters be drawn anew, and the engine look for what is missing.
        app.page.wait_for_load_state("networkidle")
        app.frames(30)
    fonts = Counter(urlsplit(one).path for one in app.requests if "/assets/fonts/noto" in one)
    assert len(fonts) > 30
    assert set(fonts.values()) == {1}
    assert app.failed == []
    assert not [one for one in said if NO_FONT in one]
    # What has no letter anywhere is looked for, and never again.
    app.type("quick-add", "\U00016e40 \ue000")
    app.until(lambda: any(NO_FONT in one for one in said), "told that no font has it")
    before = len(app.requests)
    app.frames(60)
    assert len(app.requests) == before
