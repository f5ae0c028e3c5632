"""Journals to look back at, their charts, and what is drawn and said in one, for the tests."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from functools import cache
from random import Random
from typing import Any, Final

from hypothesis import strategies as st

from domain.entries import (
    CANT_TELL,
    COLORS,
    MOMENT_KINDS,
    REPAIRS,
    CheckIn,
    Here,
    Mending,
    Moment,
    Part,
)
from domain.looking_back.asking import QUESTIONS, Question
from domain.looking_back.diary import MEASURES, Diary
from domain.looking_back.look import ChartName, Look
from domain.looking_back.stretch import Stretch
from tests.entry_strategies import answers
from tests.views.stage import NOON
from views.charts.all import MADE, chart_of
from views.charts.axis import TRIANGLE, Axis, axis_of
from views.charts.chart import Chart, Lens, Room, Target
from views.charts.over_time import EDGE, LARGEST, SMALLEST, height_of
from views.components.marks import Area, Dots, Line, Mark, Pull, Square, Words
from views.paper.writing import width
from views.theme import DARK, LIGHT

TODAY: Final = NOON.date()
INKS: Final = tuple(str(one.on_surface) for one in (LIGHT, DARK))
DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)
START: Final = 4
ROOM: Final = Room(310)
MONTH: Final = Stretch(TODAY - 27 * DAY, TODAY)
FEELINGS: Final = ("tired", "settled", "hopeful", "alive", "lonely", "heavy", "warm", "numb", "shy")
LONG: Final = "The one with a name that nobody would ever want" + "wW" * 60
NAMES: Final = ("Jun", "Bo Lind", "Zoë", LONG, "M" * 40, "Nana Adwoa Pokuaa Mensah-Bonsu")
NEVER: Final = re.compile(
    r"%|\bpercent|\byou were\b|\b(good|bad|better|worse|best|worst|averages?|mean|missed"
    r"|scores?|streaks?|improv\w+|progress|resolved?|symptoms?|should|must|why|because|normal"
    r"|healthy|unhealthy|toxic|trigger\w*|stable|unstable|correlat\w+)\b|\d[.,]\d|!",
    re.IGNORECASE,
)

Which = tuple[ChartName, Question]
EVERY: Final[tuple[Which, ...]] = (
    *((name, "stretches") for name in MADE),
    *(("answer", question) for question in QUESTIONS),
)
"""All charts, and the answers to all questions."""


def logged(id: str, days_ago: float = 0, *, later: Any = False, **answers: Any) -> CheckIn:
    """A check-in of so many days ago at noon; `later` it was written an hour after."""
    at = NOON - days_ago * DAY
    return CheckIn(id=id, at=at, logged_at=at + HOUR if later else at, **answers)


def steps(*some: Any, measure: str = "pleasantness", first: int = 0) -> list[CheckIn]:
    """A day before the other, each with one answer; `first` days ago is the last of them."""
    return [logged(f"s{n}", n + first, **{measure: one}) for n, one in enumerate(some)]


def ordered(some: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    """As a journal keeps them."""
    return tuple(sorted(some, key=lambda one: (one.at, one.id)))


def lens(some: Iterable[CheckIn], stretch: Stretch = MONTH, **more: Any) -> Lens:
    """What is looked at."""
    return Lens(Diary(START).updated(ordered(some), START), stretch, TODAY, **more)


def chart(name: Any, of: Lens, room: Room = ROOM) -> Chart:
    """The chart of that name, which is there."""
    made = MADE[name](of, room)
    assert made is not None, name
    return made


def asked(question: Any, of: Lens, room: Room = ROOM, **more: Any) -> Chart:
    """What a question comes to, which is there."""
    made = chart_of(Look(chart="answer", stretch=of.stretch, question=question, **more), of, room)
    assert made is not None, question
    return made


def every_chart(of: Lens, room: Room = ROOM) -> Iterator[Chart]:
    """All that there are, and the answers to all questions about anybody."""
    for made in (make(of, room) for make in MADE.values()):
        if made is not None:
            yield made
    for question in QUESTIONS:
        for about in (*of.names, "gone") if question in ("person", "part") else ("",):
            for measure in MEASURES:
                look = Look(
                    chart="answer",
                    stretch=of.stretch,
                    question=question,
                    about=about,
                    measure=measure,
                )
                if made := chart_of(look, of, room):
                    yield made


def every_of(which: Which, of: Lens, room: Room = ROOM) -> Chart | None:
    """A chart, or the answer to a question, about the first whose name is known."""
    name, question = which
    look = Look(chart=name, stretch=of.stretch, question=question, about=next(iter(of.names), ""))
    return chart_of(look, of, room)


# -- what is drawn -----------------------------------------------------------------------------


def marks_of(made: Chart, kind: type[Any]) -> list[Any]:
    """The marks of one kind."""
    return [one for one in made.drawing.marks if isinstance(one, kind)]


def dots_of(made: Chart, hollow: bool | None = None) -> list[tuple[float, float]]:
    """The places of all dots, or of the rings or the filled ones alone."""
    every = [one for one in marks_of(made, Dots) if hollow is None or one.hollow == hollow]
    return [at for one in every for at in one.at]


def drawn_words(made: Chart) -> list[str]:
    """What is written in a drawing."""
    return [one.words for one in marks_of(made, Words)]


def logged_at(made: Chart) -> list[tuple[float, float]]:
    """The middles of what stands for entries over time: the squares, and dots of their colours."""
    squares = [
        (one.x + one.side / 2, one.y + one.side / 2)
        for one in marks_of(made, Square)
        if one.edge is not None
    ]
    dots = [at for one in marks_of(made, Dots) if not is_of_the_line(one) for at in one.at]
    return [*squares, *dots]


def is_of_the_line(one: Mark) -> bool:
    """Whether a mark is a piece of the line of 14 days, or a piece that is one day."""
    return (isinstance(one, Pull) and one.color in INKS) or (
        isinstance(one, Dots) and one.radius == 2.5 and one.color in INKS
    )


def line_of(made: Chart) -> list[list[tuple[float, float]]]:
    """The pieces of the line."""
    pieces = [one for one in made.drawing.marks if is_of_the_line(one)]
    return [list(one.at) for one in pieces if isinstance(one, Dots | Pull)]


def left_of(made: Chart) -> float:
    """Where the days of a drawing begin."""
    return min(one.x for one in made.drawing.marks if isinstance(one, Line) and not one.dashed)


def axis_in(made: Chart, of: Lens) -> Axis:
    """The days of a measure over time: at both ends there is room for half a mark."""
    left, right = left_of(made), made.drawing.width
    side = min(LARGEST, max(SMALLEST, (right - left) / len(of.stretch) * 0.92))
    beside = max(side / 2, TRIANGLE) + EDGE
    return axis_of(of, left + beside, right - beside)


def color_seen(one: Square | Dots) -> str:
    """The colour by which a mark is told from what it is on: its edge, or what fills it."""
    seen = one.edge or one.color
    assert seen
    return seen


def step_of(y: float) -> int:
    """The step at that height."""
    return next(step for step in range(1, 8) if abs(height_of(step) - y) < 0.01)


def times(said: str, before: str = "") -> int:
    """The number in "3 times", "once" or "twice" after some words."""
    found = re.search(rf"{before} ?(\d+ times|once|twice)", said)
    return number(found[1]) if found else 0


def number(said: str) -> int:
    """The first number in some words; "once" and "twice" are numbers."""
    found = re.search(r"\d+|once|twice", said)
    assert found, said
    return {"once": 1, "twice": 2}.get(found[0]) or int(found[0])


def points(mark: Mark) -> int:
    """How many single things a mark draws."""
    return len(mark.at) if isinstance(mark, Dots | Pull) else 1


def box(mark: Mark) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a mark."""
    match mark:
        case Words():
            wide = width(mark.words, mark.face, mark.size)
            return mark.x, mark.y, mark.x + wide, mark.y + mark.line
        case Square():
            return mark.x, mark.y, mark.x + mark.side, mark.y + mark.side
        case Line():
            across, down = sorted((mark.x, mark.to_x)), sorted((mark.y, mark.to_y))
            return across[0], down[0], across[1], down[1]
        case Dots():
            return _around(mark.at, mark.radius)
        case Pull():
            return _around(mark.at, mark.stroke / 2)
        case Area():
            return _around(mark.at, 0)


def _around(at: Sequence[tuple[float, float]], reach: float) -> tuple[float, float, float, float]:
    across, down = [x for x, _ in at], [y for _, y in at]
    return min(across) - reach, min(down) - reach, max(across) + reach, max(down) + reach


def outside(made: Chart) -> list[tuple[Mark | Target, tuple[float, float, float, float]]]:
    """What a drawing has outside of its box, by more than a pixel."""
    drawing = made.drawing
    boxes: list[tuple[Mark | Target, tuple[float, float, float, float]]] = [
        *((one, box(one)) for one in drawing.marks),
        *((one, (one.x, one.y, one.x, one.y)) for one in drawing.targets),
    ]
    return [
        (one, (left, top, right, bottom))
        for one, (left, top, right, bottom) in boxes
        if min(left, top) < -1 or right > drawing.width + 1 or bottom > drawing.height + 1
    ]


def texts(made: Chart) -> list[str]:
    """All that a chart says, drawn, spoken, in its legend and in its table."""
    return [
        made.title,
        made.said,
        made.how,
        *drawn_words(made),
        *(one.words for one in made.legend),
        *(one.title for one in made.drawing.targets),
        *(f"{one.label}: {one.said}" for one in made.rows),
    ]


def tapped(made: Chart) -> list[str]:
    """The entries behind all that can be tapped."""
    return [id for one in made.drawing.targets for id in one.entries]


def in_table(made: Chart) -> list[str]:
    """The entries behind all rows."""
    return [id for one in made.rows for id in one.entries]


# -- journals ----------------------------------------------------------------------------------


def part(id: str, name: str, number: int = 0) -> Part:
    """A part with a colour of its own."""
    return Part(id=id, at=NOON, name=name, color=COLORS[number % len(COLORS)])


@cache
def whole() -> Lens:
    """A month with something of everything."""
    some = [
        logged(
            f"c{day}",
            day,
            later=day % 5 == 0,
            pleasantness=1 + (day * 3) % 7,
            energy=1 + (day * 5) % 7,
            connection=1 + day % 7,
            connected_with="p0",
            feelings=(FEELINGS[day % 9],),
            body=("jaw",),
            people=("p0",) if day % 2 else (),
            parts=(Here("q0"),),
        )
        for day in range(27)
    ]
    moments = [
        *(Moment(id=f"m{kind}", at=NOON, logged_at=NOON, kind=kind) for kind in MOMENT_KINDS),
        *(
            Moment(
                id=f"m{state}",
                at=NOON - 9 * DAY,
                logged_at=NOON,
                kind="rupture",
                mending=(Mending(NOON - DAY, state),),
            )
            for state in REPAIRS
        ),
    ]
    return lens(
        [*some, logged("unsure", 3.1, pleasantness=CANT_TELL, energy=CANT_TELL, connection=3)],
        names={"p0": "Jun", "q0": "Owl"},
        parts=[part("q0", "Owl")],
        moments=sorted(moments, key=lambda one: one.at),
        sessions=tuple(NOON - n * 4 * DAY for n in range(6, -1, -1)),
    )


def years(count: int, a_day: int, seed: int = 0, **more: Any) -> list[CheckIn]:
    """So many years with so many check-ins a day, of everything something."""
    random = Random(seed)
    return [
        CheckIn(
            id=f"{day:04}{n}",
            at=at,
            logged_at=at + (HOUR if random.random() < 0.1 else timedelta()),
            pleasantness=random.randint(1, 7),
            energy=random.randint(1, 7),
            connection=random.randint(1, 7),
            connected_with=random.choice(("", "p0", "p1")),
            people=("p0",) if random.random() < 0.5 else (),
            feelings=tuple(random.sample(FEELINGS, 2)),
            body=tuple(random.sample(FEELINGS, 1)),
            parts=(Here("q0"), Here("q1")) if random.random() < 0.5 else (Here("q2"),),
            **more,
        )
        for day in range(count * 365)
        for n in range(a_day)
        for at in [NOON - day * DAY + (n - a_day / 2) * 150 * timedelta(minutes=1)]
    ]


offsets = st.sampled_from([timezone(n * HOUR) for n in (0, -8, 9)])


@st.composite
def lenses(
    draw: st.DrawFn, names: Sequence[str] = NAMES, most: int = 12, in_order: bool = True
) -> Lens:
    """A stretch of one day up to 20 years, that may end after today, with a few of everything.

    Without `in_order` mending may be told of before the moment, as no screen would.
    """
    days = draw(st.sampled_from([1, 2, 5, 14, 15, 28, 92, 366, 7305]))
    last = TODAY + draw(st.sampled_from([0, 0, 1, 400])) * DAY
    first = last - (days - 1) * DAY
    whose = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3))
    people = {f"p{n}": name for n, name in enumerate(whose)}
    parts = [part(f"q{n}", name, n) for n, name in enumerate(whose)]

    def moment() -> datetime:
        # Often the first or the last minutes of the stretch, and often the same day.
        day = draw(st.sampled_from([0, 0, days - 1, days // 2]) | st.integers(0, days - 1))
        minute = draw(st.sampled_from([0, 24 * 60 - 1]) | st.integers(0, 24 * 60 - 1))
        wall = datetime.combine(first + day * DAY, datetime.min.time())
        return (wall + START * HOUR + minute * timedelta(minutes=1)).replace(tzinfo=draw(offsets))

    def check_in(id: str) -> CheckIn:
        at = moment()
        return CheckIn(
            id=id,
            at=at,
            logged_at=at + draw(st.sampled_from([0, 0, 1])) * HOUR,
            pleasantness=draw(answers),
            energy=draw(answers),
            connection=draw(answers),
            connected_with=draw(st.sampled_from(["", "gone", *people])),
            feelings=tuple(draw(st.lists(st.sampled_from(FEELINGS), max_size=3, unique=True))),
            body=draw(st.sampled_from([(), ("jaw",), ("i" * 300,), ("M" * 60, "jaw")])),
            people=draw(st.sampled_from([(), *((id,) for id in people)])),
            parts=tuple(Here(one.id) for one in parts if draw(st.booleans())),
        )

    def happening(id: str) -> Moment:
        at = moment()
        told = [
            Mending(at + draw(st.integers(0 if in_order else -400, 400)) * DAY, state)
            for state in draw(st.lists(st.sampled_from(REPAIRS), max_size=2))
        ]
        return Moment(
            id=id,
            at=at,
            logged_at=at,
            kind=draw(st.sampled_from(MOMENT_KINDS)),
            people=draw(st.sampled_from([(), *((id,) for id in people)])),
            mending=tuple(told),
        )

    some = [check_in(f"c{n}") for n in range(draw(st.integers(0, most)))]
    happened = [happening(f"m{n}") for n in range(draw(st.integers(0, most // 2)))]
    sessions = sorted(moment() for _ in range(draw(st.sampled_from([0, 1, 7]))))
    return lens(
        some,
        Stretch(first, last),
        sessions=tuple(sessions),
        names={**{one.id: one.name for one in parts}, **people},
        parts=parts,
        moments=tuple(sorted(happened, key=lambda one: (one.at, one.id))),
    )


rooms = st.builds(
    Room,
    st.floats(240, 600),
    st.sampled_from(["light", "dark"]),
    st.floats(1, 2),
)


def months(days: Iterable[date]) -> set[tuple[int, int]]:
    """The months of some days."""
    return {(day.year, day.month) for day in days}
