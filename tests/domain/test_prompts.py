"""The questions, as they are shipped."""

import pytest

from domain.prompts import following, prompt, prompts


@pytest.mark.parametrize(
    ("set", "count"),
    [("before_session", 20), ("after_session", 15), ("session_missed", 6), ("nothing", 0)],
)
def test_the_sets(set: str, count: int) -> None:
    assert len(prompts(set)) == count
    assert all(one.set == set for one in prompts(set))


def test_no_question_says_what_the_app_never_says() -> None:
    for set in ("before_session", "after_session", "session_missed", "connection", "parts"):
        for one in prompts(set):
            words = one.text.casefold().replace("?", " ").split()
            assert not {"should", "must", "why", "no-show", "missed!"} & {*words}, one.text


def test_one_is_found_by_its_id() -> None:
    assert prompt("M01").text.startswith("The session didn't happen.")
    with pytest.raises(KeyError):
        prompt("Z99")


def test_after_the_last_comes_the_first() -> None:
    every = prompts("session_missed")
    assert following(every, "M01").id == "M02"
    assert following(every, every[-1].id).id == following(every, "").id == "M01"
