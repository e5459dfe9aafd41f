"""The workbook in JupyterLab, on any system: `python -m rolekit lab`, and options of JupyterLab.

    python -m rolekit lab --no-browser

`python -m rolekit settings` only keeps JupyterLab's question about news from opening over the
sliders, and lets it say what to do where a panel is not running. Just files in the environment can
do that, so `lab` writes them too.
"""

import json
import os
import shutil
import sys
from pathlib import Path

from rolekit.errors import RolekitError

ROOT = Path(__file__).parents[1]
EXTENSIONS = ROOT / "homes" / "labextensions"
START = "notebooks/00-start-here.ipynb"
QUIET = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}
}
# On a slow link what a server sends takes a third of the time.
PACKED = {
    "websocket_compression_options": {"compression_level": 1},
    "tornado_settings": {"compress_response": True},
}


def settle(environment: Path) -> None:
    """Write what JupyterLab should not ask for, and should say, into an environment's folder."""
    shared = environment / "share" / "jupyter"
    shutil.copytree(EXTENSIONS, shared / EXTENSIONS.name, dirs_exist_ok=True)
    settings = shared / "lab" / "settings"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "overrides.json").write_text(json.dumps(QUIET, indent=2), "utf-8")
    server = environment / "etc" / "jupyter" / "jupyter_server_config.json"
    server.parent.mkdir(parents=True, exist_ok=True)
    server.write_text(json.dumps({"ServerApp": PACKED}, indent=2), "utf-8")


def options() -> list[str]:
    """Return how JupyterLab is started: the project is its root, and it opens the first notebook.

    An address to start at, rather than a file, is also right where it is copied by hand. Jupyter
    refuses to serve root unless told to, and nobody else should be told to.
    """
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [
        f"--ServerApp.root_dir={ROOT}",
        f"--LabApp.default_url=/lab/tree/{START}",
        *(["--allow-root"] if root else []),
    ]


def open_lab(more: list[str]) -> None:
    """Serve the notebooks until somebody stops it."""
    if not (ROOT / START).is_file():
        raise RolekitError(
            f"There is no {START} in {ROOT}, for rolekit was installed without its notebooks. "
            "Run this in the folder of the project."
        )
    try:
        from jupyterlab.labapp import main
    except ImportError:
        raise RolekitError(
            f'JupyterLab is not installed for {sys.executable}. Run: "{sys.executable}" -m pip '
            'install -e ".[all]"'
        ) from None
    settle(Path(sys.prefix))
    # A workspace of its own keeps another project's tabs out of this window.
    os.environ.setdefault("JUPYTERLAB_WORKSPACES_DIR", str(Path(sys.prefix) / "workspaces"))
    main([*options(), *more])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["lab", *more]:
            try:
                open_lab(more)
            except RolekitError as problem:
                raise SystemExit(str(problem)) from None
        case ["settings"]:
            settle(Path(sys.prefix))
        case _:
            raise SystemExit(__doc__)
