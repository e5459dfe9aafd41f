"""Rate: how much did you enjoy each of three moments?"""

import ipywidgets
import traitlets

from rolekit.base.ui.panel import Panel
from rolekit.base.ui.slider import Slider
from rolekit.weather.enjoyment import MOMENTS, Moment
from rolekit.weather.panels.controls import text
from rolekit.weather.panels.stand_in import PICTURES


class Rate(Panel):
    """Three sliders for the moments of "morning" or "afternoon"; `ratings` is what they say."""

    picture, picture_text = PICTURES["Rate"]
    ratings = traitlets.Dict()

    def __init__(self, part: str) -> None:
        sliders = ipywidgets.GridBox([self._slider(m) for m in MOMENTS if m.part == part])
        sliders.add_class("rk-statements")
        super().__init__([text("How much did you enjoy it, from 0 to 100?"), sliders])

    def _slider(self, moment: Moment) -> Slider:
        slider = Slider(label=moment.question)

        def rate(change: dict[str, object]) -> None:
            self.ratings = {**self.ratings, moment.id: change["new"]}

        slider.observe(rate, "value")
        return slider
