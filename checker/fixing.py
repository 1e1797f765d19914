"""Findings with a safe fix, written into the files. Not a byte changes elsewhere."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.document import Document
from checker.finding import Fix
from checker.result import Checked
from checker.text import WHOLE


def fixes_of(checked: Checked) -> list[Fix]:
    """Return the fixes of a document in order; where two overlap, the first one counts."""
    wanted = sorted(
        (
            fix
            for finding in checked.findings
            for fix in finding.fixes
            if fix.span in finding.spans and _is_safe(fix, checked.document)
        ),
        key=lambda fix: fix.span,
    )
    kept: list[Fix] = []
    for fix in wanted:
        if not kept or fix.span.start >= kept[-1].span.end:
            kept.append(fix)
    return kept


def _is_safe(fix: Fix, document: Document) -> bool:
    """Whether a fix meets nothing but text, in a content that is the whole file's own."""
    if document.labels or document.origins != WHOLE:
        return False
    return not set(document.special) & set(fix.text + document.text(fix.span))


def mended(checked: Checked, fixes: Sequence[Fix]) -> str:
    """Return the content of a document with fixes in place; they are in order."""
    content, parts, at = checked.document.content, [], 0
    for fix in fixes:
        parts += [content[at : fix.span.start], fix.text]
        at = fix.span.end
    return "".join([*parts, content[at:]])


def preview(checked: Checked, fixes: Sequence[Fix]) -> Iterator[str]:
    """Yield the lines of a unified diff of what the fixes would change."""
    path = checked.document.path
    yield from difflib.unified_diff(
        checked.document.content.splitlines(keepends=True),
        mended(checked, fixes).splitlines(keepends=True),
        fromfile=path,
        tofile=path,
    )


def write(checked: Checked, fixes: Sequence[Fix]) -> None:
    """Write the mended content, whole or not at all; the file keeps its mode.

    Raises:
        OSError: it cannot be written.
    """
    path = Path(checked.document.path).resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".zhengming-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(mended(checked, fixes).encode(checked.document.encoding))
        Path(name).chmod(path.stat().st_mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
