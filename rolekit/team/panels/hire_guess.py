"""Three invented teams, and the question which hire each of them needs: guess, then see."""

from typing import ClassVar

import ipywidgets

from rolekit.base.plot.marks import TEAM, invented
from rolekit.base.sentences import judged
from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.radio import Radio
from rolekit.base.ui.sentence import Sentence
from rolekit.team.figures.gap_bars import gap_bars
from rolekit.team.figures.team_coverage import team_coverage
from rolekit.team.figures.team_map import team_map
from rolekit.team.invented import Story, load_stories
from rolekit.team.words import describe_closing, describe_team

QUESTION = "Which hire alone would close most of what this team lacks?"


class HireGuess(Panel):
    """An invented team with its coverage, a guess, and then what each hire would close."""

    story_id: ClassVar[str]

    def __init__(self) -> None:
        """Begin with the guess."""
        self.story: Story = next(one for one in load_stories() if one.id == self.story_id)
        told = ipywidgets.HTML(f"<p><b>{self.story.title}.</b> {self.story.told}</p>")
        strip = Picture()
        strip.show(invented(team_coverage(self.story.team), TEAM), describe_team(self.story.team))
        self._hires = list(self.story.vacancies)
        self._guess = Radio(label=QUESTION, options=[[hire, ""] for hire in self._hires])
        self._ask = row(button("Show me", self._open))
        self._answer = Sentence()
        self._bars, self._map = Picture(), Picture()
        self._given = (told, strip, self._guess)
        super().__init__([*self._given, self._ask])

    def _open(self) -> None:
        story, closes, best = self.story, self.story.closes, self.story.best
        wish = closes[story.called(story.wish)]
        guess = None if self._guess.value is None else self._hires[self._guess.value]
        is_right = guess == best.vacancy
        truth = "nobody would close more" if is_right else f"{_said(best.vacancy)} would close most"
        self._answer.text = f"{judged(guess and _said(guess), is_right, truth)} {story.moral}"
        after = describe_closing(story.gap, [best])
        listed = "; ".join(f"{step.vacancy} {step.gain:.0f}" for step in closes.values())
        self._bars.show(
            invented(gap_bars(story.gap, best.gap, best.vacancy), TEAM),
            f"{after} What they had in mind, {wish.vacancy}, would close {wish.gain:.0f}. Each "
            f"hire alone, in points: {listed}.",
        )
        names = ", ".join(f"{i} {one.name}" for i, one in enumerate(story.team.people, start=1))
        self._map.show(
            invented(team_map(story.team), TEAM), f"The five on the map, among the roles: {names}."
        )
        self.children = (*self._given, self._answer, self._bars, self._map)


def _said(hire: str) -> str:
    """Return a hire as a sentence says it: another Noor, an ML engineer, a data scientist."""
    is_acronym = hire[:2].isupper()
    name = hire if is_acronym else hire[0].lower() + hire[1:]
    return name if name.startswith("another") else f"{'an' if is_acronym else 'a'} {name}"


class StartUp(HireGuess):
    """Five analysts and no service."""

    story_id = "start_up"


class Platform(HireGuess):
    """A platform without a question."""

    story_id = "platform"


class Balanced(HireGuess):
    """A balanced team that would like to have one of its people twice."""

    story_id = "balanced"
