"""The scripts and styles of our elements: files beside the module of the same name.

What ipywidgets does not have is a small anywidget of ours, with a few lines of JavaScript on the
browser's own controls. A script is one file to anywidget and can import nothing, so what several
share (`keys.js`, `copy.js`) is put in front of each that wants it, once, when it is read.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def script(module: str, *shared: str) -> str:
    """Return the script beside a module, given by its `__file__`, after the shared ones it wants.

    >>> script(str(HERE / "choice.py"), "keys").startswith("// JupyterLab takes single keys")
    True
    """
    files = [*(HERE / f"{name}.js" for name in shared), Path(module).with_suffix(".js")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def style(module: str) -> str:
    """Return the style beside a module, given by its `__file__`."""
    return Path(module).with_suffix(".css").read_text(encoding="utf-8")
