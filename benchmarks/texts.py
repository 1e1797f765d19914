"""Texts and glossaries made for the benchmark, the same for the same seed.

Sentences are made up; the terms in them are forms of the shipped glossary, one in about fifteen
words, as in an article on policy. One term in twenty is a wrong form of it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from glossary.compiled import open_termbase
from glossary.model import Status
from glossary.variants import expand

ARTICLE = 29_000
_WRONG = 0.05
_SENTENCES = (
    "Officials who visited the county in {month} said that {term} had changed how {people} work.",
    "In {place}, {people} now speak of {term} when they explain why the {thing} was moved.",
    "The {thing} took {number} months to build and cost less than anybody had expected.",
    "{Term} and {term} were discussed at length, and the notes run to {number} pages.",
    "“We waited {number} years for this,” said one of the {people}, pointing at the {thing}.",
    "By the end of {month}, {number} villages had joined, most of them along the river.",
    "Nobody doubts that {term} matters; what {people} ask is how soon the {thing} will follow.",
    "A second group went to {place} to see how {term} is carried out where the land is steep.",
    "The office keeps a list of {number} {people} and calls each of them twice a year.",
    "Since {month} the {thing} has been open on weekends, and {term} is taught there.",
    "It rained for {number} days, yet the {people} of {place} finished the {thing} on time.",
    "{Term} is not a slogan here: it decides which {thing} is repaired first, and who pays for it.",
)
_WORDS = {
    "month": "January March April June August October November".split(),
    "people": "teachers farmers engineers drivers nurses clerks fishermen carpenters".split(),
    "place": ["the north", "the hills", "the old town", "the harbor", "a valley upstream"],
    "thing": ["bridge", "market hall", "reservoir", "bus line", "library", "school", "workshop"],
}
_SYLLABLES = "ba chi dong fei gu hai jin ke lan mu nan pai qi ru shan tai wei xiang yu zhe".split()
_HEADS = "zone corridor scheme council program cluster initiative belt".split()
_HAN = "山水林田湖草沙冰云雨风雪春夏秋冬东南西北"


def article(number: int, size: int = ARTICLE) -> str:
    """Return an article of about some bytes; each number is another article."""
    rng = random.Random(f"article {number}")  # noqa: S311 - no secret
    paragraphs: list[str] = []
    length = 0
    while length < size:
        sentences = (_sentence(rng) for _ in range(rng.randint(2, 5)))
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1].encode()) + 2
    return "\n\n".join(paragraphs) + "\n"


def write_articles(folder: Path, count: int, size: int = ARTICLE) -> Path:
    """Write articles into a new folder, and return it."""
    folder.mkdir()
    for number in range(count):
        (folder / f"article-{number:05}.txt").write_text(article(number, size), encoding="utf-8")
    return folder


def write_as_one(file: Path, count: int, size: int = ARTICLE) -> Path:
    """Write the same articles one after another into one file, and return it."""
    text = "\n".join(article(number, size) for number in range(count))
    file.write_text(text, encoding="utf-8")
    return file


def write_glossary(file: Path, concepts: int) -> Path:
    """Write a glossary of made-up concepts, each with a wrong pattern of four forms."""
    entries = []
    for number in range(concepts):
        name = f"{_name(number)} {_HEADS[number % len(_HEADS)]}"
        wrong = f"{_name(number)} {{area|district}} {{plan|project}}"
        entries.append(
            f"- id: made-up-{number}\n  zh: [{_chinese(number)}]\n"
            f"  en:\n    preferred: {name}\n    deprecated:\n"
            f'      - {{text: "{wrong}", note: made up}}\n  confidence: unverified\n'
        )
    file.write_text("".join(entries), encoding="utf-8")
    return file


def wrong_forms() -> dict[str, str]:
    """Return the wrong forms of the shipped glossary that need no condition, with the right ones.

    Of each pattern the first form only, which is what a list of rules in another tool would have.
    """
    return {
        expand(term.text)[0]: concept.preferred.text
        for concept in open_termbase().concepts()
        for term in concept.forms("en", Status.DEPRECATED)
        if term.condition is None
    }


def _sentence(rng: random.Random) -> str:
    good, wrong = _terms()
    term = rng.choice(wrong if rng.random() < _WRONG else good)
    other = rng.choice(good)
    words = {name: rng.choice(choices) for name, choices in _WORDS.items()}
    number = str(rng.randint(2, 400))
    template = rng.choice(_SENTENCES)
    return template.format(term=term, Term=other[0].upper() + other[1:], number=number, **words)


@lru_cache(maxsize=1)
def _terms() -> tuple[list[str], list[str]]:
    good, wrong = [], []
    for concept in open_termbase().concepts():
        for term in concept.forms("en"):
            if term.condition is None and term.text.count(" ") in range(1, 6):
                (good if term.is_good else wrong).append(expand(term.text)[0])
    return good, wrong


def _digits(number: int, base: int) -> Iterator[int]:
    while number:
        number, digit = divmod(number, base)
        yield digit


def _name(number: int) -> str:
    syllables = [_SYLLABLES[digit] for digit in _digits(number + 8000, len(_SYLLABLES))]
    return "".join(syllables).title()


def _chinese(number: int) -> str:
    return "".join(_HAN[digit] for digit in _digits(number + 8000, len(_HAN))) + "区"
