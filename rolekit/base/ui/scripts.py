"""The scripts and styles of our elements: files beside the module of the same name.

What ipywidgets does not have is a small anywidget of ours, with a few lines of JavaScript on the
browser's own controls. A script is a plain module and imports what it needs of others:

    import { keepKeys } from "./keys.js";

To anywidget, though, a script is one file that imports nothing, and a page that is opened from a
disk loads no modules at all. So the modules are joined here, without any tool: each becomes a
function that returns what it exports, in the order in which they need each other. For that an
import has a line of its own, and what is exported is declared where it is written.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
PACKAGE = HERE.parents[1]
IMPORT = re.compile(r'^import (\{ .+ \}) from "(\.{1,2}/[\w./]+\.js)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)
STANDARD = re.compile(r"^export default (.+;)$", re.MULTILINE)  # what a script alone is there for


def script(module: str) -> str:
    """Return the script beside a Python module, given by its `__file__`, as one module.

    >>> script(str(HERE / "choice.py")).splitlines()[-2]
    'export default $base_ui_choice.standard;'
    """
    file = Path(module).with_suffix(".js")
    source = f"//# sourceURL=rolekit/{file.relative_to(PACKAGE).as_posix()}\n"
    return f"{_joined(file)}export default {_name(file)}.standard;\n{source}"


def classic_script(module: str) -> str:
    """Return the script beside a Python module as one for `<script>`, even on a page from a disk.

    >>> classic_script(str(HERE / "choice.py")).splitlines()[0]
    '(() => { "use strict";'
    """
    return f'(() => {{ "use strict";\n{_joined(Path(module).with_suffix(".js"))}}})();\n'


def style(module: str) -> str:
    """Return the style beside a module, given by its `__file__`, with colours for any page."""
    files = (Path(made).with_suffix(".css") for made in (__file__, module))
    return "".join(file.read_text(encoding="utf-8") for file in files)


def _joined(file: Path) -> str:
    return "".join(map(_wrapped, dict.fromkeys(_with_what_it_needs(file))))


def _with_what_it_needs(file: Path) -> Iterator[Path]:
    for _, other in IMPORT.findall(file.read_text(encoding="utf-8")):
        yield from _with_what_it_needs(_beside(file, other))
    yield file


def _wrapped(file: Path) -> str:
    """Return a module as a function that is called at once: no name can meet that of another."""
    text = file.read_text(encoding="utf-8")
    names = EXPORT.findall(text)
    text = IMPORT.sub(lambda m: f"const {m[1]} = {_name(_beside(file, m[2]))};", text)
    text, standard = STANDARD.subn(r"const standard = \1", text)
    text = re.sub(r"^export ", "", text, flags=re.MULTILINE)
    gives = ", ".join([*names, *["standard"] * standard])
    return f"const {_name(file)} = (() => {{\n{text}return {{ {gives} }};\n}})();\n"


def _beside(file: Path, other: str) -> Path:
    return Path(os.path.normpath(file.parent / other))


def _name(file: Path) -> str:
    return "$" + re.sub(r"\W", "_", file.relative_to(PACKAGE).with_suffix("").as_posix())
