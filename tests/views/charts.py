"""Journals to look back at, their charts, and what is drawn and said in one, for the tests."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from random import Random
from typing import Any, Final

from hypothesis import strategies as st

from domain.entries import (
    COLORS,
    MOMENT_KINDS,
    REPAIRS,
    CheckIn,
    Here,
    Mending,
    Moment,
    Part,
)
from domain.looking_back.asking import QUESTIONS
from domain.looking_back.diary import MEASURES, Diary
from domain.looking_back.look import Look
from domain.looking_back.stretch import Stretch
from tests.entry_strategies import answers
from tests.views.stage import NOON
from views.charts.all import MADE, chart_of
from views.charts.chart import Chart, Lens, Room, Target
from views.components.marks import Area, Dots, Line, Mark, Pull, Square, Words
from views.paper.fonts import width

TODAY: Final = NOON.date()
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


def logged(id: str, days_ago: float = 0, *, later: bool = False, **answers: Any) -> CheckIn:
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
    made = MADE[name](of, room)  # type: ignore[index]
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
    return (isinstance(one, Pull) and one.stroke == 3.0) or (
        isinstance(one, Dots) and one.radius == 2.5 and len(one.at) == 1
    )


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


def day_of_target(one: Target) -> str:
    """The words of the day of a target, without a year."""
    return " ".join(one.title.split()[:3])


def months(days: Iterable[date]) -> set[tuple[int, int]]:
    """The months of some days."""
    return {(day.year, day.month) for day in days}
