"""A quotation of the source without quotation marks in the English.

Somebody's words may be reported ("said that …"), and a term in quotation marks may go without
them. Quotations that open and never close are a matter of ``unpaired-mark``. Questions that are
none in the other language are reported only where the option asks for them: good translations
turn many a polite or rhetorical one.

Found:
    他说：“我们准备了三年，每个人都尽了全力。”
    He said: We prepared for three years, and everyone did their best.

Passed:
    他说：“我们准备了三年，每个人都尽了全力。”
    He said that they had prepared for three years and that everyone had done their best.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.context import Context
from checker.document import Document, Pair
from checker.finding import Category, Observation, Severity
from checker.rule import Need, Rule
from checker.text import Span
from checker.wording import listed

# Somebody's sentence: after a colon, or a comma with a verb of saying, and with a sentence's end.
_QUOTATION = re.compile(
    r"(?:[：:]|(?:说|表示|指出|强调|称|认为|道|介绍|回忆|坦言)[，,])\s*"
    r"(?P<said>[“「『][^“”「」『』]{10,400}?[。！？!?…，,；][^“”「」『』]{0,200}[”」』])"
)
_MARK = re.compile(r"[“”\"„«»‘「」『』]|(?<!\w)'|'(?!\w)")
_VERBS = (
    r"(?:sa(?:id|ys?)|stat(?:ed|es?)|not(?:ed|es?)|add(?:ed|s)|tells?|told|stress(?:ed|es)"
    r"|emphasi[sz]e[ds]?|point(?:ed|s) out|explain(?:ed|s)|recall(?:ed|s)|ask(?:ed|s)"
    r"|repl(?:ied|ies)|answer(?:ed|s)|wr(?:ote|ites?)|declare[ds]?|announce[ds]?|remark(?:ed|s))"
)
# Direct speech all the same: "said: Every", "said, Every", "said on Monday, We".
_DIRECT = re.compile(
    rf"\b{_VERBS}(?:[^.,:;]{{0,60}}(?::|,(?=\s(?:I|We|He|She|You|It|Our|My|This|There|If|The)\b))|,)"
    r"\s*(?P<first>[A-Z][\w’']*)"
)
_ASKED = re.compile(r"[？?][”」』]?\s*$")
_ASKS = re.compile(r"(?<=[\w\"”’')])\?[\"”’')]*(?=\s|$)")
_QUESTION_WORD = re.compile(
    r"[吗呢吧么谁几哪何]|什么|怎|多少|多大|多久|是否|能否|可否|是不是|有没有|能不能|会不会|难道|岂|[？?]"
)
_INDIRECT = re.compile(
    r"\b(?:whether|if|how|wh(?:y|at|en|ere|o|om|ich|ose)|ask(?:s|ed|ing)?|question\w*"
    r"|wonder\w*|doubt\w*|unclear|unknown)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Options:
    questions: bool = field(
        default=False,
        metadata={"help": "also report questions that are none in the other language"},
    )


class QuotationMismatch(Rule):
    category = Category.MISTRANSLATION
    severity = Severity.MINOR
    needs = frozenset({Need.SOURCE})
    Options = _Options

    def check(self, document: Document, context: Context) -> Iterator[Observation]:
        for pair in context.sure_pairs:
            source = context.source(pair)
            yield from _unmarked(source, pair)
            if self.options.questions:
                yield from _questions(source, pair)


def _unmarked(source: str, pair: Pair) -> Iterator[Observation]:
    """Yield the observation on direct speech without quotation marks."""
    quotation = _QUOTATION.search(source)
    if not quotation:
        return
    theirs, ours = pair.both
    direct = None if _MARK.search(ours.content) else _DIRECT.search(ours.content)
    if direct:
        yield Observation(
            f"{_short(quotation['said'])} is a quotation; the English has no quotation marks",
            (ours.span(direct.start("first"), len(ours.content.rstrip())),),
            source_spans=(theirs.span(*quotation.span("said")),),
        )


def _questions(source: str, pair: Pair) -> Iterator[Observation]:
    """Yield the observation on a question that is a statement on the other side."""
    theirs, ours = pair.both
    asks = _ASKS.search(ours.content)
    whole = theirs.span(0, len(theirs.content))
    if _ASKED.search(source) and "?" not in ours.content and not _INDIRECT.search(ours.content):
        yield _question(f"{_short(source)} is a question; the English is none", _end(pair), whole)
    elif asks and not _QUESTION_WORD.search(source):
        place = ours.span(*asks.span())
        yield _question(f"the English is a question; {_short(source)} is none", place, whole)


def _question(message: str, place: Span, source: Span) -> Observation:
    return Observation(message, (place,), source_spans=(source,))


def _end(pair: Pair) -> Span:
    """Return the last word of the target."""
    ours = pair.both[1]
    content = ours.content.rstrip()
    return ours.span(content.rfind(" ") + 1, len(content))


def _short(source: str) -> str:
    words = " ".join(source.strip("“”「」『』").split())
    return listed([words if len(words) <= 20 else f"{words[:20]}…"])
