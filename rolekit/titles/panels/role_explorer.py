"""Two titles side by side: where do they differ most, in everything that was counted?"""

import ipywidgets

from rolekit.base.tables import load_table
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.record.instrument import SIDES
from rolekit.titles.figures.role_differences import role_differences
from rolekit.titles.shares import CATEGORIES, differences
from rolekit.titles.sides import name_of, roles_of
from rolekit.titles.words import describe_differences

ROWS = 12  # shown at a time
# Neighbours of the two that are guessed at, so that a page that is just opened spoils no guess.
START = [name_of(roles_of(side)[1]) for side in SIDES]
EVERYTHING = "Everything"
NO_MATCH = "Nothing {} matches \u201c{}\u201d. Try a shorter word, or choose Everything."
NOTHING = "Nothing {} was counted for both titles. Choose another title, or Everything."


class RoleExplorer(Panel):
    """Two of ten titles and their differences, with a filter and a search."""

    def __init__(self) -> None:
        titles = {row["name"]: row["id"] for row in load_table("roles")}
        kinds = {EVERYTHING: "", **{name: id for id, name in CATEGORIES.items()}}
        self._ids = titles | kinds
        self._one = Choice(label="Compare", options=list(titles), value=START[0])
        self._other = Choice(label="with", options=list(titles), value=START[1])
        self._category = Choice(label="Category", options=list(kinds), value=EVERYTHING)
        self._search = ipywidgets.Text(
            description="Search",
            placeholder="SQL, cloud ... then Enter",
            continuous_update=False,
        )
        self._more = button("More rows", self._go_on)
        self._reply = Sentence()
        self._picture = Picture()
        self._below = ipywidgets.VBox()
        super().__init__(
            [
                row(self._one, self._other, self._category, self._search),
                row(self._more, self._reply),
                self._below,
            ]
        )
        for control in (self._one, self._other, self._category, self._search):
            control.observe(lambda _: self._begin(), "value")
        self._begin()

    def __repr__(self) -> str:
        return f"RoleExplorer({self._one.value}, {self._other.value})"

    def _begin(self) -> None:
        self._first = 0
        self._show()

    def _go_on(self) -> None:
        """Show the next rows; after the last come the first."""
        self._first += ROWS
        self._show()

    def _show(self) -> None:
        """Bring rows, picture and words in line with what was chosen."""
        names = (self._one.value, self._other.value)
        one, other = (self._ids[name] for name in names)
        category, search = self._category.value, self._search.value.strip()
        found = differences(one, other, self._ids[category], search) if one != other else ()
        if self._first >= len(found):
            self._first = 0
        shown = found[self._first : self._first + ROWS]
        self._more.disabled = len(found) <= ROWS
        self._below.children = (self._picture,) if shown else ()
        if one == other:
            self._reply.text = "Choose two different titles."
        elif not found:
            where = "here" if category == EVERYTHING else f"in {category}"
            self._reply.text = (NO_MATCH if search else NOTHING).format(where, search)
        else:
            self._reply.text = (
                f"Rows {self._first + 1} to {self._first + len(shown)} of {len(found)}. Largest "
                "gaps first, each counted at the least it could plausibly be."
            )
            self._picture.show(
                role_differences(shown, one, other), describe_differences(shown, one, other)
            )
