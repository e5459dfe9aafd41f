"""What stands in for a step where it cannot run: its picture, in words too.

The pictures show every step as it opens, and so spoil no guess.
"""

from __future__ import annotations

from typing import Any

from rolekit.base.ui.picture import picture_html

HOW = "Choose Run, Run All Cells to use it."
# For each step its file in pictures/ and what that shows.
PICTURES = {
    "Look": (
        "04-look.png",
        "A slider with the question how many of 100 days in July are dry in Seattle, and a button, "
        f"Show me. {HOW}",
    ),
    "Ask": (
        "04-ask.png",
        "The question whether the weather is more stable in summer, with buttons for what stable "
        f"means, for what is shuffled, and for shuffling once or a thousand times. {HOW}",
    ),
    "Experiment": (
        "04-experiment.png",
        "Six boxes for what the model may know, a choice of three models, buttons for the two "
        f"costs, and the question which rule will be cheapest. {HOW}",
    ),
    "Tell": (
        "04-tell.png",
        "Three buttons, one for each chart that could go to the owner of the café, and the note "
        f"that something has to be tried above first. {HOW}",
    ),
    "Rate": (
        "04-rate.png",
        f"Three moments, each with a slider for how much you enjoyed it, none answered. {HOW}",
    ),
    "Serve": (
        "04-serve.png",
        "Buttons to train, to start and to stop the service, and five buttons that send it a good "
        f"request and four broken ones. {HOW}",
    ),
    "WatchLoad": (
        "04-load.png",
        "A button that sends 400 requests, one that stops them, and an empty picture with seconds "
        f"across and milliseconds up. {HOW}",
    ),
    "Alarm": (
        "04-alarm.png",
        "Lists for the month, for what breaks and for what the month is compared with, and the "
        f"question whether the alarm will ring in a July in which nothing is broken. {HOW}",
    ),
    "Repeat": (
        "04-repeat.png",
        f"Four buttons: train twice, publish today's model, exchange the file, roll back. {HOW}",
    ),
    "Enjoyed": (
        "04-enjoyed.png",
        "A field for a response code, and an empty picture with six moments and places for what "
        f"was said and what was liked. {HOW}",
    ),
    "FourTeams": (
        "05-teams.png",
        "The question which of four teams will come second, with four buttons; the picture of "
        f"their value is covered until one is chosen. {HOW}",
    ),
    "Mechanisms": (
        "05-mechanisms.png",
        "A table of eleven mechanisms, each with what it is, its weak and its strong value, and "
        "whether it is measured here or assumed.",
    ),
    "NextEuro": (
        "05-next-euro.png",
        "Two sliders for the share of a budget that goes to analysis and to engineering today, and "
        f"below them where the next euro is better spent. {HOW}",
    ),
}


class StandIn:
    """The picture of a step, with a note that the step itself cannot run here.

    >>> StandIn("Look").text.split(":")[0]
    'This step cannot run on this page'
    """

    def __init__(self, name: str, *_: object) -> None:
        """Take the name of a step; whatever else the step would take is not needed."""
        self._file, said = PICTURES.get(name, ("", ""))
        self.text = (
            f"This step cannot run on this page: a browser alone can start no server. {said}"
        )

    def __repr__(self) -> str:
        """Say that it cannot run, and what it would show."""
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        note = f"<p>{self.text.partition('. ')[0]}.</p>"
        picture = picture_html(self._file, self.text) if self._file else ""
        return {"text/html": note + picture, "text/plain": self.text}
