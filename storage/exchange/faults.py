"""What can be wrong with a file that was handed over."""

from domain.journal import JournalError
from domain.language import N_
from domain.moving_in.record import SIZE_MAX


class UnreadableError(JournalError):
    """A file that can't be read; nothing was changed."""


class BadFieldError(ValueError):
    """A row that can't be understood; its text is a reason for the person."""


def too_large() -> UnreadableError:
    """What to say of a file without end."""
    return UnreadableError(N_("This file holds more than {count} megabytes."), count=SIZE_MAX >> 20)


def not_ours() -> UnreadableError:
    """What to say of a file that nobody knows: it names those that somebody does."""
    return UnreadableError(
        N_(
            "This is no file that Meanwhile can read: it reads its own, and those of Daylio, "
            "How We Feel, Bearable, Pixels, Presently, Day One, Daily You and My Brain."
        )
    )
