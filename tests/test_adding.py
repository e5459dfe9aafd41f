"""What CONTRIBUTING says of adding a role and replacing an item holds in a copy of the project."""

import json
import shutil
from pathlib import Path

import pytest
from adverts import ADVERTS
from frictionless import Package
from hands import ran, refusal, replaced, rows_of
from people import GOLDEN

import rolekit
from rolekit import DataError, load_instrument

ROLE = "research_engineer"
ROW = (
    f"{ROLE},Research engineer,false,engineering,false,#332288,"
    "Makes tables on which analysts can rely. The result is a number that is the same everywhere.\n"
)
# One sign of each of some facets, and one of two that are a habit together.
SIGNS = [
    *("act_analyse", "act_infra", "act_iterate", "uses_cloud_compute", "uses_ggplot2"),
    *("uses_tableau", "uses_cnn", "uses_ide"),
]
CODE = next(one for one in GOLDEN["codes"] if len(one["answers"]) == 24)
NEW_ITEM = (
    "pipelines-3,pipelines,short,2,,Bring the numbers of many places together every single night,"
    "You write what fetches them and what notices that one of them is late.\n"
)


REFUSED = """
from rolekit import DataError, roles
from rolekit.adverts.terms import load_terms
try:
    roles(), load_terms()
except DataError as problem:
    found = str(problem)
"""


@pytest.fixture(scope="module")
def empty_copy(tmp_path_factory):
    """A copy of the package and its tables."""
    package, folder = Path(rolekit.__file__).parent, tmp_path_factory.mktemp("copy")
    ignored = shutil.ignore_patterns("__pycache__", "data")
    shutil.copytree(package, folder / "rolekit", ignore=ignored)
    inside = package / "data"
    shutil.copytree(inside if inside.is_dir() else package.parent / "data", folder / "data")
    return folder


def with_role(folder):
    """Add a role as CONTRIBUTING says: a row, its counts, its title."""
    data = folder / "data"
    with (data / "roles.csv").open("a", encoding="utf-8", newline="") as stream:
        stream.write(ROW)
    known = {row["indicator"]: row for row in rows_of("role_evidence", data)}
    with (data / "role_evidence.csv").open("a", encoding="utf-8", newline="") as stream:
        for sign in SIGNS:
            row = known[sign]
            stream.write(f"{ROLE},{row['facet']},{sign},{row['source']},{row['year']},60,200,0.3\n")
    replaced(
        data, "role_titles.csv", "engineer,machine", f"engineer,research,{ROLE}\nengineer,machine"
    )


def with_item(folder):
    """Replace an item as CONTRIBUTING says: the old row stays, the new one follows it."""
    data = folder / "data"
    replaced(
        data, "items.csv", "pipelines-1,pipelines,short,1,,", "pipelines-1,pipelines,short,1,1,"
    )
    replaced(data, "items.csv", "\npipelines-2,", f"\n{NEW_ITEM}pipelines-2,")
    replaced(data, "datapackage.json", '"instrument_version": 1', '"instrument_version": 2')


@pytest.fixture(scope="module")
def copy(empty_copy, tmp_path_factory):
    """A copy with one more role and with one item replaced."""
    folder = shutil.copytree(empty_copy, tmp_path_factory.mktemp("more") / "copy")
    with_role(folder)
    with_item(folder)
    return folder


def run(folder, code):
    """What a program leaves in `found`, run with the package and the tables of a copy."""
    done = ran("-c", f"import json\n{code}\nprint(json.dumps(found))", folder=folder)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_role_that_was_added_is_placed_and_drawn(copy):
    found = run(
        copy,
        """
from rolekit import resemblance, roles
from rolekit.measure.example import EXAMPLE
from rolekit.measure.evidence import load_habits
from rolekit.base.plot.palette import ROLE_COLOURS
from rolekit.figures import evidence_table, guess_and_truth, landmarks, resembling, role_map
from rolekit.titles.guesses import Guess, load_questions
from rolekit.self_check import self_check
from rolekit.widgets import TeamComposer
alike, added = resemblance(EXAMPLE.answers), roles()[-1]
guess = guess_and_truth(Guess(load_questions()[0]))
figures = [role_map(), landmarks(), resembling(alike), guess]
self_check()
TeamComposer()
found = {
    "id": added.id,
    "roles": len(roles()),
    "facets": list(added.profile),
    "colour": ROLE_COLOURS[added.id],
    "held": added.low <= added.lean <= added.high,
    "drawn": [added.name in figure.to_json() for figure in figures],
    "columns": len(evidence_table().data[0].x),
    "compared": next(one.facets for one in alike if one.role.id == added.id),
    "habits": [habit.id for habit in load_habits() if added.id in habit.z],
}
""",
    )
    assert (found["id"], found["colour"]) == (ROLE, "#332288")
    assert found["roles"] == found["columns"] == 11
    assert found["held"]
    assert found["drawn"] == [True] * 4
    assert len(found["facets"]) == found["compared"] == len(SIGNS)
    assert "works_in_r" in found["habits"]  # of whose three signs one was counted


def test_a_role_that_was_added_counts_for_the_weights_of_its_side(copy):
    found = run(
        copy,
        """
from rolekit.card.calibration import ENGINEERING_ROLES, calibrated_weights
from rolekit.card.calibration import leave_one_out, try_in_pole
found = [
    ENGINEERING_ROLES, sum(calibrated_weights().values()), len(leave_one_out()),
    list(try_in_pole("modelling", "engineering")),
]
""",
    )
    assert (found[0][0], found[0][-1]) == ("ml_engineer", ROLE)
    assert found[1:3] == [pytest.approx(3), 2 + 4 * 3]
    assert f"{ROLE} against data_scientist" in found[3]


def test_an_advert_tells_a_role_that_was_added_by_its_title(copy):
    advert = next(one.text for one in ADVERTS if one.name == "ml_engineer-01")
    found = run(
        copy,
        f"""
from rolekit import read_advert
titles = ("Research Engineer", "Data Engineer", "Lead Data Analyst")
found = [read_advert(title + " wanted. " + {advert!r}).titled.id for title in titles]
""",
    )
    assert found == [ROLE, "data_engineer", "data_analyst"]


def test_the_adverts_of_a_role_that_was_added_can_be_counted_too(empty_copy, tmp_path):
    folder = shutil.copytree(empty_copy, tmp_path / "copy")
    with_role(folder)
    data = folder / "data"
    terms = (data / "ad_term_counts_2026.csv").read_text(encoding="utf-8").splitlines()
    terms = [f"{terms[0]},{ROLE}", *(f"{line},1" for line in terms[1:])]
    (data / "ad_term_counts_2026.csv").write_text("\n".join(terms) + "\n", encoding="utf-8")
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    [table] = [one for one in package["resources"] if one["name"] == "ad_term_counts_2026"]
    table["schema"]["fields"].append({**table["schema"]["fields"][-1], "name": ROLE})
    (data / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    advert = next(one.text for one in ADVERTS if one.name == "ml_engineer-01")
    code = f"from rolekit import read_advert\nfound = read_advert({advert!r}).lean"
    assert "with a column in ad_term_counts_2026.csv" in run(folder, REFUSED)
    with (data / "advert_contrasts.csv").open("a", encoding="utf-8", newline="") as stream:
        stream.write(f"{ROLE},100,0,0\n")
    assert run(folder, code) > 0


@pytest.mark.parametrize("lacking", ["analytics", "engineering", "machine_learning"])
def test_a_role_without_counts_on_a_pole_is_refused_with_the_mend(empty_copy, tmp_path, lacking):
    folder = shutil.copytree(empty_copy, tmp_path / "copy")
    facets = [row["id"] for row in rows_of("facets") if row["pole"] == lacking]
    with_role(folder)
    evidence = folder / "data" / "role_evidence.csv"
    lines = evidence.read_text(encoding="utf-8").splitlines(keepends=True)
    gone = tuple(f"{ROLE},{facet}," for facet in facets)
    evidence.write_text("".join(x for x in lines if not x.startswith(gone)), encoding="utf-8")
    assert run(folder, REFUSED) == (
        f"role_evidence.csv: role '{ROLE}' has no count for any facet of {lacking}, so it has no "
        f"position. Add rows with its counts for indicators of {', '.join(facets)}, or take the "
        "role out of roles.csv."
    )


def test_a_role_without_any_counts_is_refused_with_the_mend(empty_copy, tmp_path):
    folder = shutil.copytree(empty_copy, tmp_path / "copy")
    with (folder / "data" / "roles.csv").open("a", encoding="utf-8", newline="") as stream:
        stream.write(ROW)
    assert run(folder, REFUSED).startswith(f"role_evidence.csv: role '{ROLE}' has no count")


def test_an_old_code_is_read_and_placed_as_it_was_after_an_item_was_replaced(copy):
    found = run(
        copy,
        f"""
from rolekit import Answers, Response, load_instrument, place
from rolekit.cohort import read_codes
from rolekit.measure.explain import explain
code = {CODE["code"]!r}
old = Response.from_code(code)
[seen] = read_codes("Anna: " + code + " thanks").responses
instrument = load_instrument()
found = {{
    "version": old.version,
    "code": old.to_code(),
    "answers": dict(old.answers.by_item),
    "facets": dict(old.answers.by_facet),
    "lean": place(old.answers).lean,
    "explained": sum(part.points for part in explain(old.answers).contributions),
    "seen": seen == old,
    "asked": [item.id for item in instrument.items if item.facet == "pipelines"],
    "ever": [item.id for item in instrument.ever_asked if item.facet == "pipelines"],
    "changed": list(old.answers.having("pipelines-3", 5).by_item),
}}
""",
    )
    before = rolekit.Answers.from_code(CODE["code"])
    assert (found["version"], found["code"]) == (1, CODE["code"])
    assert (found["answers"], found["facets"]) == (CODE["answers"], before.by_facet)
    assert found["lean"] == rolekit.place(before).lean == pytest.approx(found["explained"])
    assert found["seen"]
    assert found["asked"] == ["pipelines-3", "pipelines-2"]
    assert found["ever"] == ["pipelines-1", "pipelines-3", "pipelines-2"]
    assert "pipelines-1" not in found["changed"]
    assert {"pipelines-3", "pipelines-2"} < set(found["changed"])


def test_a_new_code_is_written_and_read_with_the_new_item(copy):
    found = run(
        copy,
        """
from rolekit import AnswerError, Answers, CodeError, Response, load_instrument, place
from rolekit.cohort import place_frame, read_codes
from rolekit.team.team import Team
from rolekit.team.pasted import read_people
import pandas
new = Answers.from_items({item.id: 5 * n % 105 for n, item in enumerate(load_instrument().items)})
response = Response(new, id=7)
code = response.to_code()
def said(kind, call, *given):
    try:
        call(*given)
    except kind as problem:
        return str(problem)
both = Answers.from_items({**new.by_item, "pipelines-1": 50})
old = Answers.from_items({**both.by_item, "pipelines-3": None})
frame = pandas.DataFrame([dict(one.by_item) for one in (new, both, old)])
found = {
    "code": code,
    "read": [one == response for one in (Response.from_code(code), *read_codes(code).responses)],
    "lean": [place(one).lean for one in (new, both, old)],
    "frame": list(place_frame(frame)["lean"]),
    "team": [one.answers == new for one in read_people(f"Ada: {code}", Team()).people],
    "short": Response(new.short, id=7).to_code()[:6],
    "unchanged": Response(Answers.from_items({"statistics-1": 5}), id=7).to_code()[:6],
    "as 1": said(CodeError, Response.from_code, code.replace("ROLE2", "ROLE1")),
    "as 3": said(CodeError, Response.from_code, code.replace("ROLE2", "ROLE3")),
    "both": said(AnswerError, Response, both),
    "both, written at once": said(AnswerError, both.to_code),
}
""",
    )
    assert found["code"].startswith("ROLE2-")
    assert (found["read"], found["team"]) == ([True, True], [True])
    assert found["frame"] == pytest.approx(found["lean"])
    assert (found["short"], found["unchanged"]) == ("ROLE2-", "ROLE2-")
    assert "This code has a typo" in found["as 1"]
    assert found["as 3"].startswith("This code does not start with one of ROLE1- to ROLE2-.")
    assert found["both"].startswith("No version of the instrument has asked all of these items")
    assert found["both, written at once"] == found["both"]


@pytest.mark.browser
def test_a_page_reads_old_codes_and_writes_new_ones_as_python_does(copy, chromium):
    from browser import bare_page

    found = run(
        copy,
        f"""
from rolekit import CodeError, Response, place
from rolekit.measure.page_tables import page_tables
old = Response.from_code({CODE["code"]!r})
given = [("pipelines-3", 5), ("statistics-1", 0), ("pipelines-2", None), ("pipelines-1", 45)]
steps = [old.answers.having(*given[0])]
for item, value in given[1:]:
    steps.append(steps[-1].having(item, value))
try:
    Response.from_code({CODE["code"]!r}.replace("ROLE1", "ROLE3"))
except CodeError as problem:
    refused = str(problem)
found = {{
    "tables": page_tables(),
    "given": given,
    "steps": [[dict(a.by_item), Response(a, id=7).to_code(), place(a).lean] for a in steps],
    "refused": refused,
}}
""",
    )
    with bare_page(chromium, copy / "rolekit") as page:
        steps, refused = page.evaluate(
            """async ([tables, code, given]) => {
              const { having } = await import("/record/answers.js");
              const { decode, encode } = await import("/record/codes.js");
              const { place } = await import("/measure/placement.js");
              let { answers } = decode(tables, code);
              const steps = given.map(([item, value]) => {
                answers = having(tables, answers, item, value);
                const again = decode(tables, encode(tables, { answers, id: 7 }));
                return [again.answers, encode(tables, again), place(tables, answers).lean];
              });
              try {
                decode(tables, code.replace("ROLE1", "ROLE3"));
              } catch (problem) {
                return [steps, problem.message];
              }
            }""",
            [found["tables"], CODE["code"], found["given"]],
        )
    assert [step[:2] for step in steps] == [step[:2] for step in found["steps"]]
    assert [step[2] for step in steps] == pytest.approx([step[2] for step in found["steps"]])
    assert {step[1][:6] for step in steps} == {"ROLE1-", "ROLE2-"}
    assert refused == found["refused"]


def test_the_explorer_goes_on_from_an_old_code_with_the_new_item(copy):
    found = run(
        copy,
        f"""
from rolekit.widgets import Explorer
explorer = Explorer()
explorer.resume({CODE["code"]!r})
shown = repr(explorer)
asked = explorer.children[0].tables["items"]
[new] = [i["id"] for i in asked if i["statement"].startswith("Bring the numbers of many")]
empty = explorer.answers[new]
explorer.answers = explorer.answers.having(new, 40)
found = [shown, empty, explorer.code[:6], explorer.answers[new]]
""",
    )
    assert found == ["Explorer(24 statements, 24 answered)", None, "ROLE2-", 40]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("short,2,,", "short,3,,", "item 'pipelines-3' must have a 'since' of at most 2"),
        ("short,1,1,", "short,1,2,", "item 'pipelines-1' must have a 'since' of at most 2"),
        ("short,1,1,", "short,1,,", "in version 2 (got short, short, full)"),
        ("short,2,,", "short,1,,", "in version 1 (got short, short, full)"),
    ],
    ids=["of the future", "until now", "both asked", "both asked before"],
)
def test_a_replacement_that_leaves_a_version_wrong_is_refused(empty_copy, tmp_path, old, new, said):
    folder = shutil.copytree(empty_copy, tmp_path / "copy")
    with_item(folder)
    replaced(folder / "data", "items.csv", old, new)
    assert said in refusal(DataError, load_instrument, folder / "data")


@pytest.mark.parametrize("version", ["0", "10", '"2"'])
def test_a_version_that_no_code_can_bear_is_refused(tables, version):
    replaced(tables, "datapackage.json", '_version": 1', f'_version": {version}')
    assert "must be a whole number from 1 to 9" in refusal(DataError, load_instrument, tables)


def test_the_tables_of_the_copy_are_a_valid_package(copy):
    report = Package(copy / "data" / "datapackage.json").validate()
    assert report.valid, report.flatten(["message"])
