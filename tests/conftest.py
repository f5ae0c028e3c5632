"""No test is timed: what else the machine does at the time is no matter of the app."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
