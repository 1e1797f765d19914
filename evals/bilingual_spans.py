"""Bilingual findings against errors that people marked in machine translations (WMT MQM format).

``python -m evals.bilingual_spans wmt23_zhen_mqm_spans_dev.tsv.gz --half first --peers``: by rule,
how many of the flagged segments have a marked error, one of the categories that the rule speaks
of, and one at the very place, beside the share of all segments that have one; by MQM category,
how many of the marked segments are flagged. What any rater marked counts as marked.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from checker.terminal import safe
from evals import bilingual_peers, spans
from evals.bilingual import Flag, Pair, configuration, ours, table
from evals.bilingual_peers import FIGURE

_MARK = re.compile(r"</?v>")
_SPAN = re.compile(r"<v>(.*?)</v>", re.DOTALL)
_NO_ERROR = ("neutral", "no-error")
# A figure or unit in a marked span makes a category of its own beside that of the raters.
_IS_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?"
    r"|[mb]illions?|trillions?|half|halves|thirds?|quarters?|twice|doubled?|times|percent\w*"
    r"|yuan|RMB|dollars?|euros?|mu|acres?|hectares?|miles?|kilomet\w+|tons?|tonnes?)\b",
    re.IGNORECASE,
)
_MISTRANSLATION = ("Accuracy/Mistranslation", "Accuracy/Creative Reinterpretation")
_OMISSION = ("Accuracy/Omission",)
_TERM = ("Terminology", *_MISTRANSLATION)

# The beginnings of the categories that a rule speaks of; of all others, a mistranslation.
_SPEAK_OF: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("number-mismatch", "percent-point"), (FIGURE,)),
    "unit-mismatch": ("Locale convention/Currency format", FIGURE),
    "date-mismatch": ("Locale convention/Date format", FIGURE),
    "ordinal-mismatch": (FIGURE,),
    "approximation-lost": ("Accuracy/Omission", *_MISTRANSLATION),
    "name-mismatch": ("Locale convention/Name format", "Fluency/Spelling", *_MISTRANSLATION),
    "inconsistent-translation": ("Locale convention/Name", "Fluency/Inconsistency", *_TERM),
    "missing-term": _TERM,
    "inconsistent-term": ("Terminology", "Fluency/Inconsistency"),
    "untranslated-text": ("Accuracy/Source language fragment", "Non-translation"),
    "omitted-sentence": _OMISSION,
    "list-count-mismatch": (*_OMISSION, "Accuracy/Addition"),
    "added-sentence": ("Accuracy/Addition",),
    "quotation-mismatch": ("Fluency/Punctuation", *_OMISSION),
    "title-marks": ("Fluency/Punctuation",),
    "unaligned-passage": (*_OMISSION, "Accuracy/Addition"),
    **bilingual_peers.SPEAK_OF,
}

_ALL_SPEAK_OF = {*_SPEAK_OF.values(), _MISTRANSLATION}

Translations = dict[tuple[str, str], list["Segment"]]


@dataclass
class Segment(spans.Segment):
    """A segment with its source too, and the categories that are marked in the source alone."""

    source: str = ""
    in_source: set[str] = field(default_factory=set)

    @property
    def pair(self) -> Pair:
        """Both sides."""
        return self.source, self.text

    @property
    def categories(self) -> set[str]:
        """The categories of all that is marked."""
        return {*self.marked, *self.in_source}

    def has(self, categories: Sequence[str]) -> bool:
        """Whether an error of a category that begins so is marked."""
        return any(name.startswith(tuple(categories)) for name in self.categories)


def read(path: Path) -> Translations:
    """Return the segments of each system's translation of each document."""
    segments: dict[tuple[str, str], dict[int, Segment]] = defaultdict(dict)
    for row in table(path):
        if row["severity"].startswith("HOTW"):  # a test of the rater
            continue
        source, target = _plain(row["source"]), _plain(row["target"])
        here = segments[row["system"], row["doc"]]
        segment = here.setdefault(int(row["docSegId"]), Segment(target, source=source))
        if row["severity"].lower() not in _NO_ERROR and segment.pair == (source, target):
            _mark(segment, row)
    return {key: [rows[number] for number in sorted(rows)] for key, rows in segments.items()}


def _plain(text: str) -> str:
    return _MARK.sub("", text).replace("\n", " ")


def _mark(segment: Segment, row: dict[str, str]) -> None:
    marked = _SPAN.search(row["target"])
    if marked is None:
        segment.in_source.add(row["category"])
        return
    span = (marked.start(), marked.start() + len(marked[1]))
    segment.marked[row["category"]].append(span)
    if row["category"] == _MISTRANSLATION[0] and _IS_FIGURE.search(marked[1]):
        segment.marked[FIGURE].append(span)


@dataclass
class Tally:
    """Counts of segments: of one checker by rule, and by category."""

    segments: int = 0
    erroneous: int = 0
    flagged: Counter[str] = field(default_factory=Counter)
    any_error: Counter[str] = field(default_factory=Counter)
    own_error: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    chance: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    bases: Counter[tuple[str, ...]] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    touched: Counter[str] = field(default_factory=Counter)
    by_own: Counter[str] = field(default_factory=Counter)

    def add(self, segments: Sequence[Segment], flags: Sequence[Flag]) -> None:
        """Count one translation of one document."""
        by_segment: dict[int, list[Flag]] = defaultdict(list)
        for flag in flags:
            by_segment[flag.number].append(flag)
        for number, segment in enumerate(segments):
            self.segments += 1
            self.erroneous += bool(segment.categories)
            self.bases.update(one for one in _ALL_SPEAK_OF if segment.has(one))
            self._count(segment, {flag.rule for flag in by_segment[number]})
            self._count_places(segment, by_segment[number])

    def _count(self, segment: Segment, rules: set[str]) -> None:
        for rule in rules:
            self.flagged[rule] += 1
            self.any_error[rule] += bool(segment.categories)
            self.own_error[rule] += segment.has(_speaks_of(rule))
        for category in segment.categories:
            self.marked[category] += 1
            self.touched[category] += bool(rules)
            self.by_own[category] += any(category.startswith(_speaks_of(rule)) for rule in rules)

    def _count_places(self, segment: Segment, flags: Sequence[Flag]) -> None:
        for flag in flags:
            if flag.start is not None and flag.end is not None:
                self.places[flag.rule] += 1
                self.hits[flag.rule] += spans.overlaps((flag.start, flag.end), segment.spans)
                self.chance[flag.rule] += spans.chance(flag.end - flag.start, segment)

    def lines(self) -> Iterator[str]:
        """Yield the figures."""
        base = self.erroneous / max(1, self.segments)
        yield f"  {self.segments} segments, {base:.2f} of them with an error"
        yield from map(self._line, sorted(self.flagged))
        for category, count in sorted(self.marked.items()):
            yield (
                f"  {category}: {self.touched[category]} of {count} segments flagged, "
                f"{self.by_own[category]} by a rule that speaks of it"
            )

    def _line(self, rule: str) -> str:
        count, places = self.flagged[rule], self.places[rule]
        line = (
            f"  {rule}: {count} segments flagged, with an error {self.any_error[rule] / count:.2f}"
        )
        if _speaks_of(rule):
            base = self.bases[_speaks_of(rule)] / self.segments
            own = self.own_error[rule] / count
            line += f", with one of its own categories {own:.2f} (of all segments {base:.2f})"
        if places:
            hits, chance = self.hits[rule] / places, self.chance[rule] / places
            line += f"; {places} places, on a marked one {hits:.2f} (by chance {chance:.2f})"
        return line


def _speaks_of(rule: str) -> tuple[str, ...]:
    return _SPEAK_OF.get(rule, _MISTRANSLATION)


def half_of(translations: Translations, half: str | None) -> Translations:
    """Return the translations of the first or second half of the documents, or all."""
    names = sorted({document for _, document in translations})
    middle = (len(names) + 1) // 2
    wanted = {"first": names[:middle], "second": names[middle:], None: names}[half]
    return {key: translations[key] for key in sorted(translations) if key[1] in wanted}


def shown(segment: Segment, flags: Sequence[Flag]) -> Iterator[str]:
    """Yield what is flagged in a segment, and what was marked in it."""
    for flag in flags:
        hit = spans.overlaps((flag.start or 0, flag.end or 0), segment.spans)
        words = safe(segment.text[flag.start : flag.end])
        yield f"{flag.rule}: {words} ({'' if hit else 'not '}on a marked place)"
    if flags:
        yield f"  {safe(segment.source)}\n  {safe(segment.text)}"
    for category, places in segment.marked.items() if flags else ():
        words = "; ".join(dict.fromkeys(segment.text[start:end] for start, end in places))
        yield f"  {category}: {safe(words)}"


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--half", type=click.Choice(["first", "second"]), help="Only this half, by document.")
@click.option("--select", "-s", multiple=True, help="These rules or groups instead; repeatable.")
@click.option("--peers", is_flag=True, help="Also measure the other checkers that are installed.")
@click.option("--show", is_flag=True, help="Show our findings and what was marked.")
def main(file: Path, half: str | None, select: tuple[str, ...], peers: bool, show: bool) -> None:
    """Print precision by rule, beside what is marked anyway, and recall by MQM category."""
    translations = half_of(read(file), half)
    config = configuration(select)
    tally = Tally()
    for segments in translations.values():
        flags = ours([segment.pair for segment in segments], config)
        tally.add(segments, flags)
        if show:
            for number, segment in enumerate(segments):
                for line in shown(segment, [flag for flag in flags if flag.number == number]):
                    click.echo(line)
    click.echo("\n".join(["zhengming:", *tally.lines()]))
    everything = [segment for segments in translations.values() for segment in segments]
    pairs = [segment.pair for segment in everything]
    for name, peer in (bilingual_peers.installed() if peers else {}).items():
        tally = Tally()
        tally.add(everything, bilingual_peers.content_alone(name, peer(pairs)))
        click.echo("\n".join([f"{name}, tests of content:", *tally.lines()]))
        tally = Tally()
        tally.add(everything, peer(pairs))
        click.echo("\n".join([f"{name}, all tests:", *tally.lines()]))


if __name__ == "__main__":
    main()
