"""The texts that the app says more than once, word for word."""

from typing import Final

from domain.language import N_

NOTEBOOK: Final = N_(
    "This is a private notebook. It is not therapy and not medical advice, and nobody reads or "
    "monitors what you write."
)
NOW: Final = N_(
    "If you might act on thoughts of harming yourself or someone else, or you are not safe where "
    "you are, contact emergency services or a crisis line now."
)
THERAPIST: Final = N_("Your therapist only sees what you choose to show them.")
REVIEW: Final = N_("No clinician has reviewed the texts of this app yet.")
IFS: Final = N_("Parts-inspired, not affiliated with the IFS Institute.")
NOT_A_TEST: Final = N_("The questions are the app's own: a personal note, not a test.")
RECORD: Final = N_("What a therapist keeps of it becomes part of their record of you.")
LOOKING_INWARD: Final = N_(
    "If looking inward tends to leave you spaced out, losing time, frightened by what you hear or "
    "believe, or with urges to hurt yourself, do parts work with your therapist rather than alone."
)
