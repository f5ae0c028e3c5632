"""Handing out and in: the files of a journal, of any keeper."""

from collections.abc import Sequence
from datetime import datetime

from domain.entries import Entry, Settings
from domain.keeper import Format
from domain.moving_in.record import Found, Heard
from domain.sessions import Course
from storage.exchange import age, recognise, writing


class Handing:
    """What a keeper does with files; none of it needs the journal."""

    def write(self, format: Format, entries: Sequence[Entry]) -> bytes:
        """The file of these entries in a format."""
        return writing.write(format, entries)

    def sealed(self, content: bytes, passphrase: str) -> bytes:
        """A file in the age format, for that passphrase."""
        return age.sealed(content, passphrase)

    def read(
        self, content: bytes, zone: str, passphrase: str = "", heard: Heard | None = None
    ) -> Found:
        """What a file tells. Raises as `recognise.read`."""
        return recognise.read(content, zone, passphrase, heard)

    def calendar(self, settings: Settings, course: Course, now: datetime, zone: str) -> bytes:
        """A file for a calendar, of what is to be reminded of after `now`."""
        # icalendar takes a fifth of the time that all of storage takes to load, and few need it.
        from storage.exchange import calendar

        return calendar.calendar(settings, course, now, zone)
