"""A room of people: what their answers say together."""

from rolekit.cohort.summary import Estimate, PoleSummary, Summary, summarise

__all__ = ["Estimate", "PoleSummary", "Summary", "summarise"]
