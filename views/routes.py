"""The places of the app: all of them, and those that there are without a journal."""

from functools import partial
from importlib import import_module

import flet as ft

from domain.language import tr
from views.about import About
from views.add_more import AddMore
from views.backup import BackupPlace
from views.backups import Backups
from views.bring import Bring, PointPlace
from views.carry_away import CarryAway
from views.components.frame import screen
from views.components.kit import button
from views.components.navigation import NEUTRAL, go
from views.entries import Entries, EntryPlace
from views.erase import Erase, EraseLast
from views.export import Export
from views.first_run import STEPS, FirstLock, FirstPromises, FirstRun
from views.licences import Licence, Licences
from views.lock import LockPlace
from views.lock_settings import LockSettings
from views.lock_steps import LockChange, LockCode, LockNew, LockOff
from views.looking_back import LookBack, LookEntry, LookPlace
from views.moment import NewMoment
from views.month import Month
from views.move_in import MoveIn
from views.part_form import EditPart, NewPart
from views.parts import MapPlace, PartPlace, Parts
from views.pause import PausePlace
from views.people import People, PeopleList, PersonPlace
from views.person_form import EditPerson, NewPerson
from views.plan import Plan
from views.prepare import Prepare
from views.privacy import Privacy
from views.questions import Questions
from views.reminders import RemindersPlace
from views.reminders_nudge import NudgePlace
from views.room import Room
from views.sessions import SessionPlace, Sessions
from views.settings import SettingsPlace
from views.sheet import PaperPlace, SheetPlace
from views.sitting import SittingPlace
from views.state import use_state_of_app
from views.steady import Steady
from views.support import Support
from views.theme import text
from views.today import Today
from views.ways import Ways


@ft.component
def NotFound() -> ft.View:
    """A place that does not exist."""
    return screen(
        use_state_of_app(),
        tr("Nothing here"),
        [
            text(tr("There is no such place in Meanwhile.")),
            ft.Row([button("to-today", tr("Go to Today"), partial(go, "/"))], wrap=True),
        ],
    )


def load_again() -> None:
    """Begin anew, where Python is in the page."""
    import_module("flet_js").again()


@ft.component
def Refused() -> ft.View:
    """No journal could be opened: one sentence that says why, and nothing to write into."""
    state = use_state_of_app()
    said = text(state.refused)
    again = ft.Row([button("load-again", tr("Load this page again"), load_again)], wrap=True)
    return screen(
        state,
        "Meanwhile",
        [
            ft.Semantics(identifier="refused", content=said),
            *([again] if ft.context.page.pyodide else []),
        ],
    )


EVERYWHERE = [
    ft.Route(path=NEUTRAL, component=Month, modal=True),
    ft.Route(path="/support", component=Support, modal=True),
    ft.Route(path="/steady", component=Steady, modal=True),
]
ROUTES = [
    *EVERYWHERE,
    ft.Route(
        path="/",
        component=Today,
        children=[
            ft.Route(path="add/:id/:at?", component=AddMore),
            ft.Route(
                path="entries",
                component=Entries,
                children=[ft.Route(path=":id", component=EntryPlace)],
            ),
            ft.Route(
                path="look-back",
                component=LookBack,
                children=[
                    ft.Route(path="look/:look", component=LookPlace),
                    ft.Route(path=":id", component=LookEntry),
                ],
            ),
            ft.Route(
                path="bring",
                component=Bring,
                children=[
                    ft.Route(
                        path="prepare",
                        component=Prepare,
                        children=[
                            ft.Route(
                                path="sheet",
                                component=SheetPlace,
                                children=[ft.Route(path="paper", component=PaperPlace)],
                            )
                        ],
                    ),
                    ft.Route(path=":id", component=PointPlace),
                ],
            ),
            ft.Route(
                path="parts",
                component=Parts,
                children=[
                    ft.Route(path="map", component=MapPlace),
                    ft.Route(path="new", component=NewPart),
                    ft.Route(
                        path=":id",
                        component=PartPlace,
                        children=[
                            ft.Route(path="edit", component=EditPart),
                            ft.Route(path="sit/:other?", component=SittingPlace),
                        ],
                    ),
                ],
            ),
            ft.Route(
                path="people",
                component=People,
                children=[
                    ft.Route(path="list", component=PeopleList),
                    ft.Route(path="new", component=NewPerson),
                    ft.Route(
                        path=":id",
                        component=PersonPlace,
                        children=[
                            ft.Route(path="edit", component=EditPerson),
                            ft.Route(path="moment", component=NewMoment),
                        ],
                    ),
                ],
            ),
            ft.Route(path="moment", component=NewMoment),
            ft.Route(path="room", component=Room),
            ft.Route(
                path="sessions",
                component=Sessions,
                children=[
                    ft.Route(path="plan/:id/:therapy?", component=Plan),
                    ft.Route(path=":id/:way?", component=SessionPlace),
                ],
            ),
            ft.Route(
                path="settings",
                component=SettingsPlace,
                children=[
                    ft.Route(path="about", component=About),
                    ft.Route(path="export", component=Export),
                    ft.Route(path="privacy", component=Privacy),
                    ft.Route(
                        path="licences",
                        component=Licences,
                        children=[ft.Route(path=":name", component=Licence)],
                    ),
                    ft.Route(path="move-in", component=MoveIn),
                    ft.Route(
                        path="lock",
                        component=LockSettings,
                        children=[
                            ft.Route(path="new", component=LockNew),
                            ft.Route(path="change", component=LockChange),
                            ft.Route(path="code", component=LockCode),
                            ft.Route(path="off", component=LockOff),
                        ],
                    ),
                    ft.Route(
                        path="backups",
                        component=Backups,
                        children=[
                            ft.Route(path="carry/:way?", component=CarryAway),
                            ft.Route(path=":name", component=BackupPlace),
                        ],
                    ),
                    ft.Route(
                        path="erase",
                        component=Erase,
                        children=[ft.Route(path=":what", component=EraseLast)],
                    ),
                    ft.Route(path="questions", component=Questions),
                    ft.Route(
                        path="reminders",
                        component=RemindersPlace,
                        children=[ft.Route(path=":id", component=NudgePlace)],
                    ),
                    ft.Route(path="pause", component=PausePlace),
                    ft.Route(path="ways", component=Ways),
                ],
            ),
        ],
    ),
    # Where a browser's Back leads after the first run.
    *(ft.Route(path=step, component=Today) for step in STEPS[1:]),
    ft.Route(path="/:place*", component=NotFound),
]
FIRST_ROUTES = [
    *EVERYWHERE,
    ft.Route(
        path="/",
        component=FirstRun,
        children=[
            ft.Route(
                path="yours",
                component=FirstPromises,
                children=[ft.Route(path="lock", component=FirstLock)],
            )
        ],
    ),
    ft.Route(path="/:place*", component=FirstRun),
]
REFUSED_ROUTES = [*EVERYWHERE, ft.Route(path="/:place*", component=Refused)]
LOCKED_ROUTES = [*EVERYWHERE, ft.Route(path="/:place*", component=LockPlace)]
