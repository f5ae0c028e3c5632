"""About 1,600 invented check-ins of two years, the same each time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import cycle
from random import Random
from typing import Any, Final

from domain.entries import CANT_TELL, STEPS, Answer, CheckIn
from domain.language import N_, tr
from domain.sample.making import midnight_of, ulid
from domain.words import QUARTERS, body_words, quarter_of, quarters

DAYS: Final = 730
GAP: Final = range(301, 322)
TODAY: Final = (timedelta(hours=8, minutes=10), timedelta(hours=10, minutes=45))

# Plain sentences that could be anyone's: three voices by how the moment felt.
EASY: Final = (
    N_("Nana rang just to tell me about the figs. Forty minutes 🌿"),
    N_("The cat slept on my feet through the whole film."),
    N_("Choir again. Nobody asked how I am, they just made room on the bench."),
    N_("Wheelchair lift worked on the first try. Small thing, big grin."),
    N_("Said no to the extra shift and the sky stayed up."),
    N_("Zoë brought soup and left before I had to be good company."),
    N_("First time using my name on a form. My actual name 💜"),
    N_("Iftar with the neighbours, their little one fell asleep on my coat."),
    N_("Walked home the long way, the lime trees are out."),
    N_("My supervisor asked what I thought, and then used it."),
    N_("Kofi danced in the kitchen with the oven gloves on 😂"),
    N_("Finished the mosaic. It's crooked and it's mine."),
    N_("Mamá laughed at my accent, and I laughed too, we're both rusty."),
    N_("Slept eight hours. Eight!"),
    N_("The dog met a snail. Neither of them knew what to do."),
    N_("Quiet morning prayer, and for once my head came along."),
    N_("My wife and I read aloud to each other, she does the voices."),
    N_("Signed with Noor at the café, no one stared, or I didn't notice."),
    N_("Allotment. Radishes. Mud up to the elbows."),
    N_("Grandson taught me to send a voice note. I sent eleven."),
    N_("Passed the language exam!! B1, čeština, I can't believe it."),
    N_("Someone on the bus offered help and waited for my answer."),
    N_("Film club laughed in all the places I laughed."),
    N_("Rain on the tent. Nothing to do at all."),
)
HARD: Final = (
    N_("Third letter from the benefits office. I haven't opened it."),
    N_("Dad asked who I was, then asked if I'd eaten. I don't know which one got me."),
    N_("They used the old name at dinner, all of them, as if they'd agreed on it."),
    N_("Everyone at work went for drinks. I heard about it from the photos."),
    N_("Flare-up. Cancelled on Ines for the third time and typed sorry four ways."),
    N_("Rent is going up. Did sums at 3 in the morning."),
    N_("I snapped at the kids over a shoe. It wasn't about the shoe."),
    N_("Nobody here pronounces Nguyễn and today I was too tired to help."),
    N_("The flat is so quiet since Biscuit died. His bowl is still out."),
    N_("Sat in the car outside the hospital for a while before going in."),
    N_("Long call with my brother. We both got louder."),
    N_("Panic over the presentation, hands all over the place."),
    N_("Felt like a guest in my own family."),
    N_("The lift is broken again, so I'm in, and everyone else is out."),
    N_("Retired eight months, and Mondays still land on me."),
    N_("Missed the last train, cried a bit at the platform, got a taxi I can't afford."),
    N_("He read my message and didn't answer. It's been two days."),
    N_("Church was full, and I've never felt so far from everyone."),
    N_("My visa date moved again. Packing and unpacking in my head."),
    N_("Angry. Properly angry. Stamped round the park twice."),
    N_("Too much noise, too many lights, went home at lunch."),
    N_("Mum's carer called in sick so that's my day gone."),
    N_("I said I was fine so fast that nobody could've caught it."),
    N_("Exam hall. Read the first question nine times."),
)
ANY: Final = (
    N_("Bus, supermarket, home. An ordinary day with a heron in it."),
    N_("Would like to say this on Thursday, but not sure how yet."),
    N_("Half of me wants to go to the wedding, half of me has already left it."),
    N_("Ate lunch standing up again."),
    N_("Wrote to Søren after two years. Sent it. Now we'll see."),
    N_("New tablets for my joints, more tired than usual, nothing else to tell."),
    N_("Can't tell if this is hunger or feelings 🤷🏽"),
    N_("Late shift, the ward was calm, I wasn't."),
    N_("Moved the sofa. It helps, I don't know how."),
    N_("Visited the mosque in my old street. Same carpet, new shoes."),
    N_("Ten years since we came here. Made pierogi."),
    N_("Dreamt of the old house again, the yellow kitchen."),
    N_("Today I was three people by noon."),
    N_("It's snowing ❄️ and that's all I have to say."),
)


def check_ins(today: datetime) -> Iterator[CheckIn]:
    """About 1,600 check-ins of the two years up to `today` (aware), in the order of their ids."""
    random = Random(20)
    notes = [_in_turn(random, EASY, ANY), _in_turn(random, HARD, ANY)]
    easy = energy = 4.0
    for number, (at, logged_at) in enumerate(_times(today, random)):
        easy = _drifted(easy, random)
        energy = _drifted(energy, random)
        answers = _answers((_step(easy), _step(energy)), random)
        if not answers or random.random() < 0.2:
            answers["note"] = tr(next(notes[easy < 4]))
        id = ulid(logged_at, number, random)
        yield CheckIn(id=id, at=at, logged_at=logged_at, **answers)


def _in_turn(random: Random, *pools: tuple[str, ...]) -> Iterator[str]:
    notes = [note for pool in pools for note in pool]
    random.shuffle(notes)
    return cycle(notes)


def _times(today: datetime, random: Random) -> list[tuple[datetime, datetime]]:
    """When each happened and when it was logged, in the order of logging."""
    times = []
    for ago in range(DAYS, 0, -1):
        midnight = midnight_of(today, ago)
        some = list(_of_day(midnight, random))
        if ago not in GAP and random.random() > 0.09:
            times += some
    morning = [midnight_of(today, 0) + minutes for minutes in TODAY]
    times += [(at, at) for at in morning]
    return sorted((one for one in times if one[1] <= today), key=lambda one: one[1])


def _of_day(midnight: datetime, random: Random) -> Iterator[tuple[datetime, datetime]]:
    for _ in range(random.choices((1, 2, 3, 4, 6), (20, 35, 26, 15, 4))[0]):
        # From half past six until two at night.
        at = midnight + timedelta(minutes=int(random.triangular(390, 1560, 1150)))
        recalled = random.random() < 0.06
        yield at, at + timedelta(minutes=random.randint(25, 700) if recalled else 0)


def _drifted(level: float, random: Random) -> float:
    return level + (4.1 - level) * 0.2 + random.gauss(0, 1.15)


def _step(level: float) -> int:
    return min(max(round(level), 1), STEPS)


def _answers(place: tuple[int, int], random: Random) -> dict[str, Any]:
    """What was answered at that place of the pad; at times nothing at all."""
    chance = random.random()
    if chance < 0.04:
        return {}
    answers: dict[str, Any] = dict(zip(("pleasantness", "energy"), place, strict=True))
    if chance < 0.08:
        answers[random.choice(("pleasantness", "energy"))] = CANT_TELL
    if random.random() < 0.7:
        answers["connection"] = _connection(place[0], random)
    if random.random() < 0.55:
        answers["feelings"] = _feelings(place, random)
    if random.random() < 0.2:
        answers["body"] = tuple(random.sample(body_words(), random.randint(1, 2)))
    return answers


def _connection(pleasantness: int, random: Random) -> Answer:
    if random.random() < 0.04:
        return CANT_TELL
    return _step(pleasantness + random.gauss(0, 1.6))


def _feelings(place: tuple[int, int], random: Random) -> tuple[str, ...]:
    near = quarters()[QUARTERS.index(quarter_of(*place))]
    return tuple(random.sample((*near, *quarters()[-1]), random.choice((1, 1, 2, 2, 3))))
