"""OmegaT glossaries: source, target and comment on a line, divided by tabs, in UTF-8.

Each Chinese form has a line for each good English form, the preferred one first; the comment
warns of wrong forms. See "Glossaries" in the OmegaT manual.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary.format import Format, checked, identifier
from glossary.merge import wrong_forms
from glossary.model import Concept, Confidence, Location, Status, Term
from glossary.problem import Problem, ProblemsError

# A comment is read at a glance.
_WRONG_FORMS_SHOWN = 3
_COMMENT_MARK = "#"


class _OmegaT(Format):
    suffixes = (".txt", ".tab", ".utf8", ".tsv")

    def write(self, concepts: Sequence[Concept]) -> str:
        return "".join(line for concept in concepts for line in _lines(concept))

    def read(self, content: str, path: str) -> list[Concept]:
        targets: dict[str, list[str]] = {}
        places: dict[str, int] = {}
        problems = []
        for number, line in enumerate(content.split("\n"), start=1):
            if not line.strip() or line.startswith(_COMMENT_MARK):
                continue
            source, _, rest = line.rstrip("\r").partition("\t")
            target = rest.split("\t")[0].strip()
            if not source.strip() or not target:
                wanted = "expected a Chinese term, a tab and an English term"
                problems.append(Problem(path, number, 1, wanted))
                continue
            targets.setdefault(source.strip(), []).append(target)
            places.setdefault(source.strip(), number)
        if problems:
            raise ProblemsError(problems)
        return checked(_concepts(targets, places, path), path)


FORMAT = _OmegaT()


def _lines(concept: Concept) -> Iterator[str]:
    good = (*concept.forms("en", Status.PREFERRED), *concept.forms("en", Status.ADMITTED))
    wrong = [form for forms in wrong_forms(concept).values() for form in forms[:1]]
    warning = f"not: {', '.join(wrong[:_WRONG_FORMS_SHOWN])}" if wrong else ""
    for source in concept.zh:
        for term in good:
            remarks = "; ".join(filter(None, (term.note, warning)))
            yield "\t".join((source, term.text, remarks)).rstrip("\t") + "\n"


def _concepts(targets: dict[str, list[str]], places: dict[str, int], path: str) -> list[Concept]:
    """Make one concept of the Chinese forms that have the same English ones."""
    sources: dict[tuple[str, ...], list[str]] = {}
    for source, forms in targets.items():
        sources.setdefault(tuple(dict.fromkeys(forms)), []).append(source)
    taken: set[str] = set()
    return [
        Concept(
            id=identifier(forms[0], taken),
            subject="",
            terms=(*_terms(chinese, "zh"), *_terms(forms, "en")),
            location=Location(path, places[chinese[0]], 1),
            confidence=Confidence.UNVERIFIED,
        )
        for forms, chinese in sources.items()
    ]


def _terms(forms: Sequence[str], language: str) -> Iterator[Term]:
    for number, form in enumerate(forms):
        yield Term(form, language, Status.ADMITTED if number else Status.PREFERRED)
