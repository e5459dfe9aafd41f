"""Adverts in words: what is under their pictures and what a screen reader says."""

from rolekit.adverts.parts import LANGUAGE, REASONS
from rolekit.adverts.reading import AdvertReading
from rolekit.adverts.titles import own_title
from rolekit.base.sentences import counted, listed, towards, unit
from rolekit.record.instrument import facet_name


def describe_advert(reading: AdvertReading) -> str:
    """Return in words where an advert is, what pulled it there, and what it leaves out.

    >>> from rolekit import read_advert
    >>> said = describe_advert(read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java"))
    >>> said.endswith("Its mix of work doesn't clearly resemble any role.")
    True
    """
    strongest = sorted(reading.phrases, key=lambda phrase: (-abs(phrase.pull), phrase.term))[:5]
    named = [f'"{one.text}" {towards(one.pull, unit(one.pull))}' for one in strongest]
    sentences = [
        reading.verdict,
        f"Machine-learning depth is {reading.depth:.0f} (likely range {reading.depth_low:.0f} to "
        f"{reading.depth_high:.0f}).",
        f"Strongest pulls: {', '.join(named)}.",
    ]
    if reading.left_out:
        why = dict.fromkeys(REASONS[passage.why] for passage in reading.left_out)
        sentences.append(f"Left out: {listed(list(why))}.")
    sentences += notes(reading)
    if reading.missing:
        names = [facet_name(facet) for facet in reading.missing]
        sentences.append(f"It says nothing about {listed(names)}.")
    first = reading.resemblance[0] if reading.resemblance else None
    if first is not None and first.is_clear:
        sentences.append(
            f"Its mix of work most resembles that of the {first.role.said} (correlation "
            f"{first.r:.2f}, from {first.low:.2f} to {first.high:.2f})."
        )
    else:
        sentences.append("Its mix of work doesn't clearly resemble any role.")
    return " ".join(sentences)


def notes(reading: AdvertReading) -> tuple[str, ...]:
    """Return what is to be known of a reading: several adverts, a language, unknown words.

    >>> from rolekit import read_advert
    >>> notes(read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java, QuuxDB"))
    ('1 modern term is unknown here: QuuxDB.',)
    """
    said = []
    if len(reading.adverts) > 1:
        titles = [own_title(one).text or "one without a title" for one in reading.adverts]
        said.append(
            f"These look like {len(titles)} adverts ({', '.join(titles)}). We read the first; you "
            "can read each on its own."
        )
    if any(passage.why == LANGUAGE for passage in reading.left_out):
        said.append("We read only the English part: the rest is in another language.")
    if reading.unknown:
        terms = counted(len(reading.unknown), "modern term")
        are = "is" if len(reading.unknown) == 1 else "are"
        said.append(f"{terms} {are} unknown here: {', '.join(reading.unknown)}.")
    return tuple(said)


def describe_comparison(one: AdvertReading, other: AdvertReading) -> str:
    """Return in words where two adverts differ.

    >>> from rolekit import read_advert
    >>> reading = read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java")
    >>> describe_comparison(reading, reading)
    'The two are at the same position. Both mention the same kinds of work.'
    """
    lean, depth = other.lean - one.lean, other.depth - one.depth
    sentences = []
    if round(lean) or round(depth):
        across = (
            towards(lean, f"{unit(lean)}further ") if round(lean) else "no further to either side"
        )
        more = f"{round(abs(depth))} {unit(depth)}{'more' if depth > 0 else 'less'}"
        deeper = more if round(depth) else "the same"
        sentences.append(
            f"Compared with the first, the second is {across}, with {deeper} "
            "machine-learning depth."
        )
        apart = other.low > one.high or other.high < one.low
        if not apart:
            sentences.append("Their likely ranges of lean overlap, so the side may be the same.")
    else:
        sentences.append("The two are at the same position.")
    for words, mine, yours in (("first", one, other), ("second", other, one)):
        alone = [facet_name(facet) for facet in mine.covered if not yours.facets[facet]]
        if alone:
            sentences.append(f"Only the {words} mentions {listed(alone)}.")
    if one.covered == other.covered:
        sentences.append("Both mention the same kinds of work.")
    return " ".join(sentences)
