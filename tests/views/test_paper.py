"""The sheet on paper: one page, its text, its fonts, and what has no room."""

import io
from datetime import UTC, date, datetime, timedelta
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from domain.entries import CheckIn
from domain.sheet import Item, Section, Sheet, as_text
from views.components.marks import Line, Square, Words
from views.components.strip import strip_of
from views.paper import pdf as making
from views.paper import writing
from views.paper.fonts import BODY, missing
from views.paper.layout import A4, LETTER, MARGIN, broken, page_of
from views.paper.pdf import pdf
from views.paper.writing import runs, width

TODAY = date(2026, 6, 9)
NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)


def sheet(*words: str, check_ins: int = 0) -> Sheet:
    items = tuple(Item("needs", one) for one in words)
    some = tuple(
        CheckIn(
            id=f"{n}", at=NOON - timedelta(hours=7 * n), logged_at=NOON, pleasantness=3, energy=5
        )
        for n in range(check_ins)
    )
    return Sheet("For our session", "Since 28 May", (Section("Also", items),), some)


def read(page: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(page))


@pytest.mark.parametrize(("letter", "size"), [(False, A4), (True, LETTER)])
def test_it_is_one_page_of_that_paper_with_its_words(
    letter: bool, size: tuple[float, float]
) -> None:
    made = read(pdf(page_of(sheet("slower goodbyes", check_ins=9), TODAY, letter), "Sheet"))
    (page,) = made.pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size, abs=0.1)
    text = page.extract_text()
    assert "For our session" in text
    assert "slower goodbyes" in text
    assert "one square, one check-in" in text


def test_it_names_neither_its_maker_nor_its_hour() -> None:
    made = read(pdf(page_of(sheet("a"), TODAY), "Sheet"))
    assert made.metadata
    assert made.metadata.title == "Sheet"
    assert made.metadata.creation_date == datetime(2000, 1, 1, tzinfo=UTC)
    assert {"/Producer", "/Creator", "/Author"}.isdisjoint(made.metadata) or not any(
        made.metadata.get(name) for name in ("/Producer", "/Creator", "/Author")
    )


@pytest.mark.parametrize(
    "words",
    [
        *("Příliš žluťoučký", "Nguyễn", "Привет", "Ελληνικά", "≠ ♪ ✓", "😂 💜", "हिन्दी", "বাংলা"),
        *("ਪੰਜਾਬੀ", "ગુજરાતી", "தமிழ்", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "සිංහල", "ไทย", "ລາວ", "ខ្មែរ"),
        *("မြန်မာ", "བོད་ཡིག", "ქართული", "Հայերեն", "አማርኛ", "שלום", "مرحبا", "ܣܘܪܝܝܐ", "ދިވެހި"),
        *("你好，直", "こんにちは世界", "안녕하세요", "ᏣᎳᎩ", "ᠮᠣᠩᠭᠣᠯ", "ꦧꦱꦗꦮ", "ⲁⲃ", "𒀀"),
    ],
)
@pytest.mark.parametrize("shapes", [True, False])
def test_scripts_and_emoji_that_the_app_shows_are_on_it_with_their_fonts(
    words: str, shapes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as_where(shapes, monkeypatch)
    page = page_of(sheet(words), TODAY)
    assert page.unknown == ""
    made = read(pdf(page, "Sheet"))
    text = made.pages[0].extract_text()
    letters = {one for one in words if one.isalpha()}
    assert letters <= set(text) or (not shapes and letters <= set(normalize("NFKC", text)))
    for font in made.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        assert _is_inside(font.get_object())


def _as_where(shapes: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a computer, or on a phone, which has no HarfBuzz."""
    monkeypatch.setattr(writing, "SHAPES", shapes)
    monkeypatch.setattr(making, "SHAPES", shapes)
    writing.runs.cache_clear()


@pytest.mark.parametrize("shapes", [True, False])
def test_words_from_the_right_begin_at_the_right_and_are_joined(
    shapes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as_where(shapes, monkeypatch)
    page = page_of(sheet("مرحبا, abc (12)!"), TODAY)
    (mark,) = (one for one in page.marks if isinstance(one, Words) and "abc" in one.words)
    right = mark.x + width(mark.words, mark.face, mark.size)
    assert right == pytest.approx(page.width - MARGIN)
    made = runs(mark.words, mark.face)
    assert made[-1].font != made[0].font
    assert "".join(run.words for run in made).startswith("!")
    joined = made[-1].words
    assert joined == ("مرحبا" if shapes else "ﺎﺒﺣﺮﻣ")


@pytest.mark.parametrize(
    ("words", "expected"),
    [("سلام", "ﻡﻼﺳ"), ("لا", "ﻻ"), ("ب", "ﺏ"), ("بَب", "ﺐﺑَ"), ("دار", "ﺭﺍﺩ"), ("ل", "ﻝ")],
)
def test_without_a_shaper_arabic_is_joined_by_its_forms(
    words: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as_where(False, monkeypatch)
    assert "".join(run.words for run in runs(words, BODY)) == expected


@pytest.mark.parametrize("words", ["👩‍👩‍👧", "1️⃣", "👍🏽", "❤️", "🇩🇪"])
def test_emoji_of_several_letters_are_one(words: str) -> None:
    (run,) = runs(words, BODY)
    assert run.width < 1.3


@pytest.mark.parametrize(
    ("words", "family"),
    [
        ("直", "notosanssc"),
        ("直ㄅ", "notosanstc"),
        ("直は", "notosansjp"),
        ("直한", "notosanskr"),
    ],
)
def test_what_china_japan_and_korea_share_is_written_as_the_words_around_it(
    words: str, family: str
) -> None:
    assert runs(words, BODY)[0].font.path.parents[1].name == family


def test_one_line_in_other_scripts_opens_few_fonts() -> None:
    opened = {run.font for run in runs("हिन्दी 你好 שלום مرحبا", BODY)}
    assert len(opened) < 8


def _is_inside(font: dict[str, object]) -> bool:
    """Whether the drawings of a font are in the file."""
    if font["/Subtype"] == "/Type3":
        return True
    described = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]  # type: ignore[index]
    return "/FontFile2" in described.get_object()


@pytest.mark.parametrize(
    ("words", "unknown"), [("\U00016e40 abc", "\U00016e40"), ("\ue000", "\ue000"), ("a\u200db", "")]
)
def test_letters_that_no_font_has_are_told(words: str, unknown: str) -> None:
    assert missing(words) == unknown
    assert page_of(sheet(words), TODAY).unknown == unknown


def test_what_does_not_fit_is_left_out_whole_and_named() -> None:
    words = [f"number {n}, " + "and on " * 40 for n in range(40)]
    page = page_of(sheet(*words, check_ins=30), TODAY)
    assert page.left_out
    assert page.end <= A4[1] + 1
    shown = " ".join(mark.words for mark in page.marks if isinstance(mark, Words))
    for one in words:
        assert (one.split(",")[0] + "," in shown) != (one in page.left_out)
        assert (one in as_text(page.shown)) != (one in page.left_out)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="latin-1"), max_size=300), max_size=40),
    st.integers(0, 60),
    st.booleans(),
)
def test_whatever_is_on_it_stays_inside_of_one_page(
    words: list[str], check_ins: int, letter: bool
) -> None:
    page = page_of(sheet(*words, check_ins=check_ins), TODAY, letter)
    assert page.end <= page.height + 0.01
    for mark in page.marks:
        assert isinstance(mark, Words | Square | Line)
        assert 0 < mark.y < page.height - 20
        if isinstance(mark, Words):
            right = mark.x + width(mark.words, mark.face, mark.size)
            assert mark.x >= MARGIN
            assert right <= page.width - MARGIN + 0.01


@given(st.text(max_size=200), st.floats(30, 300))
def test_broken_lines_hold_all_letters_in_order(words: str, inner: float) -> None:
    lines = list(broken(words, BODY, 12, inner))
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(len(line) == 1 or width(line, BODY, 12) <= inner + 0.01 for line in lines)


@given(st.lists(st.integers(-400, 0), min_size=1, max_size=60), st.floats(100, 800))
def test_check_ins_stand_apart_and_inside_their_box(days: list[int], across: float) -> None:
    some = [
        CheckIn(id=f"{n}", at=NOON + timedelta(days=day), logged_at=NOON)
        for n, day in enumerate(days)
    ]
    strip = strip_of(some, across, TODAY, 20, 110)
    assert len({(x, y) for x, y, _ in strip.squares}) == len(some)
    for x, y, _ in strip.squares:
        assert -0.01 <= x + strip.side / 2 <= across + 0.01
        assert -0.01 <= y <= strip.height - strip.side + 0.01
