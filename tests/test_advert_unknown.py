"""Names that are not known here are told, and ordinary capitals are not."""

import pytest

from rolekit.adverts.parts import parts_of
from rolekit.adverts.unknown import unknown_words


def unknown(text, title=""):
    return unknown_words(text, parts_of(text), title)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("You use Python, Foobar and QuuxDB.", ("Foobar", "QuuxDB")),
        ("Python, SQL, Foobar, SQL, Foobar.", ("Foobar",)),
        ("Experience with Foobar and Python", ("Foobar",)),
        ("You work in London, the UK or the USA with Python.", ()),
        ("Python and SQL. BSc, MSc, PhD or MBA. GDPR, ISO, KPIs.", ()),
        ("Strong English and German, and Python.", ()),
        ("Python (Monday to Friday), SQL", ()),
        ("Curiosity, Patience, python and patience, curiosity", ()),
        ("At Foobar we love Python.", ()),
        ("", ()),
    ],
)
def test_names_beside_known_tools_are_told(text, names):
    assert unknown(text) == names


def test_words_of_the_title_are_no_tools():
    assert unknown("You use Python, Zorg and SQL.", "Zorg Engineer") == ()


@pytest.mark.parametrize(
    "words",
    [
        "evaluation, evals, agents, multi-agent, batch, simulation, reproducible, self-serve",
        "operations research, explainable, responsible AI, LangGraph, drift, prompts, Ray, Fabric",
        "throughput, Alteryx, knowledge graph, Bedrock, RLHF, MCP, guardrails, vLLM, data mesh",
        "semantic layer, OCR, Go, RAG, LoRA, DSPy, Qdrant, DuckDB, Polars, OpenTelemetry",
    ],
)
def test_words_of_today_are_known(words):
    text = f"You know Python, SQL, AWS, {words}."
    parts = parts_of(text)
    assert unknown(text) == ()
    assert len(parts.said) == len(words.split(",")) + 3
