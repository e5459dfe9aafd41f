"""A team, what it gives and lacks, and who would close the gap: one half of notebook 07."""

from rolekit.base.face import face

_HOMES = {
    "team.hires": "Hire Shortfall alone closing gap mix target_of",
    "team.kept": "from_csv to_csv",
    "team.pasted": "PeopleRead read_people",
    "team.team": "Balance FacetCoverage Member Team compose person",
}
__getattr__, __dir__, __all__ = face(__name__, _HOMES)
