"""The first part of a team: who is in it, and whether everybody has agreed to be shown."""

from collections.abc import Callable

import ipywidgets

from rolekit.base.ui.choice import Choice
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.paste_box import PasteBox
from rolekit.base.ui.sentence import Sentence
from rolekit.base.ui.start_over import StartOver
from rolekit.errors import TeamError
from rolekit.team.kept import to_csv
from rolekit.team.panels.team_state import TeamState
from rolekit.team.pasted import LONGEST, read_people
from rolekit.team.team import Team

CONSENT = "<p><b>Only with each person's agreement, and not for assessment.</b></p>"
INITIALS, AS_PASTED = "initials", "as pasted"
INVENTED = "This is an invented team, to give you something to look at. Nobody gave these answers."


class TeamEntry(Panel):
    """A field for names and codes, a file that was kept, and the question whether all agree."""

    def __init__(self, state: TeamState) -> None:
        """Set the team of a state."""
        self._state = state
        self._box = PasteBox(
            label="Who is in the team?",
            help="Paste a name, real or not, and a response code for each person: a list, a table "
            "or a chat. Or paste the text of a saved team.",
            button="Add them",
            opens="Open a saved team",
            lines=5,
            most=LONGEST,
        )
        self._consent = ipywidgets.HTML(CONSENT)
        self._names = Choice(label="Names", options=[INITIALS, AS_PASTED], value=INITIALS)
        self._one = Choice(label="One person", options=[], value="")
        self._name = ipywidgets.Text(description="New name")
        self._change = row(
            self._one,
            self._name,
            button("Rename", self._rename),
            button("Remove", self._remove),
        )
        self._agreed = ipywidgets.Checkbox(
            description="Everybody has agreed that names and single scores are shown here",
            indent=False,
        )
        self._reply, self._said = Sentence(), Sentence()
        self._file = Handout(name="my-team.csv", kind="text/csv", label="the team for yourself")
        self._box.observe(lambda _: self._paste(), "sent")
        self._agreed.observe(lambda _: self._agree(), "value")
        self._start_over = StartOver(self._whom, self._begin)
        super().__init__([])
        state.observe(lambda _: self._show(), "own")
        self._show()

    def _paste(self) -> None:
        if self._box.is_too_long:
            self._reply.text = f"This text has {self._box.size:,} characters, far more than a team."
        else:
            self._box.text = self._take(self._box.text)

    def _take(self, text: str) -> str:
        """Add the people in a text; return what could not be read, to be put right."""
        if not text.strip():
            self._reply.text = "Paste a name and a code first."
            return text
        try:
            read = read_people(text, self._state.own or Team(), self._names.value == INITIALS)
        except TeamError as problem:
            self._reply.text = str(problem)
            return text
        if read.people:
            self._state.join(read.people, bool(self._agreed.value))
        added = f"{len(read.people)} added." if read.people else "Nobody added."
        reasons = " ".join(dict.fromkeys(reason for _, reason in read.problems))
        self._reply.text = f"{added} {reasons}".strip()
        return "\n".join(line for line, _ in read.problems)

    def _rename(self) -> None:
        self._alter(lambda team: team.renamed(self._one.value, self._name.value), "renamed")

    def _remove(self) -> None:
        self._alter(lambda team: team.without(self._one.value), "removed")

    def _alter(self, change: Callable[[Team], Team], done: str) -> None:
        """Put another team in the place of this one, or say why it cannot be."""
        name = self._one.value
        try:
            team = change(self._state.own or Team())
        except TeamError as problem:
            self._reply.text = str(problem)
        else:
            self._reply.text, self._name.value = f"{name} is {done}.", ""
            self._state.own = team if team.people else None

    def _agree(self) -> None:
        self._state.join((), bool(self._agreed.value))

    def _whom(self) -> str:
        return f"this team of {len(self._state.own.people)}" if self._state.own else ""

    def _begin(self) -> None:
        self._state.own, self._reply.text = None, ""
        self._agreed.value = False

    def _show(self) -> None:
        own = self._state.own
        shown = [self._consent, self._box, row(self._names), self._reply, self._agreed, self._said]
        if own is None:
            self._said.text = INVENTED
        else:
            names = [one.name for one in own.people]
            self._said.text = f"In the team: {', '.join(names)}."
            self._one.options = names
            self._one.value = self._one.value if self._one.value in names else names[0]
            self._file.content = to_csv(own)
            shown += [self._change, self._start_over, self._file]
        self.children = tuple(shown)
