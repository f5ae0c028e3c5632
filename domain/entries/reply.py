"""What was written to a prompt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """What was written to a prompt: its id, its text as it was shown, the answer.

    In a sitting with two parts `part` says whose answer it is. `declined`: the part didn't want
    to answer, which is an answer too. A text that is empty otherwise was passed over.
    """

    prompt: str
    asked: str
    text: str
    part: str = ""
    declined: bool = False
