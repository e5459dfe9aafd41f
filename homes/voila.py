"""The workbook as pages that run by themselves, with Voila: `python -m homes.voila`.

    python -m homes.voila --no-browser --theme=dark

Each page has a kernel of its own, runs its notebook when it is opened, and shows no code. Voila's
own templates ask another host for icons; those in `homes/templates` do not.
"""

import sys
from pathlib import Path

from traitlets.config import Config
from voila.app import Voila

from homes.html import ROOT, Inside, settings

TEMPLATES = Path(__file__).with_name("templates")


class Workbook(Voila):  # type: ignore[misc]
    """Voila with our templates before its own."""

    def setup_template_dirs(self) -> None:
        """Look into our folder first."""
        super().setup_template_dirs()
        self.template_paths.insert(0, str(TEMPLATES))


def options() -> Config:
    """Return how Voila is started: our notebooks and nothing else, without how to run them."""
    config = settings(Inside)
    config.Voila.root_dir = str(ROOT / "notebooks")
    config.VoilaConfiguration.allow_template_override = "NO"
    return config


if __name__ == "__main__":
    Workbook.launch_instance(sys.argv[1:], config=options())
