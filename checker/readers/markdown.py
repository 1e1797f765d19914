"""Markdown: paragraphs, headings, list items, quotations and table cells.

Code, link targets, images and HTML tags are left out of the text. The tree-sitter grammar gives
the exact place of every node. ``date:`` in the YAML front matter is the date of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from itertools import accumulate

import tree_sitter_markdown
from tree_sitter import Language, Node, Parser

from checker.document import Comment, Document, Kind, Segment
from checker.reader import Reader
from checker.text import Run, Span, Text
from glossary.problem import Problem, ProblemsError

# Bytes [start, end) of the file, and the text instead.
_Cut = tuple[int, int, str]

_BLOCKS = Parser(Language(tree_sitter_markdown.language()))
_INLINE = Parser(Language(tree_sitter_markdown.inline_language()))

_HEADINGS = frozenset({"atx_heading", "setext_heading"})
_FRONT_MATTER = frozenset({"minus_metadata", "plus_metadata"})
# Inline nodes that are markup and not text. "[see this]" alone is text with brackets.
_MARKUP = frozenset({"emphasis_delimiter", "html_tag", "uri_autolink", "email_autolink"})
# These are left out too, but the words around them do not become neighbours.
_OBJECTS = frozenset({"code_span", "image", "latex_block"})
_OBJECT = "\ufffc"
_LINKS = frozenset({"inline_link", "full_reference_link", "collapsed_reference_link"})
_REFERENCES = frozenset({"entity_reference", "numeric_character_reference"})
_MOST_MARKS = 400
_DATE = re.compile(r"^date:[ \t]*[\"']?([^\s\"'][^\r\n\"']*)", re.MULTILINE)


class MarkdownReader(Reader):
    suffixes = (".md", ".markdown")

    def read(self, path: str, content: str, language: str) -> Document:
        """Return the document."""
        data = content.encode()
        characters = _character_offsets(content)
        segments: list[Segment] = []
        comments: list[Comment] = []
        day = None
        for node, heading in _text_nodes(_BLOCKS.parse(data).root_node):
            if node.type in _FRONT_MATTER:
                day = _date(content[: characters[node.end_byte]], path)
                continue
            cuts = _cuts(data, node)
            comments.extend(dict.fromkeys(_comments(data, cuts, characters)))
            runs = tuple(_runs(node, cuts, characters, content))
            if any(not run.content.isspace() for run in runs):
                kind = Kind.HEADING if heading else Kind.PARAGRAPH
                segments.append(Segment(Text(runs, language), kind=kind))
        return Document(path, "markdown", content, tuple(segments), day, tuple(comments))


def _character_offsets(content: str) -> list[int] | range:
    """Return for each byte offset of the UTF-8 text the code point offset."""
    if content.isascii():
        return range(len(content) + 1)
    widths = (len(character.encode()) for character in content)
    starts = list(accumulate(widths, initial=0))
    offsets = [0] * (starts[-1] + 1)
    for character, start in enumerate(starts):
        offsets[start] = character
    return offsets


def _text_nodes(root: Node) -> Iterator[tuple[Node, bool]]:
    """Yield the block nodes that hold text, in order, and whether each is in a heading."""
    stack = [(root, False)]
    while stack:
        node, heading = stack.pop()
        if node.type in _FRONT_MATTER or node.type in {"inline", "pipe_table_cell", "html_block"}:
            yield node, heading
        elif node.type not in {"fenced_code_block", "indented_code_block"}:
            inside = heading or node.type in _HEADINGS
            stack.extend((child, inside) for child in reversed(node.children))


def _runs(
    block: Node, cuts: list[_Cut], characters: list[int] | range, content: str
) -> Iterator[Run]:
    """Yield the runs of a block's text between its markup."""
    at = block.start_byte
    for low, high, text in [*cuts, (block.end_byte, block.end_byte, "")]:
        if low > at:
            first, last = characters[at], characters[low]
            yield Run(content[first:last], first, last)
        if low >= at and text:
            yield Run(text, characters[low], characters[high])
        at = max(at, high)


def _cuts(data: bytes, block: Node) -> list[_Cut]:
    """Return the markup of a block in order: where it stands, and the text that it stands for."""
    if block.type == "html_block":
        return [(block.start_byte, block.end_byte, "")]
    start = block.start_byte
    inline = data[start : block.end_byte]
    cuts = [
        (child.start_byte, child.end_byte, "")
        for child in block.children
        if child.type == "block_continuation"
    ]
    # The grammar weighs all pairings of marks at once; so many are no writer's emphasis.
    if sum(map(inline.count, (b"*", b"_", b"[", b"`"))) <= _MOST_MARKS:
        cuts.extend((start + low, start + high, text) for low, high, text in _markup(inline))
    objects = [(low, high) for low, high, text in cuts if text == _OBJECT]
    cuts.extend(
        (low, high, "")
        for low, high in _comment_places(data, start, block.end_byte)
        if not any(first < low < last for first, last in objects)
    )
    return sorted(cuts)


def _markup(inline: bytes) -> Iterator[_Cut]:
    stack = [_INLINE.parse(inline).root_node]
    while stack:
        node = stack.pop()
        if node.type in _REFERENCES:
            yield node.start_byte, node.end_byte, unescape((node.text or b"").decode())
        elif node.type in _OBJECTS:
            yield node.start_byte, node.end_byte, _OBJECT
        elif node.type == "backslash_escape":
            yield node.start_byte, node.start_byte + 1, ""
        elif node.type in _LINKS:
            # Only the words are text: not the brackets, nor the target behind them.
            words = next((child for child in node.children if child.type == "link_text"), node)
            yield node.start_byte, words.start_byte, ""
            yield words.end_byte, node.end_byte, ""
            stack.extend(words.children)
        elif node.type in _MARKUP:
            yield node.start_byte, node.end_byte, ""
        else:
            stack.extend(node.children)


def _comments(data: bytes, cuts: list[_Cut], characters: list[int] | range) -> Iterator[Comment]:
    for low, high, instead in cuts:
        # Code has a text that stands for it; what looks like a comment there is none.
        if not instead:
            for start, end in _comment_places(data, low, high):
                span = Span(characters[start], characters[end])
                yield Comment(data[start + 4 : end - 3].decode(), span)


def _comment_places(data: bytes, low: int, high: int) -> Iterator[tuple[int, int]]:
    # By the rule of HTML and CommonMark 0.31; the grammar's older one stops at any "--" inside.
    while (start := data.find(b"<!--", low, high)) >= 0:
        end = data.find(b"-->", start, high)
        if end < 0:
            return
        low = end + 3
        yield start, low


def _date(content: str, path: str) -> date | None:
    """Return the date in the front matter, if there is one.

    Raises:
        ProblemsError: it is not written as 2024-03-05.
    """
    match = _DATE.search(content)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1][: len("2024-03-05")])
    except ValueError as error:
        line = content.count("\n", 0, match.start(1)) + 1
        message = f'expected a date such as 2024-03-05, found "{match[1]}"'
        raise ProblemsError([Problem(path, line, len("date: ") + 1, message)]) from error
