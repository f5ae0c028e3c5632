"""No test is timed: what else the machine does at the time is no matter of the app.

Each begins in English, whatever another has spoken.
"""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.spoken import silent

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    yield
    silent()
