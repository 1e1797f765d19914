"""Other sentence aligners that need no model, to be measured on the same sentences.

Each takes the sentences of both sides and returns its beads as rows of sentence numbers.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from checker.lang.everyday import everyday_words

# Sentences of the source and of the target that belong together, by their numbers.
Group = tuple[tuple[int, ...], tuple[int, ...]]
Aligner = Callable[[Sequence[str], Sequence[str]], list[Group]]


def gale_church(source: Sequence[str], target: Sequence[str]) -> list[Group]:
    """Align with nltk's Gale and Church, given our ratio of lengths and its variance."""
    from nltk.translate.gale_church import LanguageIndependent, align_blocks

    class _ToEnglish(LanguageIndependent):
        AVERAGE_CHARACTERS = 4.0
        VARIANCE_CHARACTERS = 35.5

    links = align_blocks(list(map(len, source)), list(map(len, target)), _ToEnglish)
    return _groups(links, len(source), len(target))


def _groups(links: Iterable[tuple[int, int]], sources: int, targets: int) -> list[Group]:
    """Return linked sentences as groups, and every sentence without a link as one of its own."""
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in sorted(links):
        if groups and (i in groups[-1][0] or j in groups[-1][1]):
            groups[-1][0].add(i)
            groups[-1][1].add(j)
        else:
            groups.append(({i}, {j}))
    found = [(tuple(sorted(left)), tuple(sorted(right))) for left, right in groups]
    linked = {i for left, _ in found for i in left}, {j for _, right in found for j in right}
    alone = [((i,), ()) for i in range(sources) if i not in linked[0]]
    return [*found, *alone, *(((), (j,)) for j in range(targets) if j not in linked[1])]


def hunalign(
    source: Sequence[str], target: Sequence[str], program: Path, *, words: bool
) -> list[Group]:
    """Align with hunalign; ``words`` gives it our everyday words.

    It takes a sentence and its translation to be equally long, and four characters of English go
    with one of Chinese: so it is given the Chinese in pinyin, the words as jieba cuts them.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dictionary = "".join(
            f"{english.lower()} @ {_in_pinyin(chinese)}\n" for chinese, english in everyday_words()
        )
        _write(folder / "dictionary", dictionary if words else "")
        _write(folder / "source", "".join(_in_pinyin(one) + "\n" for one in source))
        _write(folder / "target", "".join(" ".join(_words(one)) + "\n" for one in target))
        files = [str(folder / file) for file in ("dictionary", "source", "target")]
        done = subprocess.run(  # noqa: S603
            [str(program), "-realign", *files], capture_output=True, check=True, cwd=folder
        )
    rungs = [tuple(map(int, line.split()[:2])) for line in done.stdout.decode().splitlines()]
    return [
        (tuple(range(before[0], rung[0])), tuple(range(before[1], rung[1])))
        for before, rung in pairwise(rungs)
    ]


def _in_pinyin(text: str) -> str:
    import jieba
    from pypinyin import lazy_pinyin

    return " ".join("".join(lazy_pinyin(word)) for word in jieba.cut(text))


def _words(sentence: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", sentence.lower())


def _write(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")


def peers(program: Path | None) -> dict[str, Aligner]:
    """Return the peers that can be run here, by name; ``program`` is hunalign."""
    found: dict[str, Aligner] = {"nltk gale_church": gale_church}
    if program:
        found["hunalign"] = partial(hunalign, program=program, words=False)
        found["hunalign, with our everyday words"] = partial(hunalign, program=program, words=True)
    return found
