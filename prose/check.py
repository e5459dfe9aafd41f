"""Hold every text to one voice: `python -m prose.check` says where it is lost, and what to write.

The rules are rows of `rules.csv`: the habit's number, the kinds of text (all if empty), a pattern,
and what to say instead. Sentences are short: half of a file's have at most 16 words, none above 40.
Files in `not_read_aloud.txt` were not yet read aloud; they are left out until they are.
"""

import csv
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from statistics import median

from prose.texts import Text, files, texts

HERE = Path(__file__).parent
MEDIAN, LONGEST, ENOUGH = 16, 40, 10  # words of a sentence, and sentences that have a median
SENTENCE = re.compile(r"(?<=[.!?])[\"')*_\]]*\s+(?=[A-Z0-9\"'(*_])")
APPENDIX = re.compile(r"notebooks/09|rolekit/card/|data/README")  # where "band" is at home
Found = tuple[int, str, str]


def rules() -> list[dict[str, str]]:
    """Return the rows of the table of rules."""
    with (HERE / "rules.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def not_read_aloud() -> list[str]:
    """Return the patterns of the files that were not yet read aloud."""
    lines = (HERE / "not_read_aloud.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def check(told: list[Text], appendix: bool = False) -> Iterator[Found]:
    """Return line, what was found and what to write instead; an appendix may say "band"."""
    known = [rule for rule in rules() if not (appendix and rule["habit"] == "11")]
    lengths = []
    for line, kind, text in told:
        for rule in known:
            if kind in (rule["kinds"] or kind).split():
                for hit in re.finditer(rule["pattern"], text, re.M):
                    yield line, hit[0], rule["instead"]
        for sentence in SENTENCE.split(text):
            words = len(re.findall(r"[\w'’.,%-]*\w[\w'’%]*", sentence))
            lengths += [words] if words > 2 and kind != "docstring" else []
            if words > LONGEST and kind != "docstring":
                yield line, f"{sentence[:40]} ... ({words} words)", f"at most {LONGEST} words"
    if len(lengths) >= ENOUGH and median(lengths) > MEDIAN:
        yield 1, f"a median of {median(lengths):g} words a sentence", f"at most {MEDIAN}"


def main(root: Path) -> int:
    """Print what is wrong, and return how much."""
    wrong, left_out, clean = 0, not_read_aloud(), set(not_read_aloud())
    for path in files(root):
        name = path.relative_to(root).as_posix()
        found = sorted(check(list(texts(path)), bool(APPENDIX.match(name))))
        if mine := {pattern for pattern in left_out if fnmatch(name, pattern)}:
            clean -= mine if found else set()
            continue
        for line, what, instead in found:
            print(f"{name}:{line}: {what!r}: write {instead}")
        wrong += len(found)
    for pattern in sorted(clean):
        print(f"{pattern} keeps every rule now: take it out of prose/not_read_aloud.txt")
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(HERE.parent) else 0)
