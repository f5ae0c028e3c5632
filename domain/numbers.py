"""Numbers in the digits and the order of the locale."""

from babel.numbers import format_decimal

from domain.language import locale


def number(count: int) -> str:
    """ "1,234"."""
    return format_decimal(count, locale=locale())
