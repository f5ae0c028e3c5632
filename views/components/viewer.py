"""A drawing to look at closely: to zoom, to move on by keys, and to take a picture of."""

from functools import partial
from typing import Any, Final

import flet as ft

from domain.language import tr
from views.components.kit import icon_button
from views.sharing import share_picture
from views.state import State

ZOOM: Final = 1.4


class Eye:
    """What looks at a drawing: keeps hold of its zoom and of its picture."""

    def __init__(self) -> None:
        self._viewer: ft.Ref[ft.InteractiveViewer] = ft.Ref()
        self._picture: ft.Ref[ft.Screenshot] = ft.Ref()

    async def zoom(self, by: float) -> None:
        """So many times nearer."""
        if self._viewer.current:
            await self._viewer.current.zoom(by)

    async def whole(self) -> None:
        """All of it again."""
        if self._viewer.current:
            await self._viewer.current.reset()

    async def share(self, state: State, name: str) -> None:
        """Hand a picture of it to whatever this device shares with."""
        if self._picture.current:
            await share_picture(state, await self._picture.current.capture(pixel_ratio=3), name)

    def looking_at(
        self,
        identifier: str,
        said: str,
        drawing: ft.Control,
        width: float,
        height: float,
        on_key: Any,
        head: float = 0,
    ) -> ft.Control:
        """The drawing with what it takes; `said` is what a screen reader says of it.

        Above it is a `head` of so many pixels, where the ways to zoom cover nothing.
        """
        paper = ft.Container(drawing, bgcolor=ft.Colors.SURFACE_CONTAINER_LOW)
        viewer = ft.InteractiveViewer(
            ft.Screenshot(paper, ref=self._picture),
            min_scale=0.6,
            max_scale=3,
            boundary_margin=60,
            ref=self._viewer,
            width=width,
            height=height,
        )
        # What has nothing to scroll, so that arrow keys inside of it don't scroll the page.
        still = ft.Column([viewer], scroll=ft.ScrollMode.HIDDEN)
        heard = ft.KeyboardListener(still, on_key_down=on_key, on_key_repeat=on_key)
        framed = ft.Container(
            ft.Stack(
                [
                    ft.Container(
                        ft.Semantics(
                            identifier=identifier, label=said, container=True, content=heard
                        ),
                        top=head,
                    ),
                    self._zooms(),
                ],
                width=width,
                height=height + head,
            ),
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
            border_radius=20,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        )
        return ft.Row([framed], alignment=ft.MainAxisAlignment.CENTER)

    def _zooms(self) -> ft.Control:
        nearer, further = partial(self.zoom, ZOOM), partial(self.zoom, 1 / ZOOM)
        return ft.Container(
            ft.Row(
                [
                    icon_button("map-nearer", tr("Nearer"), ft.Icons.ADD_ROUNDED, nearer),
                    icon_button("map-further", tr("Further"), ft.Icons.REMOVE_ROUNDED, further),
                    icon_button(
                        "map-whole", tr("All of it"), ft.Icons.ZOOM_OUT_MAP_ROUNDED, self.whole
                    ),
                ],
                spacing=0,
                tight=True,
            ),
            right=4,
            top=4,
            border_radius=24,
            bgcolor=ft.Colors.with_opacity(0.9, ft.Colors.SURFACE_CONTAINER_LOW),
        )
