"""The run: paths to a result. Each file is read, checked with its own configuration, filtered."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import filters, suppress
from checker.across import NAMES, TERMS, Renderings, across, renderings
from checker.config import COMMAND_LINE, Config, find_config, load_config
from checker.context import Context
from checker.document import Document
from checker.files import discover, read_file
from checker.finding import Finding, Observation
from checker.lang import english
from checker.reader import STDIN, read_document
from checker.result import Checked, Result
from checker.rule import Need, RuleInfo, all_rules
from checker.sources import beside_source, glossary_terms, is_by_pattern
from checker.streaming import large_file
from checker.terminal import tell_compiling
from glossary.compiled import open_termbase
from glossary.problem import Problem, ProblemsError
from glossary.termbase import Termbase

if TYPE_CHECKING:  # what few runs need is loaded by them
    from checker.align import Terms
    from checker.baseline import Baseline

Progress = Callable[[Sequence[str]], Iterable[str]]


@dataclass(frozen=True)
class Request:
    """What the command line asks for; ``overrides`` are laid over each file's configuration.

    ``termbase`` is a glossary to use instead of the one that the configuration asks for. Only
    findings on lines that changed since the commit ``diff`` and that the ``baseline`` does not
    know are wanted, where these are given. ``across`` asks for one rendering over all files.
    ``source`` is the Chinese of the one draft; ``alone`` says that none is to be looked for.
    """

    paths: tuple[str, ...]
    config: Path | None = None
    profile: str | None = None
    overrides: dict[str, Any] = field(default_factory=dict)
    stdin_name: str | None = None
    termbase: Termbase | None = None
    diff: str | None = None
    baseline: Baseline | None = None
    across: bool = False
    source: Path | None = None
    alone: bool = False


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
    skipped = tuple(sorted(name for name, info in asked.items() if not _can_run(info)))
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
    context = _context(document, config, request.termbase)
    found = _checked(document, config, ignored, context)
    one = _Examined(document, config, found)
    compared = {info.id for info in config.enabled(ignored)} & {TERMS, NAMES}
    if request.across and compared:
        one.renderings = renderings(context, compared)
    return one


def _terms(config: Config, ignored: Iterable[str], request: Request) -> Terms:
    """Return what says the terms of a sentence: nothing where no rule needs the glossary."""
    if not any(Need.TERMS in info.rule.needs for info in config.enabled(ignored)):
        return lambda language, sentence: ()
    return glossary_terms(request.termbase or _termbase(config.glossary))


def _look_across(examined: list[_Examined]) -> None:
    """Add what differs from document to document to the findings of the documents."""
    pairs = [(one, one.renderings) for one in examined if one.renderings]
    for number, rule, seen in across([found for _, found in pairs]):
        one, _ = pairs[number]
        found = [*one.findings, _stamped(seen, all_rules()[rule], one.config)]
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


def config_for(path: str, request: Request) -> Config:
    """Return the configuration that holds for a file: its nearest one, and the command line.

    Raises:
        ProblemsError: the configuration is faulty.
    """
    folder = Path.cwd() if path == STDIN else Path(path).parent
    config = load_config(request.config or find_config(folder), request.profile)
    return config.over(request.overrides, COMMAND_LINE) if request.overrides else config


def check(document: Document, config: Config, ignored: Iterable[str] = ()) -> list[Finding]:
    """Return the findings of one document, filtered and in order.

    Raises:
        ProblemsError: a glossary file is faulty.
    """
    return _checked(document, config, ignored, _context(document, config, None))


def _context(document: Document, config: Config, termbase: Termbase | None) -> Context:
    return Context(document, lambda: termbase or _termbase(config.glossary), _day(document, config))


def _checked(
    document: Document, config: Config, ignored: Iterable[str], context: Context
) -> list[Finding]:
    enabled = config.enabled(ignored)
    if not enabled and not ignored:
        raise ProblemsError([Problem(document.path, 0, 0, "no rule is enabled for this file")])
    rules = [info for info in enabled if _has_what_it_needs(info, document)]
    if any(Need.TERMS in info.rule.needs for info in rules):
        _ = context.termbase  # a faulty glossary is said before any rule runs
    found = [finding for info in rules for finding in findings(info, document, context, config)]
    found = suppress.apply(found, document, all_rules(), [info.id for info in rules])
    found = [finding for finding in found if finding.rule not in {*config.ignore, *ignored}]
    found = filters.soften_quotations(found, document)
    found = filters.one_story(found)
    return filters.in_order(found)


def findings(
    info: RuleInfo, document: Document, context: Context, config: Config
) -> Iterable[Finding]:
    """Yield what one rule finds, stamped with its name, error type and configured severity."""
    rule = info.rule(config.rule_options(info))
    return (_stamped(seen, info, config) for seen in rule.check(document, context))


def _stamped(seen: Observation, info: RuleInfo, config: Config) -> Finding:
    return Finding(
        rule=info.id,
        category=info.rule.category,
        severity=config.severity(info),
        message=seen.message,
        spans=seen.spans,
        suggestions=seen.suggestions,
        concept=seen.concept,
        authority=seen.authority,
        fixes=seen.fixes,
        source_spans=seen.source_spans,
    )


def _has_what_it_needs(info: RuleInfo, document: Document) -> bool:
    return _can_run(info) and (Need.SOURCE not in info.rule.needs or document.has_source)


def _can_run(info: RuleInfo) -> bool:
    """Whether what the rule needs is installed."""
    return Need.TAGS not in info.rule.needs or english.is_installed()


def termbase_of(config: Config) -> Termbase:
    """Return the glossary of a configuration.

    Raises:
        ProblemsError: a glossary file is faulty.
    """
    return _termbase(config.glossary)


def forget_files() -> None:
    """Read configuration and glossary files anew when they are next asked for."""
    load_config.cache_clear()
    _termbase.cache_clear()


@lru_cache(maxsize=8)
def _termbase(glossary: tuple[Path, ...]) -> Termbase:
    return open_termbase(glossary, on_compile=tell_compiling)


def _day(document: Document, config: Config) -> date | None:
    """Return the date of a text: the command line's, its own, or that of its configuration."""
    if dict(config.origins).get("day") == COMMAND_LINE:
        return config.day
    return document.date or config.day


def is_excluded(path: Path, request: Request) -> bool:
    """Whether the configuration of a file excludes it from folders, or takes it for a source."""
    try:
        config = config_for(str(path), request)
    except ProblemsError:
        return False  # the file's turn will come, and the problem with it
    if is_by_pattern(path, config):
        return True
    return bool(config.exclude) and _matches(path, config, config.exclude)


def ignored_by_path(path: str, config: Config) -> list[str]:
    """Return the rules and groups that ``per-path`` silences for a file."""
    return [
        name
        for pattern, names in config.per_path
        if path != STDIN and _matches(Path(path), config, (pattern,))
        for name in names
    ]


def _matches(path: Path, config: Config, patterns: tuple[str, ...]) -> bool:
    """Whether a path, seen from the configuration's folder, matches a gitignore pattern.

    Links are not followed: a path is where its name says that it is.
    """
    relative = os.path.relpath(path, config.folder)
    if relative.startswith(os.pardir):
        return False
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns).match_file(Path(relative).as_posix())
