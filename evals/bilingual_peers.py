"""Other checkers of translations, on the same pairs in the same run; those that are installed.

``pip install translate-toolkit l10n-lint`` installs both. They read PO files, and say which unit
is flagged, not where in it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from evals.bilingual import Flag, Pair

_HEADER = (
    'msgid ""\nmsgstr ""\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Language: en\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
_UNIT_LINES = 4
_UNIT = re.compile(r'((?:^#.*\n)+)msgctxt "(\d+)"', re.MULTILINE)
_TEST = re.compile(r"^# \(pofilter\) ([\w-]+):", re.MULTILINE)

# What in their catalogue is about the content of a translation, not about its marks and spaces.
CONTENT = {
    "pofilter": (
        "numbers", "urls", "emails", "untranslated", "unchanged", "short", "long",
        "sentencecount", "acronyms", "blank",
    ),
    "l10n-lint": (
        "numeric-mismatch", "url-preservation", "untranslated-words", "source-equals-translation",
        "length-ratio", "max-length-ratio", "suspicious-length", "missing-translation",
        "consistency",
    ),
}  # fmt: skip

FIGURE = "Accuracy/Mistranslation, with a figure or unit"
_MISTRANSLATION = ("Accuracy/Mistranslation",)
_UNTRANSLATED = ("Accuracy/Source language fragment", "Non-translation")
_PUNCTUATION = ("Fluency/Punctuation",)
_CAPITALS = ("Fluency/Spelling",)
_LENGTH = ("Accuracy/Omission", "Accuracy/Addition")

# The MQM categories of the WMT raters that a test speaks of; of other tests, none that is known.
SPEAK_OF: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("numbers", "numeric-mismatch"), ("Locale convention", FIGURE)),
    **dict.fromkeys(("urls", "emails", "acronyms", "url-preservation"), _MISTRANSLATION),
    **dict.fromkeys(("untranslated", "unchanged", "untranslated-words"), _UNTRANSLATED),
    **dict.fromkeys(("source-equals-translation", "missing-translation", "blank"), _UNTRANSLATED),
    **dict.fromkeys(("sentencecount", "long", "short", "too-long", "suspicious-length"), _LENGTH),
    **dict.fromkeys(("length-ratio", "max-length-ratio"), _LENGTH),
    **dict.fromkeys(("endpunc", "startpunc", "puncspacing", "purepunc", "brackets"), _PUNCTUATION),
    **dict.fromkeys(("doublequoting", "singlequoting", "mixed-quotes", "ellipsis"), _PUNCTUATION),
    **dict.fromkeys(("boundary-character-mismatch", "inconsistent-punctuation"), _PUNCTUATION),
    **dict.fromkeys(("end-stop-mismatch", "punctuation-mismatch"), _PUNCTUATION),
    **dict.fromkeys(("startcaps", "simplecaps", "inconsistent-capitalization"), _CAPITALS),
    **dict.fromkeys(("consistency", "duplicate"), ("Fluency/Inconsistency", "Terminology")),
    **dict.fromkeys(("doublewords", "duplicate-words", "repeated-words"), ("Fluency/Grammar",)),
    **dict.fromkeys(("printf", "variables", "xmltags", "escapes", "tabs", "newlines"), ()),
    **dict.fromkeys(("endwhitespace", "startwhitespace", "doublespacing"), ()),
    **dict.fromkeys(("trailing-whitespace", "double-spaces", "zero-width-space"), ()),
}


def pofilter(pairs: Sequence[Pair]) -> list[Flag]:
    """Return what the tests of translate-toolkit's pofilter flag."""
    with tempfile.TemporaryDirectory() as folder:
        failed = Path(folder) / "failed.po"
        written = _write(pairs, folder)
        _run("pofilter", "--language=en", "--progress=none", str(written), str(failed))
        content = failed.read_text(encoding="utf-8") if failed.exists() else ""
    return [
        Flag(test, int(number))
        for comments, number in _UNIT.findall(content)
        for test in _TEST.findall(comments)
    ]


def l10n_lint(pairs: Sequence[Pair]) -> list[Flag]:
    """Return what l10n-lint flags."""
    with tempfile.TemporaryDirectory() as folder:
        file = str(_write(pairs, folder))
        issues = json.loads(_run("l10n-lint", "--language=en", "--format=json", file))["issues"]
    before = _HEADER.count("\n") + 1
    flags = [Flag(one["rule"], (one["line"] - before) // _UNIT_LINES) for one in issues]
    return [flag for flag in flags if flag.number >= 0]


def installed() -> dict[str, Callable[[Sequence[Pair]], list[Flag]]]:
    """Return the peers that can be run here, by name."""
    peers = {"pofilter": pofilter, "l10n-lint": l10n_lint}
    return {name: peer for name, peer in peers.items() if shutil.which(name, path=_beside())}


def content_alone(name: str, flags: Sequence[Flag]) -> list[Flag]:
    """Return the flags of a peer's tests that are about the content."""
    return [flag for flag in flags if flag.rule in CONTENT[name]]


def _beside() -> str:
    return str(Path(sys.executable).parent)


def _run(program: str, *arguments: str) -> str:
    command = [str(Path(_beside()) / program), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603
    return done.stdout


def _write(pairs: Sequence[Pair], folder: str) -> Path:
    """Write a PO file of which each unit has four lines; its context is its number."""
    units = [
        f'msgctxt "{number}"\nmsgid {_quoted(source)}\nmsgstr {_quoted(target)}\n\n'
        for number, (source, target) in enumerate(pairs)
    ]
    file = Path(folder) / "pairs.po"
    file.write_text(_HEADER + "".join(units), encoding="utf-8")
    return file


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
