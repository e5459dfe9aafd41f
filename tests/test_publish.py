"""The workflow that publishes the site runs what everybody can run, with actions that stay put."""

import re

import pytest
import yaml
from hands import ROOT

WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
STEPS = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]
TARGETS = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("command", [step["run"] for step in STEPS if "run" in step])
def test_each_command_is_a_target_of_make(command):
    make, target = command.split()
    assert make == "make"
    assert target in TARGETS


@pytest.mark.parametrize("action", [step["uses"] for step in STEPS if "uses" in step])
def test_each_action_is_an_official_one_pinned_to_a_commit(action):
    assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action)


def test_only_the_job_that_publishes_may_write_and_it_publishes_what_make_wrote():
    build, deploy = WORKFLOW["jobs"]["build"], WORKFLOW["jobs"]["deploy"]
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in build
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    assert build["steps"][-1]["with"]["path"] == "dist/lite"
