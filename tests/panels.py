"""Hands and eyes for a panel without a page: press, paste and choose as people do, read as they do.

A control is found by its kind and its words, never by the name under which the panel keeps it.
"""

import json

import ipywidgets
from plotly.basedatatypes import Undefined

from rolekit import widgets
from rolekit.base.plot.shown import drawn
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.code_box import CodeBox
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.live_figure import LiveFigure
from rolekit.base.ui.paste_box import PasteBox
from rolekit.base.ui.radio import Radio
from rolekit.base.ui.sentence import Sentence
from rolekit.base.ui.slider import Slider
from rolekit.base.ui.still_figure import StillFigure

PLOTLY = "application/vnd.plotly.v1+json"
# The panels of notebook 03, each a function of the person it is about.
ABOUT = {
    name: getattr(widgets, name)
    for name in ("Pulls", "Flips", "HowSure", "Resembles", "SecondLook", "GuessAndResult")
}


def parts(widget):
    """A widget and all that it shows."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from parts(child)


def shown(widget, *kinds):
    """All of these kinds that a widget shows, from top to bottom."""
    return [part for part in parts(widget) if isinstance(part, kinds)]


def only(widget, kind):
    """The one of its kind that a widget shows."""
    [found] = shown(widget, kind)
    return found


def label_of(control):
    """The words on a control or beside it."""
    # Toggle buttons also have a label, which is that of the button that is down.
    return getattr(control, "description", "") or getattr(control, "label", "")


def labelled(widget, kind, words):
    """The one control of a kind with these words."""
    [found] = [part for part in shown(widget, kind) if label_of(part) == words]
    return found


def button(widget, words):
    return labelled(widget, ipywidgets.Button, words)


def press(widget, words):
    """Click the button with these words, which must be ready."""
    assert not button(widget, words).disabled
    button(widget, words).click()


def choose(widget, value, label=None):
    """Choose in the one list, or in the row of buttons or radio buttons, that has this label."""
    kinds = (Choice, Radio, ipywidgets.ToggleButtons)
    [choice] = [one for one in shown(widget, *kinds) if label in (None, label_of(one))]
    if isinstance(choice, Radio):
        value = [word for word, _ in choice.options].index(value)
    choice.value = value


def paste(widget, text, label=None):
    """Paste into the one field that has this label, and read it where a click does that."""
    kinds = (PasteBox, ipywidgets.Text, ipywidgets.Textarea)
    [field] = [one for one in shown(widget, *kinds) if label in (None, label_of(one))]
    if not isinstance(field, PasteBox):
        field.value = text
        return
    field.size = len(text)
    field.text = "" if field.is_too_long else text  # as the page does
    field.sent += 1


def skip_guess(widget):
    """Skip a guess where one is asked."""
    for ready in shown(widget, ipywidgets.Button):
        if ready.description == "Skip":
            ready.click()


def sliders(widget):
    return shown(widget, Slider)


def sentences(widget):
    """What is said, sentence by sentence, from top to bottom."""
    return [part.text for part in shown(widget, Sentence)]


def said(widget):
    """All that is said, in one."""
    return " ".join(sentences(widget))


def replies(widget):
    """What is said beside the pictures, sentence by sentence."""
    return [part.text for part in shown(widget, Sentence) if not part.names_picture]


def caption(widget):
    """What is said of the one picture."""
    [found] = [part.text for part in shown(widget, Sentence) if part.names_picture]
    return found


def words_on(widget):
    """Everything in words: what is said, set as HTML, beside sliders and on buttons."""
    html = [part.value for part in shown(widget, ipywidgets.HTML)]
    labels = [label_of(part) for part in shown(widget, Slider, ipywidgets.Button)]
    return " ".join([*sentences(widget), *html, *labels])


def html_on(widget):
    """What is set as HTML, in one."""
    return " ".join(part.value for part in shown(widget, ipywidgets.HTML))


def handout(widget, label):
    """The text to take away that stands behind a link with these words."""
    return labelled(widget, Handout, label)


def code_on(widget):
    """The one code that is shown to be copied; None where there is none."""
    boxes = shown(widget, CodeBox)
    if not boxes:
        return None
    [box] = boxes
    return box.code


def all_states():
    """What all widgets of the kernel hold, those that are not shown included.

    A page can ask for any of them. Widgets of earlier tests are among them until they are closed.
    """
    states = ipywidgets.Widget.get_manager_state()
    return json.dumps(states, default=str, ensure_ascii=False)


# How a figure is held and drawn


def pictures(widget):
    """What each picture shows, in words."""
    return [part.text for part in shown(widget, StillFigure)]


def figure_of(widget):
    """The one figure that is drawn, as a page gets it; None where there is none."""
    outputs = [output for out in shown(widget, ipywidgets.Output) for output in out.outputs]
    if not outputs:
        return None
    [output] = outputs
    assert (output["output_type"], list(output["data"])) == ("display_data", [PLOTLY])
    return output["data"][PLOTLY]


def as_drawn(figure):
    """A figure as `figure_of` finds it where it is drawn."""
    return drawn(figure)[PLOTLY]


def height_kept(widget):
    """What height is kept for the one figure, so that the page does not jump meanwhile."""
    [out] = shown(widget, ipywidgets.Output)
    return out.layout.min_height


def live_figures(widget):
    """What each figure that follows a slider draws."""
    return [opened(live) for live in shown(widget, LiveFigure)]


def opened(live):
    """The data with which a page opens a live figure, but for the ids of its traces."""
    data = live.get_state()["_widget_data"]
    return [{key: value for key, value in trace.items() if key != "uid"} for trace in data]


class Page:
    """A page that shows a live figure: it starts with its data and obeys its messages."""

    def __init__(self, live):
        self.live, self.data, self.messages = live, opened(live), []
        live._send_restyle_msg = self.restyle
        live._send_update_msg = self.update
        for name in ("relayout", "addTraces", "deleteTraces", "moveTraces", "animate"):
            setattr(live, f"_send_{name}_msg", self.refuse)

    def update(self, restyle_data, relayout_data, trace_indexes=None):
        assert not relayout_data
        self.restyle(restyle_data, trace_indexes)

    def restyle(self, restyle_data, trace_indexes=None):
        self.messages.append((set(restyle_data), {self.live.data[i].name for i in trace_indexes}))
        for name, values in restyle_data.items():
            for index, value in zip(trace_indexes, values, strict=True):
                # On its way to a page that is not open yet, Undefined would become a text.
                assert value is not Undefined
                self.data[index] = {k: v for k, v in self.data[index].items() if k != name}
                if value is not None:
                    self.data[index][name] = value

    def refuse(self, *arguments, **keywords):
        raise AssertionError("a live figure changes its traces and nothing else")


def report(live):
    """Report as a page does what it made of each trace; plotly forgets those properties."""
    deltas = [
        {
            "uid": trace.uid,
            **{key: trace.to_plotly_json().get(key, 0) for key in ("x", "y", "hoverinfo")},
            "marker": {"size": 1, "line": {"width": 1}},
            "error_x": {"array": [0]},
        }
        for trace in live.data
    ]
    live._js2py_traceDeltas = {"trace_deltas": deltas, "trace_edit_id": live._last_trace_edit_id}


def forget(live, *names):
    """Drop properties of every trace, as plotly does after a report."""
    for trace in live.data:
        for name in names:
            trace._props.pop(name, None)
