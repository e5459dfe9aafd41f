"""Hands and eyes for a panel without a page: press, paste and choose as people do, read as they do.

A control is found by its kind and its words, never by the name under which the panel keeps it.
"""

import json

import ipywidgets

from rolekit import widgets
from rolekit.base.plot.figure import plain
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.code_box import CodeBox
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.paste_box import PasteBox
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.radio import Radio
from rolekit.base.ui.sentence import Sentence
from rolekit.base.ui.slider import Slider

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
    """What is said, sentence by sentence and picture by picture, from top to bottom."""
    return [part.text for part in shown(widget, Sentence, Picture)]


def said(widget):
    """All that is said, in one."""
    return " ".join(sentences(widget))


def replies(widget):
    """What is said beside the pictures, sentence by sentence."""
    return [part.text for part in shown(widget, Sentence)]


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
    return [part.text for part in shown(widget, Picture)]


def figures_of(widget):
    """Every figure that is drawn, as a page gets it."""
    return [part.drawn for part in shown(widget, Picture) if part.drawn]


def figure_of(widget):
    """The one figure that is drawn; None where there is none."""
    drawn = figures_of(widget)
    if not drawn:
        return None
    [figure] = drawn
    return figure


def as_drawn(figure):
    """A figure as `figure_of` finds it where it is drawn."""
    return plain(figure)


class Page:
    """A page that shows a picture: it starts with what is drawn and obeys its messages."""

    def __init__(self, picture):
        self.spec, self.messages = dict(picture.get_state()["spec"]), []
        picture.send = self.hear

    def hear(self, message, buffers=None):
        message = json.loads(json.dumps(message))
        self.messages.append(message)
        self.spec = message.get("whole") or {
            "data": [
                patched(trace, change)
                for trace, change in zip(self.spec["data"], message["data"], strict=True)
            ],
            "layout": patched(self.spec["layout"], message["layout"]),
        }


def patched(old, change):
    return {name: value for name, value in (old | change).items() if value is not None}
