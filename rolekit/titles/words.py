"""The pictures of notebook 01 in words."""

from collections.abc import Mapping, Sequence

from rolekit.base.tables import load_table
from rolekit.titles.guesses import TITLES, Guess, Judgement, Question
from rolekit.titles.shares import Difference, Share, adverts_only, said, signs, years
from rolekit.titles.sides import in_a_sentence, name_of
from rolekit.titles.sources import Occupation, Overlap, Projection, Skills

_ONE, _OTHER = (in_a_sentence(title) for title in TITLES)


def describe_two_roles() -> str:
    """Return the idea of the two roles in words."""
    return (
        f"Two ways of working, side by side and equal. The {_ONE}'s goes from a question through "
        "exploring, statistics, experiments, models and explaining to a decision. The "
        f"{_OTHER}'s goes from a model through pipelines, infrastructure, deployment, monitoring "
        "and reliability to a service. Both share machine learning: learning from examples, "
        "neural networks, trying out models. One arrow goes across: the model goes into service. "
        "Another comes back: what it meets there is the next question."
    )


def describe_titles() -> str:
    """Return in Markdown, folded, what titles are about; those known only from adverts come last.

    >>> describe_titles().split("**")[0].strip()
    '<details><summary>Seven titles in words</summary>'
    """
    asked = [row for row in load_table("roles") if row["core"]]
    newer = [row for row in load_table("roles") if adverts_only(row["id"])]
    told = [f"**{row['name']}.** {row['description']}" for row in [*asked, *newer]]
    told.insert(
        len(asked),
        "Three newer titles appeared after the surveys. We know them only from adverts, so this is "
        "what employers ask for:",
    )
    folded = "<details><summary>Seven titles in words</summary>"
    return "\n\n".join([folded, *told, "</details>"])


def describe_answer(guess: Guess) -> str:
    """Return a guess beside what is true, and what is worth knowing about it.

    >>> from rolekit.titles.guesses import Guess, load_questions
    >>> print(describe_answer(Guess(load_questions()[0], (40, None))))  # doctest: +ELLIPSIS
    You guessed 40% of data scientists; it's 76% of data scientists (you were 36 points too low) ...
    """
    question = guess.question
    made = [
        f"{value}% of {titles}"
        for value, titles in zip(guess.values, question.asked, strict=True)
        if value is not None
    ]
    truth = " and ".join(
        f"{share.of_100}% of {titles}" + ("" if off is None else f" (you were {_off(off)})")
        for share, titles, off in zip(question.shares, question.asked, guess.off, strict=True)
    )
    guessed = f"You guessed {' and '.join(made)}" if made else "You made no guess"
    return f"{guessed}; it's {truth}. {question.note}"


def describe_shares(question: Question) -> str:
    """Return what was counted for a question, with its intervals, and what follows.

    >>> from rolekit.titles.guesses import load_questions
    >>> print(describe_shares(load_questions()[0]))  # doctest: +ELLIPSIS
    76% of data scientists do (74% to 77%, n = 5,717), and 49% of ML engineers (47% to 51%, ...
    """
    one, other = question.shares
    first, second = question.asked
    finding = f"That's a gap of {abs(one.of_100 - other.of_100)} percentage points."
    if question.finding == "about_equal":
        finding = "So there's hardly any difference."
    when = years(question.sign)
    source = "adverts" if question.sign.unit == "adverts" else "the surveys"
    if source == "the surveys" and when.isdigit():
        source = "the survey"
    return (
        f"{one.of_100}% of {first} do ({_counted(one)}), and {other.of_100}% of {second} "
        f"({_counted(other)}), in {source} of {when}. {finding}"
    )


def describe_guesses(guesses: Sequence[Guess]) -> str:
    """Return every question's two shares in words, each with its guess.

    >>> from rolekit.titles.guesses import Guess, load_questions
    >>> describe_guesses([Guess(load_questions()[0], (40, None))])
    'Shares of data scientists and ML engineers: Analysis for decisions 76% (guessed 40%) and 49%.'
    """
    told = []
    for guess in guesses:
        pairs = zip(guess.question.shares, guess.values, strict=True)
        sides = [f"{s.of_100}%" + ("" if v is None else f" (guessed {v}%)") for s, v in pairs]
        told.append(f"{guess.question.short} {' and '.join(sides)}")
    return f"Shares of {_ONE}s and {_OTHER}s: {'; '.join(told)}."


def describe_judgement(judgement: Judgement | None) -> str:
    """Return what all guesses together come to.

    >>> describe_judgement(None)
    "You made no guesses, so there's nothing to compare. The picture shows the answers."
    """
    if judgement is None:
        return "You made no guesses, so there's nothing to compare. The picture shows the answers."
    guesses = "guess was" if judgement.made == 1 else f"{judgement.made} guesses were"
    sentences = [f"Your {guesses} off by {judgement.off:.0f} points on average."]
    if judgement.expected is not None and judgement.real is not None:
        expected, real = round(judgement.expected), round(judgement.real)
        verdict = (
            "so you judged the average gap exactly right"
            if expected == real
            else f"so you saw them {'further apart' if expected > real else 'closer'} than they are"
        )
        sentences.append(
            f"You expected the two titles to be {expected} points apart on average; they're "
            f"{real} apart, {verdict}."
        )
    if judgement.reversed:
        sentences.append(
            f"In {judgement.reversed} of {judgement.gaps} questions you expected the gap to go the "
            "other way."
        )
    return " ".join(sentences)


def describe_surprises() -> str:
    """Return what is worth talking about once every question has been answered."""
    found = {sign.id: sign.shares for sign in signs()}

    def of_100(sign: str) -> str:
        one, other = (found[sign][title].of_100 for title in TITLES)
        return f"{other}% against {one}%"

    infrastructure = found["act_infra"]
    builder = max(infrastructure, key=lambda role: infrastructure[role].share)
    return (
        f"Three things to talk about. {_OTHER}s build no more data infrastructure than {_ONE}s do "
        f"({of_100('act_infra')}); it's {in_a_sentence(builder)}s who build it "
        f"({infrastructure[builder].of_100}%). {_OTHER}s do less analysis for decisions "
        f"({of_100('act_analyse')}). And machine learning is common ground: about as many of each "
        f"build or run a machine-learning service ({of_100('act_mlservice')})."
    )


def describe_differences(found: Sequence[Difference], one: str, other: str) -> str:
    """Return where two roles differ, by their ids.

    >>> describe_differences([], "data_scientist", "ml_engineer")
    "There's nothing to compare."
    """
    if not found:
        return "There's nothing to compare."
    rows = [f"{d.sign.label} {d.one.of_100}% against {d.other.of_100}%" for d in found]
    counted = {(years(d.sign), d.sign.unit, d.one.n, d.other.n) for d in found}
    sizes = [f"{a:,} and {b:,} {unit} ({year})" for year, unit, a, b in sorted(counted)]
    return (
        f"{said(one)} against {said(other)}, as shares of people or adverts: {'; '.join(rows)}. "
        f"Sample sizes: {'; '.join(sizes)}."
    )


def describe_interests(occupations: Sequence[Occupation]) -> str:
    """Return in words which interests go with which occupation."""
    names = ", ".join(f"{one.name} ({one.code})" for one in occupations)
    scores = [
        f"{interest} {', '.join(f'{one.interests[interest]:.1f}' for one in occupations)}"
        for interest in occupations[0].interests
    ]
    return f"Interests from 1 to 7, in the order of the occupations {names}: {'; '.join(scores)}."


def describe_skills(skills: Skills, one: str, other: str) -> str:
    """Return in three paragraphs which skills two roles share, and which only one of them has.

    >>> from rolekit.titles.sources import skills
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

    >>> from rolekit.titles.sources import advert_overlap
    >>> describe_overlap(advert_overlap("data_scientist", "ml_engineer")).split(",")[0]
    'We looked for 26 groups of words in 3'
    """
    best = overlap.best
    label = best.sign.label.removeprefix("Advert ").partition(":")[0]
    return (
        f"We looked for {overlap.words} groups of words in {best.one.n:,} and {best.other.n:,} "
        f"adverts of {years(best.sign)}, with names of roles masked. Group by group, the two kinds "
        f"of advert overlap by {100 * overlap.mean:.0f}% on average. Take the group that tells "
        f"most (\u201c{label}\u201d: {best.one.of_100}% against {best.other.of_100}%). Alone, it "
        f"would still sort only {100 * overlap.sorted:.0f}% of adverts correctly, where a coin "
        "would sort 50%."
    )


def describe_language_models(found: Mapping[str, Mapping[int, Share]]) -> str:
    """Return in words how many adverts mention language models, title by title.

    >>> from rolekit.titles.sources import language_models
    >>> describe_language_models(language_models()).split(" Title")[0]
    'AI engineer adverts mention language models most: 81% did in 2026.'
    """
    year = max(year for by_year in found.values() for year in by_year)
    latest = {role: by_year[year] for role, by_year in found.items() if year in by_year}
    most = max(latest, key=lambda role: latest[role].share)
    told = []
    for role, by_year in found.items():
        shares = [f"{one.of_100}% (n = {one.n:,}) in {year}" for year, one in by_year.items()]
        told.append(f"{said(role)}: {', '.join(shares)}")
    return (
        f"{name_of(most)} adverts mention language models most: {latest[most].of_100}% did in "
        f"{year}. Title by title: {'; '.join(told)}."
    )


def describe_projections(projections: Sequence[Projection]) -> str:
    """Return what is projected, and what is paid, a paragraph an occupation.

    >>> from rolekit.titles.sources import projections
    >>> print(describe_projections(projections()[:1]))  # doctest: +ELLIPSIS
    Data Scientists: +33.5% from 2024 to 2034, median wage 112,590 US dollars a year ...
    """
    lines = []
    for one in projections:
        told = []
        if one.growth is not None and one.years is not None:
            told.append(f"{one.growth:+.1f}% from {one.years[0]} to {one.years[1]}")
        if one.wage is not None:
            hand = ", second-hand" if one.second_hand else ""
            told.append(f"median wage {one.wage:,.0f} US dollars a year ({one.wage_date}{hand})")
        lines.append(f"{one.occupation}: {', '.join(told)}. {one.source}.")
    return "\n\n".join(lines)


def describe_days() -> str:
    """Return two composed working days, a paragraph each, with the shares that they rest on.

    >>> describe_days().split("\\n\\n")[1].split(":")[1].split(".")[0]
    ' 68% of adverts for ML engineers mention monitoring, reliability or scaling'
    """
    told = []
    for row in load_table("days"):
        shares = {sign.id: sign.shares.get(row["role"]) for sign in signs()}
        told.append(
            row["day"].format_map({id: f"{one.of_100}%" for id, one in shares.items() if one})
        )
    return "\n\n".join(told)


def _counted(share: Share) -> str:
    low, high = share.interval
    return f"{100 * low:.0f}% to {100 * high:.0f}%, n = {share.n:,}"


def _off(points: int) -> str:
    if not points:
        return "right"
    size = f"{abs(points)} point{'' if abs(points) == 1 else 's'}"
    return f"{size} too {'high' if points > 0 else 'low'}"
