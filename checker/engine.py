"""The run: paths to a result. Each file is read, checked with its own configuration, filtered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker import filters
from checker.across import NAMES, TERMS, Renderings, across, renderings
from checker.checking import can_run, checked_findings, context_for, stamped, termbase_of
from checker.config import Config
from checker.document import Document
from checker.files import discover, read_file
from checker.finding import Finding
from checker.reader import STDIN, read_document
from checker.request import Request, config_for, ignored_by_path, is_excluded
from checker.result import Checked, Result
from checker.rule import Need, all_rules
from checker.sources import beside_source, glossary_terms
from checker.streaming import large_file
from glossary.problem import ProblemsError

if TYPE_CHECKING:  # what few runs need is loaded by them
    from checker.align import Terms

Progress = Callable[[Sequence[str]], Iterable[str]]


def run(request: Request, progress: Progress = iter) -> Result:
    """Check everything that is asked for. A file that cannot be used is a problem of the result."""
    files, problems = discover(request.paths, lambda path: is_excluded(path, request))
    examined: list[_Examined] = []
    for path in progress(files):
        name = request.stdin_name if path == STDIN and request.stdin_name else path
        try:
            examined.append(_examine_file(path, name, request))
        except ProblemsError as error:
            problems.extend(error.problems)
    if request.across:
        _look_across(examined)
    checked, known = [], 0
    for one in examined:
        try:
            fresh, hidden = _wanted(one.findings, one.document, request)
        except ProblemsError as error:
            problems.extend(error.problems)
            continue
        checked.append(Checked(one.document, tuple(fresh), one.config.fail_on))
        known += hidden
    asked = {info.id: info for one in examined for info in one.config.enabled()}
    skipped = tuple(sorted(name for name, info in asked.items() if not can_run(info)))
    return Result(tuple(checked), tuple(dict.fromkeys(problems)), skipped, known)


@dataclass
class _Examined:
    document: Document
    config: Config
    findings: list[Finding]
    renderings: Renderings | None = None


def check_one(document: Document, request: Request, source: Document | None = None) -> Checked:
    """Check a document that has been read, beside its source if that has been read too.

    Raises:
        ProblemsError: the configuration, a glossary file or the source on disk cannot be used.
    """
    one = _examine(document, request, source)
    return Checked(one.document, tuple(one.findings), one.config.fail_on)


def _examine_file(path: str, name: str, request: Request) -> _Examined:
    """Check a file; of a large one, window by window, what belongs to findings is kept."""
    windows = large_file(path, name)
    if windows is None:
        return _examine(read_document(name, read_file(path)), request)
    from checker.excerpts import Excerpts

    excerpts = Excerpts()
    for window in windows:
        asked = replace(request, across=False, alone=request.alone or not window.has_source)
        excerpts.add(window, _examine(window, asked).findings)
    return _Examined(excerpts.document(name), config_for(name, request), excerpts.findings)


def _examine(document: Document, request: Request, source: Document | None = None) -> _Examined:
    name = document.path
    config = config_for(name, request)
    ignored = ignored_by_path(name, config)
    if source:
        from checker.align import pair

        document = pair(document, source, _terms(config, ignored, request))
    elif not request.alone:
        terms = _terms(config, ignored, request)
        document = beside_source(document, config, request.source, terms)
    context = context_for(document, config, request.termbase)
    found = checked_findings(document, config, ignored, context)
    one = _Examined(document, config, found)
    compared = {info.id for info in config.enabled(ignored)} & {TERMS, NAMES}
    if request.across and compared:
        one.renderings = renderings(context, compared)
    return one


def _terms(config: Config, ignored: Iterable[str], request: Request) -> Terms:
    """Return what says the terms of a sentence: nothing where no rule needs the glossary."""
    if not any(Need.TERMS in info.rule.needs for info in config.enabled(ignored)):
        return lambda language, sentence: ()
    return glossary_terms(request.termbase or termbase_of(config))


def _look_across(examined: list[_Examined]) -> None:
    """Add what differs from document to document to the findings of the documents."""
    pairs = [(one, one.renderings) for one in examined if one.renderings]
    for number, rule, seen in across([found for _, found in pairs]):
        one, _ = pairs[number]
        found = [*one.findings, stamped(seen, all_rules()[rule], one.config)]
        one.findings = filters.in_order(filters.one_story(found))


def _wanted(
    found: list[Finding], document: Document, request: Request
) -> tuple[list[Finding], int]:
    """Return the findings that the request wants to see, and how many places are known."""
    if request.diff and document.path != STDIN:
        from checker.changed import changed_lines

        found = filters.on_lines(found, document, changed_lines(document.path, request.diff))
    if request.baseline:
        return request.baseline.new_findings(found, document)
    return found, 0
