"""The rules on one document: which run, what they find, and what the filters leave of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from checker import filters, suppress
from checker.config import COMMAND_LINE, Config, load_config
from checker.context import Context
from checker.document import Document
from checker.finding import Finding, Observation
from checker.lang import english
from checker.rule import Need, RuleInfo, all_rules
from checker.terminal import tell_compiling
from glossary.compiled import open_termbase
from glossary.problem import Problem, ProblemsError
from glossary.termbase import Termbase


def check(document: Document, config: Config, ignored: Iterable[str] = ()) -> list[Finding]:
    """Return the findings of one document, filtered and in order.

    Raises:
        ProblemsError: a glossary file is faulty.
    """
    return checked_findings(document, config, ignored, context_for(document, config, None))


def context_for(document: Document, config: Config, termbase: Termbase | None) -> Context:
    """Return what rules may ask about a document; ``termbase`` instead of the configured one."""
    return Context(document, lambda: termbase or termbase_of(config), _day(document, config))


def checked_findings(
    document: Document, config: Config, ignored: Iterable[str], context: Context
) -> list[Finding]:
    """Return what the enabled rules find, after suppressions and filters."""
    enabled = config.enabled(ignored)
    if not enabled and not ignored:
        raise ProblemsError([Problem(document.path, 0, 0, "no rule is enabled for this file")])
    rules = [info for info in enabled if _has_what_it_needs(info, document)]
    if any(Need.TERMS in info.rule.needs for info in rules):
        _ = context.termbase  # a faulty glossary is said before any rule runs
    found = [finding for info in rules for finding in findings(info, document, context, config)]
    found = suppress.apply(found, document, all_rules(), [info.id for info in rules])
    found = [finding for finding in found if finding.rule not in {*config.ignore, *ignored}]
    found = filters.one_fault(found)
    found = filters.soften_quotations(found, document)
    found = filters.one_story(found)
    return filters.in_order(found)


def findings(
    info: RuleInfo, document: Document, context: Context, config: Config
) -> Iterable[Finding]:
    """Yield what one rule finds, stamped with its name, error type and configured severity."""
    rule = info.rule(config.rule_options(info))
    return (stamped(seen, info, config) for seen in rule.check(document, context))


def stamped(seen: Observation, info: RuleInfo, config: Config) -> Finding:
    """Return an observation as the finding of a rule."""
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
    return can_run(info) and (Need.SOURCE not in info.rule.needs or document.has_source)


def can_run(info: RuleInfo) -> bool:
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
