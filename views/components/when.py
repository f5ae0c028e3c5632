"""Days and times in words, and asking for them."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta

import flet as ft

Told = Callable[[datetime | None], Awaitable[None]]


def clock(at: datetime) -> str:
    """The time in the offset in which it happened."""
    return f"{at:%H:%M}"


def day_title(day: date, today: date | None = None) -> str:
    """A day in words: "Tuesday 9 June", with the year where it is not that of `today`."""
    words = f"{day:%A} {day.day} {day:%B}"
    return words if today is None or day.year == today.year else f"{words} {day.year}"


def day_in_words(day: date, today: date) -> str:
    """The same, or "Today" and "Yesterday"."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    return day_title(day, today)


def stretch_in_words(first: date, last: date) -> str:
    """The days from first to last: "4 to 5 June", "30 May to 2 June", with a year where needed."""
    end = f"{last.day} {last:%B}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {first:%B}{year} to {end}" + (f" {last.year}" if year else "")


def use_when(at: datetime, now: datetime, told: Told) -> Callable[[], None]:
    """A hook: the function it returns asks for a day, then a time, and tells the moment.

    A moment that is still ahead is told as `now`.
    """
    step, set_step = ft.use_state("")
    day, set_day = ft.use_state(at.date())

    def chose_day(event: ft.Event[ft.DatePicker]) -> None:
        value = event.control.value
        if value is not None:
            local = value.astimezone() if isinstance(value, datetime) and value.tzinfo else value
            set_day(local.date() if isinstance(local, datetime) else local)
            set_step("time")

    async def chose_time(event: ft.Event[ft.TimePicker]) -> None:
        value = event.control.value or time()
        set_step("")
        await told(min(datetime.combine(day, value).astimezone(), now))

    def left(was: str) -> Callable[[], None]:
        return lambda: set_step(lambda step: "" if step == was else step)

    dialog: ft.DialogControl | None = None
    if step == "day":
        dialog = ft.DatePicker(
            value=datetime.combine(day, time()),
            first_date=datetime(1970, 1, 1),  # noqa: DTZ001
            last_date=datetime.combine(now.date(), time()),
            help_text="Which day was it?",
            on_change=chose_day,
            on_dismiss=left("day"),
        )
    elif step == "time":
        dialog = ft.TimePicker(
            value=at.time().replace(second=0, microsecond=0),
            help_text="About what time?",
            hour_format=ft.TimePickerHourFormat.H24,
            on_change=chose_time,
            on_dismiss=left("time"),
        )
    ft.use_dialog(dialog)

    def ask() -> None:
        set_day(at.date())
        set_step("day")

    return ask
