"""Why something was found on a line, or why nothing was: every step of a run, told for one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker import suppress
from checker.checking import can_run, context_for, findings
from checker.config import Config
from checker.context import Context
from checker.document import Document
from checker.engine import check_one
from checker.finding import Finding
from checker.request import Request, config_for, ignored_by_path
from checker.rule import Need, RuleInfo, all_rules
from checker.text import Span
from glossary.condition import Words
from glossary.model import Concept, Status, Term
from glossary.reasons import rejected

_RIGHT = (Status.PREFERRED, Status.ADMITTED)


@dataclass(frozen=True)
class Silent:
    """What a rule sees on the line and the run does not report, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True)
class Form:
    """A form of the glossary on the line: the right ones, and those not taken for a term."""

    text: str
    concept: Concept
    term: Term
    reason: str | None


@dataclass(frozen=True)
class Explanation:
    """All there is to say of a line; ``idle`` are enabled rules that could not run, with why."""

    document: Document
    config: Config
    line: Span
    found: tuple[Finding, ...]
    silent: tuple[Silent, ...]
    forms: tuple[Form, ...]
    idle: tuple[tuple[str, str], ...]


def explain(document: Document, number: int, request: Request) -> Explanation:
    """Return what the run does on a line of a document that has been read.

    Raises:
        ProblemsError: the configuration, a glossary file or the source cannot be used.
        IndexError: the document has no such line.
    """
    checked = check_one(document, request)
    document = checked.document
    if not 1 <= number <= len(document.lines.starts):
        raise IndexError(f"the file has {len(document.lines.starts)} lines")
    line = document.lines.around(document.lines.starts[number - 1])
    config = config_for(document.path, request)
    context = context_for(document, config, request.termbase)
    found = tuple(one for one in checked.findings if _is_on(one.spans, line))
    return Explanation(
        document,
        config,
        line,
        found,
        tuple(_silent(found, line, context, config)),
        tuple(_forms(line, context)),
        tuple(_idle(document, config)),
    )


def _is_on(spans: Iterable[Span], line: Span) -> bool:
    return any(span.start < line.end and line.start < span.end for span in spans)


def _silent(
    found: tuple[Finding, ...], line: Span, context: Context, config: Config
) -> Iterator[Silent]:
    """Yield what rules, enabled or not, see on the line and the run does not report."""
    document = context.document
    told = {(one.rule, span) for one in found for span in one.spans}
    for info in all_rules().values():
        if not can_run(info) or (Need.SOURCE in info.rule.needs and not document.has_source):
            continue
        for seen in findings(info, document, context, config):
            here = [span for span in seen.spans if _is_on([span], line)]
            if here and not any((seen.rule, span) in told for span in here):
                yield Silent(seen, _reason(info, here[0], found, document, config))


def _reason(
    info: RuleInfo, span: Span, found: tuple[Finding, ...], document: Document, config: Config
) -> str:
    by_path = ignored_by_path(document.path, config)
    if info not in config.enabled():
        return f"the rule is not enabled (select: {', '.join(config.select)})"
    if info not in config.enabled(by_path):
        return "per-path silences it for this file"
    for one in suppress.suppressions(document, all_rules()):
        if one.rule == info.id and one.covers(span):
            number, _ = document.lines.locate(one.comment.start)
            return f"the comment on line {number} silences it"
    others = [one.rule for one in found if span in one.spans]
    return f"{others[0]} tells it" if others else "another finding on the same concept tells it"


def _forms(line: Span, context: Context) -> Iterator[Form]:
    document = context.document
    for items in context.occurrences.values():
        for item in items:
            if item.status in _RIGHT and _is_on([item.span], line):
                yield Form(item.surface, item.concept, item.term, None)
    whole = Words(*(text.content for _, text in document.targets))
    for segment, text in document.targets:
        if not _is_on([text.span(0, len(text.content))], line):
            continue
        source = context.simplified(segment.source) if segment.source else None
        for one in rejected(context.termbase, text.content, source, whole):
            if _is_on([text.span(one.start, one.end)], line):
                surface = text.content[one.start : one.end]
                yield Form(surface, one.concept, one.term, one.reason)


def _idle(document: Document, config: Config) -> Iterator[tuple[str, str]]:
    for info in config.enabled():
        if not can_run(info):
            yield info.id, "its English pipeline is not installed"
        elif Need.SOURCE in info.rule.needs and not document.has_source:
            yield info.id, "it needs the Chinese, and none is beside the draft"
