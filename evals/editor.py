"""How soon an editor shows a new finding: the language server, timed from the edit.

``python -m evals.editor DRAFT``: the draft is opened, then a wrong term and a sentence that only
the parser finds fault with are typed at its end, again and again; medians of the times until each
is shown.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from pathlib import Path

import click
from lsprotocol import types
from pygls.lsp.client import LanguageClient

_TERM = "\n\nThey spoke of One Belt and One Road for hours.\n"
_PARSED = "\n\nThe city has rivers and roads. Transportation and economic hub of the west.\n"
_RULES = {_TERM: "deprecated-term", _PARSED: "sentence-fragment"}
_PATIENCE = 60.0


class _Editor:
    """A client that notes when a rule's finding is shown at the end of the text."""

    def __init__(self, uri: str) -> None:
        self.client = LanguageClient("evals", "1")
        self.uri = uri
        self.shown: list[types.Diagnostic] = []
        self.news = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _published(params: types.PublishDiagnosticsParams) -> None:
            self.shown = list(params.diagnostics)
            self.news.set()

    async def start(self, content: str) -> None:
        await self.client.start_io(sys.executable, "-m", "checker", "lsp")
        await self.client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
        self.client.initialized(types.InitializedParams())
        item = types.TextDocumentItem(self.uri, "markdown", 0, content)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await asyncio.wait_for(self.news.wait(), _PATIENCE)

    async def edit(self, version: int, content: str, rule: str, line: int) -> float:
        """Change the text, and return the seconds until the rule's finding is shown there."""
        begun = time.perf_counter()
        document = types.VersionedTextDocumentIdentifier(version, self.uri)
        change = types.TextDocumentContentChangeWholeDocument(content)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        while not any(one.code == rule and one.range.start.line == line for one in self.shown):
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), _PATIENCE)
        return time.perf_counter() - begun


async def _measure(draft: Path, rounds: int) -> dict[str, list[float]]:
    content = draft.read_text(encoding="utf-8").rstrip()
    editor = _Editor(draft.absolute().as_uri())
    await editor.start(content)
    times: dict[str, list[float]] = {rule: [] for rule in _RULES.values()}
    for number in range(rounds):
        for addition, rule in _RULES.items():
            longer = content + "\n\nMore." * (number + 1)
            line = longer.count("\n") + 2
            took = await editor.edit(len(times[rule]) + 1, longer + addition, rule, line)
            times[rule].append(took)
    await editor.client.shutdown_async(None)
    editor.client.exit(None)
    return times


@click.command()
@click.argument("draft", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--rounds", default=10, show_default=True)
def main(draft: Path, rounds: int) -> None:
    """Print the median and the longest time until a new finding is shown."""
    words = len(draft.read_text(encoding="utf-8").split())
    for rule, times in asyncio.run(_measure(draft, rounds)).items():
        median, longest = statistics.median(times[1:]), max(times[1:])
        click.echo(f"{rule}: median {median:.3f} s, longest {longest:.3f} s ({words:,} words)")


if __name__ == "__main__":
    main()
