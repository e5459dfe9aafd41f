// Makes wheels ready for a browser, in place: node homes/wheels.mjs PYODIDE FOLDER
//
// What no kernel reads is left out, and each module is compiled by the very Python that will run
// it: unpacking and compiling are most of what a browser would have to do before the first picture.
import { pathToFileURL } from "node:url";

const [pyodide, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide();
python.FS.mkdir("/wheels");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/wheels");
python.runPython(`
import re, zipfile
from importlib.util import source_hash
from importlib._bootstrap_external import _code_to_hash_pyc
from pathlib import Path

# Tests, what belongs to the page, what only FigureWidget shows, and stubs for completing the names
# of packages that are not here.
UNREAD = re.compile(
    r"(^|/)(tests|labextension|nbextension)/|^[^/]+[.]data/|[.]dist-info/RECORD$|/widgetbundle[.]js$"
    r"|^jedi/third_party/(django-stubs|typeshed/stubs)/"
)

for packed in Path("/wheels").iterdir():
    with zipfile.ZipFile(packed) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not UNREAD.search(name)}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            if name.endswith(".py"):
                code = compile(content, name, "exec", dont_inherit=True)
                name, content = name + "c", _code_to_hash_pyc(code, source_hash(content), False)
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
`);
