"""How much each of six moments was enjoyed, beside what was said before."""

import traitlets

from rolekit.base.ui.panel import Panel, grid
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.slider import Slider
from rolekit.record.answers import Answers
from rolekit.record.panels.code_entry import own_code
from rolekit.record.response import Response
from rolekit.weather.enjoyment import MOMENTS, Moment, compare
from rolekit.weather.figures.enjoyed import enjoyed_spec
from rolekit.weather.panels.controls import text
from rolekit.weather.words import describe_enjoyed


class Rate(Panel):
    """Three sliders for the moments of "morning" or "afternoon"; `ratings` is what they say."""

    ratings = traitlets.Dict()

    def __init__(self, part: str) -> None:
        sliders = grid("rk-statements", [self._slider(m) for m in MOMENTS if m.part == part])
        super().__init__([text("How much did you enjoy it, from 0 to 100?"), sliders])

    def _slider(self, moment: Moment) -> Slider:
        slider = Slider(label=moment.question)

        def rate(change: dict[str, object]) -> None:
            self.ratings = {**self.ratings, moment.id: change["new"]}

        slider.observe(rate, "value")
        return slider


class Enjoyed(Panel):
    """Follows the ratings of both half-days, and takes a code with the answers of before."""

    def __init__(self, *rates: Rate) -> None:
        self._rates, self._answers = rates, Answers()
        self._shown = Picture()
        self._own = own_code(self._use)
        super().__init__([])
        for rate in rates:
            rate.observe(lambda _: self._show(), "ratings")
        self._show()

    def _use(self, response: Response | None) -> None:
        self._answers = response.answers if response else Answers()
        self._show()

    def _show(self) -> None:
        ratings = {name: value for rate in self._rates for name, value in rate.ratings.items()}
        found = compare(ratings, self._answers)
        told = describe_enjoyed(found)
        self._shown.show(enjoyed_spec(found), told)
        is_rated = any(one.liked is not None for one in found)
        self.children = (*self._own, self._shown if is_rated else text(told))
