"""Days and times in words, and asking for them."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import flet as ft

from domain import dates
from domain.dates import at_start
from domain.language import locale, tr, trn, trp
from domain.looking_back.stretch import Stretch
from views.components.menus import use_over
from views.state import use_state_of_app

Told = Callable[[datetime | None], Awaitable[None]]
Picker = ft.DatePicker | ft.TimePicker


def clock(at: datetime) -> str:
    """The time in the offset in which it happened."""
    return dates.clock(at)


def day_title(day: date, today: date | None = None) -> str:
    """A day as a title: "Tuesday 9 June", with the year where it is not that of `today`."""
    return at_start(day_said(day, today))


def day_said(day: date, today: date | None = None) -> str:
    """The same within a sentence."""
    if today is None or day.year == today.year:
        return dates.weekday_and_day(day)
    return dates.weekday_day_and_year(day)


def day_in_words(day: date, today: date) -> str:
    """A day as a title, or "Today" and "Yesterday"."""
    if day == today:
        return trp("a day", "Today")
    if day == today - timedelta(days=1):
        return trp("a day", "Yesterday")
    return day_title(day, today)


def stretch_in_words(first: date, last: date) -> str:
    """The days from first to last, within a sentence.

    "4 to 5 June", "30 May to 2 June", with a year where needed.
    """
    return _stretch(first, last, with_year=first.year != last.year)


def stretch_said(stretch: Stretch, today: date) -> str:
    """The same of a stretch, with the year where it is not that of `today`; one day is "28 May"."""
    first, last = stretch.first, stretch.last
    if first == last:
        return short_day(first, today)
    return _stretch(first, last, with_year=first.year != last.year or last.year != today.year)


def _stretch(first: date, last: date, *, with_year: bool) -> str:
    end = dates.day_and_year(last) if with_year else dates.day(last)
    is_one_year, begin = first.year == last.year, dates.day(first)
    # Only where the day stands before the month can two days share theirs.
    if is_one_year and first.month == last.month and begin[0].isdigit():
        return trp("days: 4 to 5 June", "{day} to {last}", day=first.day, last=end)
    begin = begin if is_one_year else dates.day_and_year(first)
    return trp("days: 30 May to 2 June", "{first} to {last}", first=begin, last=end)


def session_in_words(at: datetime, today: date) -> str:
    """A session's day and time: "Thursday 14:00" within a week, else with the date."""
    if abs((at.date() - today).days) < dates.WEEK:
        weekday = at_start(dates.weekday(at))
        return trp("Thursday 14:00", "{weekday} {time}", weekday=weekday, time=clock(at))
    return f"{day_title(at, today)}, {clock(at)}"


def how_far(at: datetime, now: datetime) -> str:
    """How far ahead a session is: "now", "today", "tomorrow", "in 2 days"."""
    if at <= now:
        return trp("when a session is", "now")
    days = (at.date() - now.astimezone(at.tzinfo).date()).days
    if days == 0:
        return trp("when a session is", "today")
    if days == 1:
        return trp("when a session is", "tomorrow")
    return trn("in {n} day", "in {n} days", days)


def short_day(day: date, today: date) -> str:
    """ "28 May", with the year where it is not that of `today`."""
    return dates.day(day) if day.year == today.year else dates.day_and_year(day)


def near_day(day: date, today: date) -> str:
    """ "today", "Sunday" within the last week, else "28 May"; within a sentence."""
    ago = (today - day).days
    if ago == 0:
        return trp("when something was", "today")
    return dates.weekday(day) if 0 < ago < dates.WEEK else short_day(day, today)


def use_picker(picker: Picker | None) -> None:
    """A hook: the picker lies over the screen while there is one; Esc closes that alone.

    Flutter's own words in it follow the locale of the page; its hours have to be told.
    """
    state = use_state_of_app()
    if isinstance(picker, ft.TimePicker):
        halves = "a" in locale().time_formats["short"].pattern
        picker.hour_format = ft.TimePickerHourFormat.H12 if halves else ft.TimePickerHourFormat.H24
        if state.large:
            # On a dial large numbers would lie over each other.
            picker.entry_mode = ft.TimePickerEntryMode.INPUT
    ft.use_dialog(picker)
    use_over(picker is not None)


def use_wall_clock(
    at: datetime,
    told: Callable[[datetime], Any],
    *,
    first: date = date(1970, 1, 1),
    last: date = date(2199, 12, 31),
    day_asked: str,
    time_asked: str,
    only_day: bool = False,
) -> Callable[[], None]:
    """A hook: the function it returns asks for a day, then a time, beginning with those of `at`.

    Tells what a clock on the wall would show, without an offset; `only_day` asks for no time.
    """
    step, set_step = ft.use_state("")
    day, set_day = ft.use_state(at.date())

    async def chose_day(event: ft.Event[ft.DatePicker]) -> None:
        value = event.control.value
        if value is None:
            return
        local = value.astimezone() if isinstance(value, datetime) and value.tzinfo else value
        chosen = local.date() if isinstance(local, datetime) else local
        set_day(chosen)
        set_step("" if only_day else "time")
        if only_day:
            await told(datetime.combine(chosen, time()))

    async def chose_time(event: ft.Event[ft.TimePicker]) -> None:
        set_step("")
        await told(datetime.combine(day, event.control.value or time()))

    def left(was: str) -> Callable[[], None]:
        return lambda: set_step(lambda step: "" if step == was else step)

    dialog: Picker | None = None
    if step == "day":
        dialog = ft.DatePicker(
            value=datetime.combine(min(max(day, first), last), time()),
            first_date=datetime.combine(first, time()),
            last_date=datetime.combine(last, time()),
            help_text=day_asked,
            on_change=chose_day,
            on_dismiss=left("day"),
        )
    elif step == "time":
        dialog = ft.TimePicker(
            value=at.time().replace(second=0, microsecond=0),
            help_text=time_asked,
            on_change=chose_time,
            on_dismiss=left("time"),
        )
    use_picker(dialog)

    def ask() -> None:
        set_day(at.date())
        set_step("day")

    return ask


def use_when(at: datetime, now: datetime, told: Told) -> Callable[[], None]:
    """A hook: the function it returns asks when something was, and tells the moment.

    A moment that is still ahead is told as `now`.
    """

    async def chosen(wall: datetime) -> None:
        await told(min(wall.astimezone(), now))

    return use_wall_clock(
        at,
        chosen,
        last=now.date(),
        day_asked=tr("Which day was it?"),
        time_asked=tr("About what time?"),
    )
