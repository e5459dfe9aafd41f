"""Results in words: what stands under a picture and what a screen reader says.

A picture is never the only way to a result. These sentences say the same in plain words, name the
numbers that the picture shows, and promise no more than they do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import TYPE_CHECKING

from rolekit.explain import WEIGHTINGS, Explanation, Flip
from rolekit.instrument import SIDES, load_instrument
from rolekit.placement import Placement
from rolekit.resemblance import Resemblance
from rolekit.roles import Role
from rolekit.shares import Difference, Share, signs, years

if TYPE_CHECKING:  # placing a person needs none of these
    from rolekit.adverts import AdvertReading
    from rolekit.calibration import LeftOut, Separation
    from rolekit.guesses import Guess, Judgement
    from rolekit.pairs import PairsResult
    from rolekit.simulation import Coverage
    from rolekit.team import Gap, Step, Team
    from rolekit.titles import Occupation, Overlap, Projection, Skills
    from rolekit.twelve_more import TwelveMore

_AND = " and "
_TITLES = ("data scientists", "ML engineers")
_LEANS = (
    "You lean towards {side}, by {points} of 100 points, and the whole band, {band}, stays on that "
    "side."
)
_NEAR_THE_MIDDLE = (
    "You sit near the middle: you are {lean}, and the band, {band}, stays close to it. Both kinds "
    "of work attract you about equally."
)
_OPEN = (
    "Your answers do not settle on a side: you are {lean}, but the band, {band}, takes in both "
    "sides."
)


def describe(placement: Placement) -> str:
    """Return a placement in two or three plain sentences.

    >>> from rolekit import Answers, load_instrument, place
    >>> keen = {"analytics": 30, "engineering": 70, "machine_learning": 50}
    >>> facets = load_instrument().facets
    >>> answers = Answers.from_facets({facet.id: keen[facet.pole] for facet in facets})
    >>> describe(place(answers)).split(",")[0]
    'You lean towards engineering'
    """
    sentences = [_place(placement)]
    if placement.depth is not None:
        sentences.append(
            f"Your wish for machine-learning work is {placement.depth:.0f} of 100 (band "
            f"{placement.depth_low:.0f} to {placement.depth_high:.0f})."
        )
    return " ".join((*sentences, *placement.notes))


def describe_gain(before: Placement | None, after: Placement | None) -> str:
    """Return in words what the second 12 statements did to the width of the band.

    `before` is the place from the first 12 statements alone, `after` that from all answers; either
    is None where it cannot be given.

    >>> describe_gain(None, None)
    'The width of your band is shown here as soon as there is one.'
    """
    if after is None:
        return "The width of your band is shown here as soon as there is one."
    now = f"{after.width:.0f} points wide with {after.answered} answers"
    if before is None:
        return f"Your band is {now}; the first 12 statements alone give none yet."
    first = f"{before.width:.0f} points wide with the first {before.answered}"
    if after.answered == before.answered:
        return (
            f"Your band is {first}. Answer some of the new statements and see what they do to it."
        )
    if round(after.width) < round(before.width):
        return f"Your band was {first}, and is {now}: it narrowed."
    return (
        f"Your band was {first}, and is {now}: it did not narrow. More answers do not always agree "
        "more."
    )


def describe_resemblance(found: Sequence[Resemblance]) -> str:
    """Return the resemblance to the roles in a sentence or two.

    >>> describe_resemblance([])
    'Your answers have no shape yet that could resemble one: they are too few, or all the same.'
    """
    if not found:
        return (
            "Your answers have no shape yet that could resemble one: they are too few, or all the "
            "same."
        )
    best = found[0]
    if not best.is_clear:
        return (
            f"There is no clear resemblance: even the best correlation, {best.r:.2f} with the "
            f"profile of {best.role.name}, may be nothing "
            f"({best.low:.2f} to {best.high:.2f})."
        )
    clear = [one for one in found if one.is_clear]
    names = ", ".join(
        f"{one.role.name} {one.r:.2f} ({one.low:.2f} to {one.high:.2f})" for one in clear
    )
    return f"Profiles that rise and fall with yours, the likest first: {names}."


def describe_pulls(explanation: Explanation) -> str:
    """Return in words what pulled a person where, and what it adds up to.

    >>> from rolekit import explain
    >>> from rolekit.example import EXAMPLE
    >>> describe_pulls(explain(EXAMPLE.answers)).split(".")[0]  # doctest: +NORMALIZE_WHITESPACE
    'Towards engineering pulled most: storytelling (you gave it only 25) by 5, deployment (you gave
    it 80) by 5, decisions (you gave it only 35) by 3'
    """
    sentences = []
    for side, sign in zip(SIDES, (-1, 1), strict=True):
        own = [part for part in explanation.contributions if round(sign * part.points) > 0][:3]
        named = [
            f"{_facet_name(part.facet)} (you gave it {'only ' if part.pole != side else ''}"
            f"{part.score:.0f}) by {abs(part.points):.0f}"
            for part in own
        ]
        if named:
            sentences.append(f"Towards {side} pulled most: {', '.join(named)}.")
    lean = sum(part.points for part in explanation.contributions)
    if round(lean) > 0:
        sentences.reverse()
    count = len(explanation.contributions)
    sentences.append(f"All {count} together make your lean: {_where(lean)}.")
    return " ".join(sentences)


def describe_flips(found: Sequence[Flip]) -> str:
    """Return in words which answers would have to change to bring a person to the middle.

    >>> from rolekit import explain
    >>> from rolekit.example import EXAMPLE
    >>> describe_flips(explain(EXAMPLE.answers).flips).split(".")[0]
    'You would be in the very middle if you gave architecture 7 instead of 60'
    """
    if not found:
        return "You are in the very middle already."
    changes = [f"{_facet_name(f.facet)} {f.wanted:.0f} instead of {f.score:.0f}" for f in found]
    sentence = f"You would be in the very middle if you gave {_listed(changes)}."
    if len(found) == 1:
        return (
            f"{sentence} One kind of work alone could do it, if you felt very differently about it."
        )
    return (
        f"{sentence} No {'single kind' if len(found) == 2 else f'{len(found) - 1} kinds'} of work "
        "could do it."
    )


def describe_sureness(
    placement: Placement,
    kept_share: float | None,
    foreseen: TwelveMore | None,
    before: Placement | None,
) -> str:
    """Return in words how sure a place is: by other work, other weights and more answers.

    `before` is the place from the first twelve statements alone and `foreseen` what twelve more
    would do, each None where those give no place; `placement` is the place from all answers.

    >>> from rolekit import place
    >>> from rolekit.example import EXAMPLE
    >>> describe_sureness(place(EXAMPLE.answers), 0.9, None, None)
    'Other work: the band is 20 points wide. Other weights: 1,800 of 2,000 leave you on this side.'
    """
    sentences = [f"Other work: the band is {placement.width:.0f} points wide."]
    if kept_share is None:
        sentences.append("Other weights: at a lean of 0 there is no side that they could keep.")
    else:
        count = f"{round(kept_share * WEIGHTINGS):,} of {WEIGHTINGS:,}"
        sentences.append(f"Other weights: {count} leave you on this side.")
    if before is not None and placement.answered > before.answered:
        sentences.append(
            f"More answers: your band was {before.width:.0f} points wide with the first "
            f"{before.answered}, and is {placement.width:.0f} with all {placement.answered}."
        )
    elif foreseen is not None:
        lower, upper = f"{foreseen.lower:.0f}", f"{foreseen.upper:.0f}"
        width = f"between {lower} and {upper}" if lower != upper else f"about {lower}"
        sentences.append(
            f"Twelve more answers: the chances are even that the band would be {width} points wide."
        )
    return " ".join(sentences)


def describe_pairs(result: PairsResult) -> str:
    """Return in words what the choices in the game of pairs say.

    >>> from rolekit.pairs import score_pairs
    >>> describe_pairs(score_pairs(["engineering"] * 7 + ["analytics"] * 3)).split(".")[0]
    'You chose the engineering task in 7 of 10 pairs'
    """
    low, high = 100 * result.low, 100 * result.high
    told = (
        f"You chose the engineering task in {result.engineering} of {result.made} pairs. So few "
        f"choices are no exact measure: your share may be anything from {low:.0f} to {high:.0f} %."
    )
    if result.side in SIDES:
        return f"{told} That is clear: you would rather do {result.side}."
    return f"{told} That settles no side."


def describe_guess(placement: Placement, guess: int | None) -> str:
    """Return in words how a person's guess and their answers go together, siding with neither.

    >>> from rolekit import place
    >>> from rolekit.example import EXAMPLE
    >>> describe_guess(place(EXAMPLE.answers), EXAMPLE.guess).split(";")[0]
    'You placed yourself 10 points towards analytics'
    """
    if guess is None:
        return "The code holds no guess: it was skipped. Where would you place yourself now?"
    within = placement.low <= guess <= placement.high
    return (
        f"You placed yourself {_where(guess)}; your answers place you {_where(placement.lean)}. "
        f"Your guess lies {'inside' if within else 'outside'} the band, so the two "
        + (
            "agree as far as anyone can tell."
            if within
            else "differ by more than the band allows for. Neither is wrong: the guess knows "
            "your history, the answers know your wishes one by one. What does the one know that "
            "the other does not?"
        )
    )


def describe_evidence(every: Sequence[Role]) -> str:
    """Return in words in which facets each role stands out.

    >>> from rolekit import roles
    >>> describe_evidence(roles()[:1])  # doctest: +ELLIPSIS
    'Highest and lowest facet of each role, from 0 to 100. Data analyst: decisions 74, ...'
    """
    parts = []
    for role in every:
        high = max(role.profile, key=lambda facet: role.profile[facet])
        low = min(role.profile, key=lambda facet: role.profile[facet])
        parts.append(
            f"{role.name}: {high.replace('_', ' ')} {role.profile[high]:.0f}, "
            f"{low.replace('_', ' ')} {role.profile[low]:.0f}."
        )
    return " ".join(["Highest and lowest facet of each role, from 0 to 100.", *parts])


def describe_landmarks(every: Sequence[Role]) -> str:
    """Return in words where the roles stand, from analytics to engineering.

    >>> from rolekit import roles
    >>> describe_landmarks(roles()).startswith("Lean of each role with its interval")
    True
    """
    ordered = sorted(every, key=lambda role: role.lean)
    places = [f"{one.name} {one.lean:.0f} ({one.low:.0f} to {one.high:.0f})" for one in ordered]
    return (
        f"Lean of each role with its interval, from analytics to engineering: {', '.join(places)}."
    )


def describe_weights(found: Sequence[Separation]) -> str:
    """Return the weights of the facets in words.

    >>> from rolekit.calibration import separations
    >>> describe_weights(separations()).startswith("Weights within each pole")
    True
    """
    weights = (f"{one.facet} {one.weight:.3f}" for one in found)
    return f"Weights within each pole, where equal weights are 0.2: {', '.join(weights)}."


def describe_left_out(rules: Mapping[str, Sequence[LeftOut]]) -> str:
    """Return in words how rules of weighting compare with equal weights.

    >>> from rolekit.calibration import leave_one_out
    >>> describe_left_out({"as used": leave_one_out()}).startswith("Gap between the sides")
    True
    """
    means = []
    for name, cases in rules.items():
        ratios = [case.gap / case.equal for case in cases]
        means.append(f"{name} {fmean(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    return (
        "Gap between the sides on evidence left out, as a share of that of equal weights, on "
        f"average over {len(cases)} cases and from the least to the most: {', '.join(means)}."
    )


def describe_coverage(settings: Mapping[str, Coverage]) -> str:
    """Return in words how often the band held the truth in each setting.

    >>> describe_coverage({})
    'Share of 80 % bands that hold the truth: .'
    """
    shares = (f"{name} {100 * setting.inside:.1f} %" for name, setting in settings.items())
    return f"Share of 80 % bands that hold the truth: {', '.join(shares)}."


def describe_two_roles() -> str:
    """Return the idea of the two roles in words.

    >>> describe_two_roles().startswith("Two ways of working, side by side and on a level")
    True
    """
    return (
        "Two ways of working, side by side and on a level. The data scientist's leads from a "
        "question over exploring, statistics, experiments, models and telling to a decision. The "
        "ML engineer's leads from a model over pipelines, infrastructure, deployment, monitoring "
        "and reliability to a service. Both run along one shared ground, machine learning: "
        "learning from examples, neural networks, trying out models. An arrow goes across: the "
        "model goes into service. Another comes back: what it meets there is the next question."
    )


def describe_shares(guess: Guess) -> str:
    """Return what is true, how far a guess was off, and what is worth knowing about it.

    >>> from rolekit.guesses import Guess, load_questions
    >>> print(describe_shares(Guess(load_questions()[3], (80, None))))  # doctest: +ELLIPSIS
    Of 100 data scientists 93 do (92 to 94, n = 3,294), of 100 ML engineers 93 (91 to 94, ...
    """
    question = guess.question
    one, other = question.shares
    apart = abs(one.of_100 - other.of_100)
    finding = {
        "more_data_scientists": f"So {apart} more data scientists of 100 than ML engineers.",
        "about_equal": "So about as many of either.",
        "more_ml_engineers": f"So {apart} more ML engineers of 100 than data scientists.",
    }
    said = [
        f"{value} {title} ({_off(off)})"
        for value, off, title in zip(guess.values, guess.off, _TITLES, strict=True)
        if value is not None and off is not None
    ]
    surveys = "survey" if len(years(question.sign)) == len("2021") else "surveys"
    return (
        f"Of 100 data scientists {one.of_100} do ({_counted(one)}), of 100 ML engineers "
        f"{other.of_100} ({_counted(other)}), by the {surveys} of {years(question.sign)}. "
        f"{finding[question.finding]} "
        f"You {f'guessed {_AND.join(said)}' if said else 'made no guess'}. {question.note}"
    )


def describe_judgement(judgement: Judgement | None) -> str:
    """Return what all guesses together come to.

    >>> describe_judgement(None)
    'You made no guess, so there is nothing to compare: the picture shows what is true.'
    """
    if judgement is None:
        return "You made no guess, so there is nothing to compare: the picture shows what is true."
    guesses = "guess" if judgement.made == 1 else "guesses"
    sentences = [
        f"You made {judgement.made} {guesses}, on average {judgement.off:.0f} of 100 people off."
    ]
    if judgement.expected is not None and judgement.real is not None:
        expected, real = round(judgement.expected), round(judgement.real)
        apart = (
            f"You expected the two titles to be {expected} people of 100 apart, on average; they "
            f"are {real} apart."
        )
        if expected > real:
            verdict = f"{expected - real} more than there is"
        elif expected < real:
            verdict = f"{real - expected} less than there is"
        else:
            verdict = "just the difference that there is"
        sentences.append(f"{apart} You expected {verdict}.")
    if judgement.reversed:
        sentences.append(
            f"For {judgement.reversed} of {judgement.gaps} questions you expected the difference "
            "the other way round."
        )
    return " ".join(sentences)


def describe_surprises() -> str:
    """Return what is worth talking about when all questions have been answered.

    >>> describe_surprises().startswith("Three things to talk about.")
    True
    """
    found = {sign.id: sign.shares for sign in signs()}

    def of_100(sign: str, *titles: str) -> str:
        return " against ".join(str(found[sign][title].of_100) for title in titles)

    both = ("ml_engineer", "data_scientist")
    return (
        "Three things to talk about. ML engineers build no more data infrastructure than data "
        f"scientists do ({of_100('act_infra', *both)} of 100); it is data engineers who build it "
        f"({of_100('act_infra', 'data_engineer')}). They do less analysis for decisions "
        f"({of_100('act_analyse', *both)}). And machine learning is common ground: about as many "
        f"of either build or run a machine-learning service ({of_100('act_mlservice', *both)}), "
        f"and about as many try to improve models ({of_100('act_iterate', *both)}). The titles "
        "were chosen by those who bear them, before language models were everyday tools."
    )


def describe_differences(found: Sequence[Difference], one: str, other: str) -> str:
    """Return in what two roles differ, with the names that they have on the page.

    >>> describe_differences([], "Data scientist", "ML engineer")
    'There is nothing to compare.'
    """
    if not found:
        return "There is nothing to compare."
    rows = [f"{d.sign.label} {d.one.of_100} against {d.other.of_100}" for d in found]
    counted = {(years(d.sign), d.sign.unit, d.one.n, d.other.n) for d in found}
    sizes = [f"{a:,} and {b:,} {unit} of {year}" for year, unit, a, b in sorted(counted)]
    return (
        f"{one} against {other}, of 100 people or adverts each: {'; '.join(rows)}. "
        f"Counted were (n): {'; '.join(sizes)}."
    )


def describe_interests(occupations: Sequence[Occupation]) -> str:
    """Return in words which interests go with which occupation.

    >>> from rolekit.titles import occupations
    >>> describe_interests(occupations("ml_engineer")).startswith("Interests from 1 to 7")
    True
    """
    names = ", ".join(f"{one.name} ({one.code})" for one in occupations)
    scores = [
        f"{interest} {', '.join(f'{one.interests[interest]:.1f}' for one in occupations)}"
        for interest in occupations[0].interests
    ]
    return f"Interests from 1 to 7, in the order of the occupations {names}: {'; '.join(scores)}."


def describe_skills(skills: Skills, one: str, other: str) -> str:
    """Return in three paragraphs which skills two roles share, and which only one of them has.

    >>> from rolekit.titles import skills
    >>> found = skills("data_scientist", "ml_engineer")
    >>> print(describe_skills(found, "Data scientist", "ML engineer"))  # doctest: +ELLIPSIS
    Both (3): ...
    <BLANKLINE>
    Data scientist only (5): ...
    <BLANKLINE>
    ML engineer only (3): ...
    """
    kinds = {
        "Both": skills.shared,
        f"{one} only": skills.only_one,
        f"{other} only": skills.only_other,
    }
    return "\n\n".join(
        f"{kind} ({len(several)}): {'; '.join(several) or 'none'}."
        for kind, several in kinds.items()
    )


def describe_overlap(overlap: Overlap) -> str:
    """Return in words how far the adverts for two titles overlap.

    >>> from rolekit.titles import advert_overlap
    >>> describe_overlap(advert_overlap("data_scientist", "ml_engineer")).split(",")[0]
    '16 words were looked for in 168 and 161 adverts'
    """
    best = overlap.best
    return (
        f"{overlap.words} words were looked for in {best.one.n} and {best.other.n} adverts, with "
        f"names of roles masked. Word by word the two kinds of advert overlap by "
        f"{100 * overlap.mean:.0f} of 100, on average. Even the word that tells most ("
        f"{best.sign.label.removeprefix('Advert mentions ')}: {best.one.of_100} against "
        f"{best.other.of_100}) would alone sort only {100 * overlap.sorted:.0f} of 100 adverts "
        "rightly, where a coin sorts 50."
    )


def describe_projections(projections: Sequence[Projection]) -> str:
    """Return what is projected, a paragraph an occupation.

    >>> from rolekit.titles import projections
    >>> print(describe_projections(projections()[:1]))  # doctest: +ELLIPSIS
    Data Scientists: +33.5 % from 2024 to 2034, median wage 112,590 US dollars a year ...
    """
    lines = []
    for one in projections:
        wage = (
            f", median wage {one.wage:,.0f} US dollars a year ({one.wage_date})"
            if one.wage is not None
            else ""
        )
        lines.append(
            f"{one.occupation}: {one.growth:+.1f} % from {one.years[0]} to {one.years[1]}{wage}. "
            f"{one.source}."
        )
    return "\n\n".join(lines)


def _counted(share: Share) -> str:
    low, high = share.interval
    return f"{100 * low:.0f} to {100 * high:.0f}, n = {share.n:,}"


def _off(people: int) -> str:
    if not people:
        return "right"
    return f"{abs(people)} too {'high' if people > 0 else 'low'}"


def describe_advert(reading: AdvertReading) -> str:
    """Return in words where an advert lies, what pulled it there, and what it leaves out.

    >>> from rolekit import read_advert
    >>> said = describe_advert(read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java"))
    >>> said.endswith("In what it speaks of it resembles no role clearly.")
    True
    """
    strongest = sorted(reading.phrases, key=lambda phrase: (-abs(phrase.pull), phrase.term))[:5]
    named = [f'"{one.text}" {_towards(one.pull, _unit(one.pull))}' for one in strongest]
    sentences = [
        reading.verdict,
        f"Machine-learning depth is {reading.depth:.0f} (from {reading.depth_low:.0f} to "
        f"{reading.depth_high:.0f}).",
        f"Strongest pulls: {', '.join(named)}.",
    ]
    if reading.missing:
        names = [_facet_name(facet) for facet in reading.missing]
        sentences.append(f"It says nothing of {_listed(names)}.")
    first = reading.resemblance[0] if reading.resemblance else None
    if first is not None and first.is_clear:
        sentences.append(
            f"In what it speaks of it resembles the {first.role.name} most (correlation "
            f"{first.r:.2f}, from {first.low:.2f} to {first.high:.2f})."
        )
    else:
        sentences.append("In what it speaks of it resembles no role clearly.")
    return " ".join(sentences)


def describe_comparison(one: AdvertReading, other: AdvertReading) -> str:
    """Return in words in what two adverts differ.

    >>> from rolekit import read_advert
    >>> reading = read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java")
    >>> describe_comparison(reading, reading)
    'The two lie at the same place. Both speak of the same kinds of work.'
    """
    lean, depth = other.lean - one.lean, other.depth - one.depth
    sentences = []
    if round(lean) or round(depth):
        across = _towards(lean, _unit(lean)) if round(lean) else "no further to either side"
        deeper = "more" if depth > 0 else "less"
        upwards = f"{round(abs(depth))} {_unit(depth)}{deeper} in machine-learning depth"
        sentences.append(f"The second lies {across}, and {upwards}, than the first.")
        apart = other.low > one.high or other.high < one.low
        if not apart:
            sentences.append("Their bands of lean overlap: the side may be the same.")
    else:
        sentences.append("The two lie at the same place.")
    for words, mine, yours in (("first", one, other), ("second", other, one)):
        alone = [_facet_name(facet) for facet in mine.covered if not yours.facets[facet]]
        if alone:
            sentences.append(f"Only the {words} speaks of {_listed(alone)}.")
    if one.covered == other.covered:
        sentences.append("Both speak of the same kinds of work.")
    return " ".join(sentences)


def describe_team(team: Team) -> str:
    """Return in words what a team gives, what hangs on one person, and how alike people are.

    >>> from rolekit.team import compose
    >>> describe_team(compose({"Ada": {"statistics": 80}})).split(". ")[0]
    '1 person, of whom 0 lean to analytics, 0 to engineering and 0 to neither clearly'
    """
    balance, count = team.balance, len(team.people)
    sentences = [
        f"{count} {'person' if count == 1 else 'people'}, of whom {balance.analytics} lean to "
        f"analytics, {balance.engineering} to engineering and {balance.between} to neither clearly."
    ]
    if balance.unplaced:
        sentences.append(f"{balance.unplaced} answered too little for a place.")
    for facets, said in (
        (team.uncovered, "Nobody would give 60 or more to"),
        (team.single_points, "One person alone would give it to"),
    ):
        if facets:
            sentences.append(f"{said} {_listed([_facet_name(facet) for facet in facets])}.")
    if team.overlap is not None:
        sentences.append(
            f"Of what two people would give, they share {100 * team.overlap:.0f} % on average."
        )
    return " ".join(sentences)


def describe_closing(before: Gap, steps: Sequence[Step]) -> str:
    """Return in words how far a team falls short, and what each further hire would close.

    >>> from rolekit.team import Gap
    >>> describe_closing(Gap({"statistics": 20, "pipelines": 0}), ())
    'The team falls short by 20 points, most in statistics. No vacancy would close any of it.'
    """
    if not round(before.total):
        return "The team falls short of the target nowhere."
    most = max(before.short, key=lambda facet: before.short[facet])
    sentences = [f"The team falls short by {before.total:.0f} points, most in {_facet_name(most)}."]
    for step in steps:
        sentences.append(
            f"{step.vacancy} would close {step.gain:.0f} of them and leave {step.gap.total:.0f}."
        )
    if not steps:
        sentences.append("No vacancy would close any of it.")
    return " ".join(sentences)


def _place(placement: Placement) -> str:
    low, high = round(abs(placement.low)), round(abs(placement.high))
    if placement.side in SIDES:
        return _LEANS.format(
            side=placement.side,
            points=round(abs(placement.lean)),
            band=f"from {min(low, high)} to {max(low, high)}",
        )
    sentence = _NEAR_THE_MIDDLE if placement.side == "balanced" else _OPEN
    band = f"from {_towards(placement.low)} to {_towards(placement.high)}"
    return sentence.format(lean=_where(placement.lean), band=band)


def _facet_name(facet: str) -> str:
    return {one.id: one.name for one in load_instrument().facets}[facet].lower()


def _where(lean: float) -> str:
    """Return "17 points towards engineering", or that it is the middle."""
    return _towards(lean, _unit(lean)) if round(lean) else "in the very middle"


def _unit(points: float) -> str:
    return "point " if round(abs(points)) == 1 else "points "


def _listed(parts: Sequence[str]) -> str:
    """Return parts as a list in a sentence: "a, b and c"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def _towards(lean: float, unit: str = "") -> str:
    side = "engineering" if lean > 0 else "analytics"
    return f"{round(abs(lean))} {unit}towards {side}"
