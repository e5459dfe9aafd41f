"""A site on which the notebooks run in the reader's own browser: `python -m homes.lite`.

JupyterLite brings JupyterLab to the page, and Pyodide a Python. Whatever they need lies in the
site's folder, `dist/lite`: any static host serves it, and it asks no other host for anything. Run
it with a Python that has `homes/lite-requirements.txt`; Node's npm fetches Pyodide, and Node runs
it once to make ready what a browser would have to compile at each start (`wheels.mjs`).
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement

from rolekit.__main__ import EXTENSIONS, QUIET, START

ROOT = Path(__file__).parents[1]
SITE = ROOT / "dist" / "lite"
MODULE = re.compile(r"[.]pyc?$")
PIN = re.compile(r"^[\w.-]+==\S+", re.MULTILINE)
PYODIDE = "pyodide@314.0.6"  # the one that the kernel names
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "package.json")
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"
# A requirement's marker is judged as on this Python.
PYTHON = "3.14"
MACHINE = {
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "python_version": PYTHON,
    "python_full_version": f"{PYTHON}.0",
    "implementation_name": "cpython",
    "os_name": "posix",
    "extra": "",
}
# What the kernel's extension brings of its own, in place of what runs beside a server.
STUBS = ("ipykernel", "piplite", "pyodide_kernel", "widgetsnbextension-4")
# Loaded before the first cell runs, with all that they need.
FIRST = ("ipykernel", "piplite", "pyodide-kernel", "rolekit")
# rolekit imports them when a step needs them: Pyodide loads only what a cell names itself.
LATER = ("icalendar", "segno", "tqdm")


def run(*command: str | Path, folder: Path = ROOT) -> None:
    """Run a program, and stop where it fails."""
    subprocess.run([str(part) for part in command], cwd=folder, check=True)


def named(name: str) -> str:
    """Return a package's name as a lock file spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def versions() -> list[str]:
    """Return the versions of what runs: those of our lock, unless this home needs another."""
    found = {}
    for file in (ROOT / "requirements.lock", Path(__file__).with_name("lite-requirements.txt")):
        for pin in PIN.findall(file.read_text("utf-8")):
            found[named(pin.partition("==")[0])] = pin
    return list(found.values())


def wheels(folder: Path) -> list[Path]:
    """Fetch the wheels of what the notebooks import, and make rolekit's own."""
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    pure = ("--only-binary=:all:", "--platform=any", "--abi=none", "--implementation=py")
    wanted = ("ipython", "micropip", "anywidget", "ipywidgets", "plotly", *LATER)
    pins = folder.with_name("pins.txt")
    pins.write_text("\n".join(versions()), "utf-8")
    run(
        *(*pip, "download", "--quiet", f"--dest={folder}", f"--constraint={pins}"),
        *(*pure, f"--python-version={PYTHON}", *wanted),
    )
    run(*pip, "wheel", "--quiet", "--no-deps", f"--wheel-dir={folder}", ROOT)
    extension = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
    for stub in STUBS:
        [wheel] = (Path(sys.prefix) / extension).glob(f"{stub}*.whl")
        for replaced in folder.glob(f"{wheel.name.partition('-')[0]}-*.whl"):
            replaced.unlink()
        shutil.copy(wheel, folder)
    return sorted(folder.glob("*.whl"))


def locked(wheel: Path) -> dict[str, object]:
    """Return a wheel's entry in Pyodide's lock file."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        [about] = (name for name in names if name.endswith(".dist-info/METADATA"))
        told = Parser().parsestr(archive.read(about).decode("utf-8"), headersonly=True)
    modules = {MODULE.sub("", name.partition("/")[0]) for name in names if MODULE.search(name)}
    needed = [Requirement(line) for line in told.get_all("Requires-Dist", [])]
    depends = [named(one.name) for one in needed if not one.marker or one.marker.evaluate(MACHINE)]
    name = named(told["Name"])
    return {
        "name": name,
        "version": told["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(part for part in modules if not part.endswith((".dist-info", ".data"))),
        "depends": [*depends, *(LATER if name == "rolekit" else ())],
        "unvendored_tests": False,
    }


def make_ready(pyodide: Path, folder: Path) -> None:
    """Compile wheels and library in their places, and leave out what no kernel reads."""
    run("node", Path(__file__).with_name("wheels.mjs"), pyodide, folder)


def put_pyodide(target: Path, work: Path) -> None:
    """Put Pyodide beside the site's pages, with a lock file that names only what is there."""
    target.mkdir(parents=True)
    run("npm", "pack", "--silent", PYODIDE, folder=work)
    [packed] = work.glob("pyodide-*.tgz")
    with tarfile.open(packed) as archive:
        archive.extractall(work, filter="data")
    pyodide, ready = work / "package", work / "wheels"
    for name in RUNTIME:
        shutil.copy(pyodide / name, target)
    ready.mkdir()
    fetched = wheels(ready)
    shutil.copy(pyodide / LIBRARY, ready)
    make_ready(pyodide, ready)
    shutil.copytree(ready, target, dirs_exist_ok=True)
    lock = json.loads((pyodide / LOCK).read_text("utf-8"))
    entries = [locked(wheel) for wheel in fetched]
    lock["packages"] = {entry["name"]: entry for entry in entries}
    lacking = {need for entry in entries for need in entry["depends"]} - set(lock["packages"])
    if lacking:
        raise SystemExit(f"The site would lack {', '.join(sorted(lacking))}: add them to wheels().")
    (target / LOCK).write_text(json.dumps(lock), "utf-8")


def put_notebooks(target: Path) -> None:
    """Put the notebooks there as JupyterLite takes them: one text a cell, its own kernel's name."""
    target.mkdir(parents=True)
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        notebook = json.loads(path.read_text("utf-8"))
        notebook["metadata"]["kernelspec"] = {
            "name": "python",
            "display_name": "Python (Pyodide)",
            "language": "python",
        }
        for cell in notebook["cells"]:
            cell["source"] = "".join(cell["source"])
            for output in cell.get("outputs", []):
                if isinstance(output.get("text"), list):
                    output["text"] = "".join(output["text"])
                for kind, value in output.get("data", {}).items():
                    if isinstance(value, list):
                        output["data"][kind] = "".join(value)
        (target / path.name).write_text(json.dumps(notebook), "utf-8")


def settings() -> dict[str, object]:
    """Return what the site tells JupyterLite."""
    start = {
        "packages": ["micropip", *FIRST],
        "lockFileURL": f"./static/pyodide/{LOCK}",
    }
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": start}
    plugins = {"@jupyterlite/pyodide-kernel-extension:kernel": kernel}
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "rolekit",
            "defaultKernelName": "python",
            "enableMemoryStorage": True,
            "litePluginSettings": plugins,
        },
    }


def put_start() -> None:
    """Let the site's address lead to the first notebook.

    The empty settings are what JupyterLite looks for on this page.
    """
    start = f"lab/index.html?path={START}"
    (SITE / "index.html").write_text(
        '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>rolekit</title>\n'
        '<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">'
        "{}</script>\n"
        f'<script>location.replace("{start}")</script>\n'
        f'<p><a href="{start}">Open the workbook</a></p>\n</html>\n',
        "utf-8",
    )


def main() -> None:
    """Write the site, anew."""
    shutil.rmtree(SITE, ignore_errors=True)
    with TemporaryDirectory() as folder:
        work, lite = Path(folder), Path(folder) / "lite"
        put_pyodide(lite / "static" / "pyodide", work)
        put_notebooks(work / "content" / "notebooks")
        pictures = work / "content" / "pictures"
        pictures.mkdir()
        for picture in (ROOT / "pictures").glob("*.png"):
            shutil.copy(picture, pictures)
        (lite / "jupyter-lite.json").write_text(json.dumps(settings()), "utf-8")
        (lite / "overrides.json").write_text(json.dumps(QUIET), "utf-8")
        os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        run(
            *(sys.executable, "-m", "jupyterlite_core", "build", "--apps=lab", "--no-sourcemaps"),
            *("--no-unused-shared-packages", f"--lite-dir={lite}", f"--output-dir={SITE}"),
            f"--contents={work / 'content'}",
            f"--FederatedExtensionAddon.extra_labextensions_path={EXTENSIONS}",
            folder=lite,
        )
    put_start()
    size = sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file())
    print(f"{SITE}: {size / 1e6:.0f} MB. Serve it by: python -m http.server -d dist/lite")


if __name__ == "__main__":
    main()
