"""Journals of other sizes than the sample: made of it, for pictures and for measures."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from domain.entries import CheckIn
from domain.sample import sample_entries
from domain.sample.check_ins import DAYS

MANY: Final = 20_000


def ten_years(now: datetime) -> tuple[CheckIn, ...]:
    """The sample's check-ins of two years again and again: 20,000 of ten years, in order."""
    two = [one for one in sample_entries(now) if isinstance(one, CheckIn)]
    eras = [timedelta(days=DAYS * (place // 3), minutes=place % 3) for place in range(15)]
    found = [
        replace(one, id=f"{one.id}-{era}", at=one.at - early, logged_at=one.logged_at - early)
        for era, early in enumerate(eras)
        for one in two
    ]
    ordered = sorted(found, key=lambda one: (one.at, one.id))
    # Seven of eight are 20,000 and some.
    return tuple(one for place, one in enumerate(ordered) if place % 8)[-MANY:]
