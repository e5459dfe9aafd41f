"""A picture: what a page opens with is what is shown, and only what differs is sent."""

import gzip
import json

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from panels import Page, as_drawn, figure_of
from strategies import examples

from rolekit import explain, place
from rolekit.base.plot.figure import packed_plotly
from rolekit.base.plot.marks import outlined
from rolekit.base.plot.palette import TEMPLATE
from rolekit.base.ui.picture import Picture, send_plotly
from rolekit.figures import pulls, spectrum, where_you_sit
from rolekit.measure.example import EXAMPLE

PLACE = place(EXAMPLE.answers)
FIGURES = [
    where_you_sit(),
    where_you_sit(PLACE),
    where_you_sit(PLACE, -30),
    where_you_sit(None, 100, "3 of 4 needed"),
    spectrum(PLACE),
    pulls(explain(EXAMPLE.answers)),
]


class TestPicture:
    def test_shows_nothing_at_first_then_a_figure_and_names_it(self):
        picture = Picture()
        assert (picture.text, figure_of(picture)) == ("", None)
        assert picture.get_state()["spec"] == {}
        picture.show(FIGURES[-1], "A sum.")
        assert figure_of(picture) == as_drawn(FIGURES[-1])
        assert json.loads(json.dumps(figure_of(picture))) == figure_of(picture)
        assert picture.text == "A sum."

    @given(st.lists(st.sampled_from(FIGURES), min_size=1))
    @examples(60)
    def test_a_page_shows_what_was_shown_last_whenever_it_opened(self, figures):
        picture = Picture(figures[0], "first")
        early = Page(picture)
        for i, figure in enumerate(figures):
            picture.show(figure, str(i))
            assert early.spec == Page(picture).spec == as_drawn(figure)
            picture.send = early.hear

    def test_a_step_sends_what_moved_and_no_more(self):
        picture = Picture(FIGURES[1], "")
        page = Page(picture)
        picture.show(FIGURES[2], "")
        [message] = page.messages
        moved = [sorted(change) for change in message["data"] if change]
        assert moved == [["x", "y"]]  # of the guess
        assert message["layout"] == {}
        picture.show(FIGURES[2], "Said anew.")
        assert (page.messages, picture.text) == ([message], "Said anew.")

    def test_plain_data_is_shown_as_its_figure_with_six_digits(self):
        bar = {"type": "bar", "x": [1 / 3], "marker": outlined("#ffffff")}
        spec = {"data": [bar], "layout": {"template": TEMPLATE, "height": 300}}
        assert figure_of(Picture(spec)) == as_drawn(go.Figure(spec))
        content = as_drawn(go.Figure(go.Scatter(x=[1 / 3], y=[2_000_000.25])))
        assert content["data"][0]["x"] == [0.333333]
        assert content["data"][0]["y"] == [2_000_000.0]

    def test_where_nothing_runs_its_words_stand_for_it(self):
        data, _ = Picture(FIGURES[0], "A line & a map")._repr_mimebundle_()
        assert data["text/plain"] == "A line & a map"
        assert "text/html" not in data


class TestPlotly:
    @pytest.fixture
    def sent(self):
        picture, sent = Picture(FIGURES[0]), []
        picture.send = lambda message, buffers: sent.append((message, buffers))
        self.ask = lambda page, kind="plotly": send_plotly(
            picture, {"kind": kind, "page": page}, []
        )
        return sent

    def test_a_page_that_asks_gets_plotlys_own_script(self, sent):
        self.ask("one")
        [(message, [script])] = sent
        assert message == {"kind": "plotly"}
        assert b"plotly.js v" in gzip.decompress(script)[:200]
        assert len(packed_plotly()) < 1_600_000

    def test_other_messages_are_left_alone_and_questions_that_piled_up_answered_once(self, sent):
        self.ask("four", kind="else")
        assert sent == []
        for page in ("two", "two", "three", "two"):
            self.ask(page)
        assert len(sent) == 2
