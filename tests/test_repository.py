"""The files around the package agree with each other, so that every way in leads to one thing."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import repo2docker
import yaml
from hands import ROOT, ran
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

LOCKS = ["requirements.lock", "requirements-test.lock"]

# One entry of a lock: name, exact version, perhaps a marker, then at least one hash, each on its
# own line. Anything else in a lock (an address, a path, an option) is left over and shows.
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[0-9A-Za-z.!+]+)"
    r"(?: ; (?P<marker>[^\\\n]+?))?"
    r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n",
    re.MULTILINE,
)


def text_of(file):
    return (ROOT / file).read_text(encoding="utf-8")


def project():
    return tomllib.loads(text_of("pyproject.toml"))["project"]


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def entries(lock):
    return list(ENTRY.finditer(text_of(lock)))


def direct(*extras):
    named = [project()["optional-dependencies"][extra] for extra in extras]
    return [Requirement(line) for line in sum(named, project()["dependencies"])]


@pytest.fixture(scope="module")
def environment():
    """What conda and Binder read: the plain lines and those for pip."""
    listed = yaml.safe_load(text_of("environment.yml"))["dependencies"]
    [pip] = [entry["pip"] for entry in listed if isinstance(entry, dict)]
    return [entry for entry in listed if isinstance(entry, str)], pip


def test_environment_names_one_python_and_pins_as_the_lock_does(environment):
    """Binder takes no range: it would fall back to a Python that is too old."""
    assert environment[0] == ["python=3.12", "pip"]
    assert "3.12" in SpecifierSet(project()["requires-python"])
    # Last, when everything that it needs is already there in the locked version.
    on_binder = {"python_full_version": "3.12.0", "python_version": "3.12", "sys_platform": "linux"}
    locked = {
        entry["name"]: entry["version"]
        for entry in entries("requirements.lock")
        if not entry["marker"] or Marker(entry["marker"]).evaluate(on_binder)
    }
    expected = [f"{name}=={locked[name]}" for name in sorted(normal(d.name) for d in direct("all"))]
    assert environment[1] == [*expected, "-e .[all]"], "it differs from requirements.lock"


def test_binder_has_one_version_of_what_its_base_brings_as_well():
    """Its server comes from there: what ours replaces must be what that works with."""
    own = Path(repo2docker.__file__).parent / "buildpacks" / "conda" / "environment.py-3.12.yml"
    listed = yaml.safe_load(own.read_text(encoding="utf-8"))["dependencies"]
    base = {normal(one.partition("=")[0]): one.rpartition("==")[2] for one in listed if "==" in one}
    found = {}
    for entry in entries("requirements.lock"):
        if entry["name"] in base:
            found.setdefault(entry["name"], set()).add(entry["version"])
    assert {"jupyterlab", "notebook", "ipywidgets", "jupyter-server"} <= found.keys()
    for name, versions in found.items():
        assert len(versions) == 1, f"{name} has several versions: {versions}"
        assert versions.pop() in SpecifierSet(f"=={base[name]}"), name


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_only_names_versions_and_hashes(lock):
    rest = ENTRY.sub("", text_of(lock))
    assert rest == "", f"{lock} holds something else: {rest[:200]!r}"


@pytest.mark.parametrize(
    ("lock", "extras"),
    [("requirements.lock", ["all"]), ("requirements-test.lock", ["all", "test"])],
)
def test_lock_satisfies_pyproject(lock, extras):
    locked = {}
    for entry in entries(lock):
        locked.setdefault(entry["name"], []).append(entry["version"])
    for requirement in direct(*extras):
        versions = locked.get(normal(requirement.name), [])
        assert versions, f"{lock} lacks {requirement}: run `make lock`"
        assert all(version in requirement.specifier for version in versions), (
            f"{lock} has {requirement.name} {versions}, pyproject.toml wants "
            f"{requirement.specifier}: run `make lock`"
        )


def test_test_lock_only_adds_to_the_lock():
    """Else `make test` would change the versions that `make lab` runs with."""
    small, large = ({(e["name"], e["version"]) for e in entries(lock)} for lock in LOCKS)
    assert small <= large, f"missing or of another version: {sorted(small - large)}"
    names = {name for name, _ in small}
    other = sorted(entry for entry in large - small if entry[0] in names)
    assert not other, f"the test lock has other versions: {other}"


def test_classifiers_and_tools_name_exactly_the_python_versions_that_are_allowed():
    allowed = SpecifierSet(project()["requires-python"])
    prefix = "Programming Language :: Python :: 3."
    named = {c.removeprefix(prefix) for c in project()["classifiers"] if c.startswith(prefix)}
    assert named == {str(minor) for minor in range(100) if f"3.{minor}" in allowed}
    tool = tomllib.loads(text_of("pyproject.toml"))["tool"]
    named = [spec.version for spec in SpecifierSet(project()["requires-python"])]
    oldest = min(named, key=lambda version: int(version.split(".")[1]))
    assert tool["mypy"]["python_version"] == oldest
    assert tool["ruff"]["target-version"] == "py" + oldest.replace(".", "")
    assert f"--python-version {oldest} " in text_of("Makefile")


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
class TestMake:
    @staticmethod
    def run(*arguments, **variables):
        # A test run that make started must not hand its own flags down.
        clean = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
        line, env = ["make", *arguments], clean | variables
        return subprocess.run(line, cwd=ROOT, env=env, capture_output=True, text=True, check=False)

    def test_every_target_of_the_help_is_documented_in_the_readme(self):
        targets = re.findall(r"^make ([\w-]+) +\S", self.run().stdout, re.MULTILINE)
        assert {"lab", "test"} <= set(targets), "`make` alone prints no help"
        readme = text_of("README.md")
        missing = [t for t in targets if t != "help" and f"make {t}" not in readme]
        assert not missing, f"README.md does not say what these do: {missing}"

    def test_finds_a_python_that_fits(self):
        found = self.run("-s", "python", PYTHON=sys.executable)
        assert (found.stdout.strip(), found.returncode) == (sys.executable, 0)

    def test_says_what_is_missing_where_no_python_fits(self, tmp_path):
        """A newcomer on an old machine reads what to install, not a traceback."""
        old, bare, stub = tmp_path / "old", tmp_path / "bare", tmp_path / "stub"
        # Each answers as such a Python does: too old, without ensurepip, or not a Python at all.
        for script, version, hidden in [(old, (3, 9), ""), (bare, (3, 12), "ensurepip")]:
            script.write_text(
                f"#!{sys.executable}\n"
                f"import sys; sys.version_info = (*{version}, 0); sys.modules['{hidden}'] = None\n"
                "exec(sys.argv[2])\n"
            )
        stub.write_text("#!/bin/sh\necho 'command not found' >&2; exit 127\n")
        for script in (old, bare, stub):
            script.chmod(0o755)
        refused = self.run("-s", "python", PYTHON=f"{old} {bare} {stub} {tmp_path / 'none'}")
        assert refused.returncode != 0
        assert f"Found: {old} (3.9), {bare} (3.12 without its venv module)." in refused.stderr
        assert "apt-get install python3 python3-venv" in refused.stderr
        assert "Traceback" not in refused.stderr


def test_binder_understands_the_environment():
    """repo2docker prints the recipe of Binder's image; no container engine is needed for that."""
    printed = ran("-m", "repo2docker", "--no-build", "--debug", ".")
    recipe = printed.stdout + printed.stderr
    assert printed.returncode == 0, recipe[-2000:]
    assert "Building conda environment for python=3.12" in recipe, "Binder takes another Python"
    # The clone is installed too, so it must be there before, and postBuild must follow.
    steps = ["COPY --chown=0:0 src/ ${REPO_DIR}/", '--file "environment.yml"', "RUN ./postBuild"]
    found = [recipe.find(step) for step in steps]
    assert -1 not in found, f"missing in Binder's recipe: {dict(zip(steps, found, strict=True))}"
    assert found == sorted(found)


def test_the_statement_on_access_names_each_test_that_asks_axe():
    asks = re.compile(r"\b(violations|Axe)\(")
    tests = {f"tests/{path.name}" for path in (ROOT / "tests").glob("test_*.py")}
    asking = {name for name in tests if asks.search(text_of(name))} - {"tests/test_repository.py"}
    named = set(re.findall(r"`(tests/\w+\.py)`", text_of("ACCESSIBILITY.md")))
    assert asking == named
    assert "](ACCESSIBILITY.md)" in text_of("README.md")
