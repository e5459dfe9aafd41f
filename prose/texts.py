"""What people read, file by file: the line, the kind and the words of each paragraph or string.

The kinds are "prose" (notebooks, pages, tables), "words" (strings of the package), "docstring" (of
what is public) and "error" (what is raised).
"""

import ast
import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

TABLES = """facets guesses items mechanisms moments pairs pictures practice roles sentences skills
stories workshop"""
Text = tuple[int, str, str]


def files(root: Path) -> list[Path]:
    """Return every file that people read words of."""
    tables = [root / "data" / f"{name}.csv" for name in TABLES.split()]
    pages = [*root.glob("*.md"), *root.glob("data/*.md"), *root.glob("notebooks/*.ipynb")]
    return sorted([*tables, *pages, *root.glob("rolekit/**/*.py")])


def texts(path: Path) -> Iterator[Text]:
    """Return what is read in a file."""
    readers = {".md": _page, ".ipynb": _notebook, ".csv": _table, ".py": _module}
    return readers[path.suffix](path.read_text(encoding="utf-8"))


def _page(raw: str) -> Iterator[Text]:
    """Return paragraphs, items and cells of a page in Markdown, without code and addresses."""
    code = r"^```.*?^```|^ *>>> .*?(?:\n\n|\Z)|(?<=\n\n)(?: {4}[^\n]*\n?)+"
    raw = re.sub(code, lambda found: "\n" * found[0].count("\n"), raw, flags=re.S | re.M)
    raw = re.sub(r"!?\[([^\]]*)\]\([^)\s]*\)", r"\1", raw)
    raw = re.sub(r"`[^`\n]*`", "X", raw)
    found: list[str] = []
    start = 1
    for number, line in enumerate([*raw.splitlines(), ""], start=1):
        deeper = line.startswith("    ") != (found or [line])[-1].startswith("    ")
        if found and (deeper or re.match(r"\s*$|\s*(?:#+|[-*]|\d+\.) |\s*\|", line)):
            text = " ".join(one.strip() for one in found)
            yield start, "prose", re.sub(r"^(?:#+|[-*]|\d+\.) |\*\*", "", text)
            found = []
        if line.lstrip().startswith("|"):
            yield from ((number, "prose", cell.strip()) for cell in line.split("|"))
        elif line.strip():
            start = start if found else number
            found.append(line)


def _notebook(raw: str) -> Iterator[Text]:
    for cell in json.loads(raw)["cells"]:
        if cell["cell_type"] == "markdown":
            first = json.dumps(cell["source"][0], ensure_ascii=False)
            before = raw[: raw.find(first)].count("\n")
            for line, kind, text in _page("".join(cell["source"])):
                yield before + line, kind, text


def _table(raw: str) -> Iterator[Text]:
    rows = csv.reader(raw.splitlines(keepends=True))
    for row in rows:
        yield from ((rows.line_num, "prose", cell) for cell in row if " " in cell)


def _module(raw: str) -> Iterator[Text]:
    tree = ast.parse(raw)
    raises = [node for node in ast.walk(tree) if isinstance(node, ast.Raise)]
    raised = {part for node in raises for part in ast.walk(node)}
    seen: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            told = ast.get_docstring(node) or ""
            seen |= set(ast.walk(node.body[0])) if told else set()
            if not getattr(node, "name", "").startswith("_"):
                for line, _, text in _page(told):
                    yield node.body[0].lineno + line - 1, "docstring", text
        elif isinstance(node, ast.JoinedStr):
            seen |= set(ast.walk(node))
            parts = [getattr(one, "value", "") for one in node.values]
            text = "".join(one if isinstance(one, str) else "7" for one in parts)
            yield from _said(node, text, raised)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in seen:
            yield from _said(node, node.value, raised)


def _said(node: ast.expr, text: str, raised: set[ast.AST]) -> Iterator[Text]:
    """Return what is read of a string: no style sheets, patterns or names, and no markup."""
    if re.search(r"[;{]\s*\n|;$|\{ [a-z-]+:|^data:|\(\?|\\[bws]", text):
        return
    for part in re.split(r"<[^>]*>|\n\n", text):
        if len(re.findall(r"[A-Za-z]{2,}", part)) > 1:
            yield node.lineno, "error" if node in raised else "words", " ".join(part.split())
