"""The server: keeps the findings of open documents and answers the editor.

A document is checked off the main loop, a moment after its last change: first by the rules that
need no parser, then by all of them. What has become stale meanwhile is thrown away.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from checker import __version__, api
from checker.lsp import actions, diagnostics, terms, watching
from checker.lsp.places import Places
from checker.result import Checked
from glossary.problem import ProblemsError

# Seconds after the last change: for rules that only read, and for those that parse.
_SOON, _LATER = 0.03, 0.35
# Seconds between two looks at the files beside the drafts, where the editor does not watch them.
_LOOK = 1.0
_SUFFIXES = {"markdown": ".md", "html": ".html", "plaintext": ".txt"}
_WATCHED = ("**/.zhengming.yaml", "**/*.yaml", "**/*.yml", "**/*.zh.*", "**/*.zh-*.*")


@dataclass
class _Open:
    """An open document: what was found in it last, and the check that is under way."""

    version: int
    name: str = ""
    content: str = ""
    checked: Checked | None = None
    troubles: list[str] = field(default_factory=list)
    task: asyncio.Task[None] | None = field(default=None, repr=False)


class Server(LanguageServer):
    """The language server of ``zhengming lsp``."""

    def __init__(self) -> None:
        super().__init__("zhengming", f"v{__version__}")
        self.open: dict[str, _Open] = {}
        self.watcher: asyncio.Task[None] | None = None

    def schedule(self, uri: str) -> None:
        """Check a document soon, and forget a check of an older version of it."""
        document = self.workspace.get_text_document(uri)
        entry = self.open.setdefault(uri, _Open(0))
        if entry.task:
            entry.task.cancel()
        entry.version = document.version or 0
        entry.name = _name(uri, document.language_id)
        entry.task = asyncio.create_task(self._check(uri, document.source, entry))

    async def _check(self, uri: str, content: str, entry: _Open) -> None:
        for delay, quick in ((_SOON, True), (_LATER, False)):
            await asyncio.sleep(delay)
            version = entry.version
            found, checked, troubles = await asyncio.to_thread(
                self._found, uri, entry.name, content, quick=quick
            )
            if version == entry.version and self.open.get(uri) is entry:
                entry.content, entry.checked = content, checked
                self.publish(uri, version, found)
                self._tell(troubles, entry)

    def _found(
        self, uri: str, name: str, content: str, *, quick: bool
    ) -> tuple[list[types.Diagnostic], Checked | None, list[str]]:
        try:
            checked = api.check_text(content, name=name, quick=quick)
        except ProblemsError as error:
            own = [problem for problem in error.problems if problem.path == name and problem.line]
            others = [str(problem) for problem in error.problems if problem not in own]
            return diagnostics.of_problems(own), None, others if content.strip() else []
        return diagnostics.of_findings(checked, uri, self.places(content)), checked, []

    def _tell(self, troubles: list[str], entry: _Open) -> None:
        """Show what keeps a document from being checked, once for as long as it lasts."""
        for trouble in troubles:
            if trouble not in entry.troubles:
                self.window_show_message(
                    types.ShowMessageParams(types.MessageType.Error, f"zhengming: {trouble}")
                )
        entry.troubles = troubles

    async def watch(self) -> None:
        """Check open documents anew when files that they depend on change, until cancelled."""
        known: dict[str, tuple[watching.Stamp, ...]] = {}
        while True:
            names = {uri: entry.name for uri, entry in self.open.items()}
            seen = await asyncio.to_thread(_stamps, names)
            changed = [uri for uri in seen if known.get(uri, seen[uri]) != seen[uri]]
            if changed:
                api.forget_files()
            for uri in changed:
                if uri in self.open:
                    self.schedule(uri)
            known = seen
            await asyncio.sleep(_LOOK)

    def publish(self, uri: str, version: int, found: list[types.Diagnostic]) -> None:
        """Show diagnostics in the editor."""
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, version=version, diagnostics=found)
        )

    def places(self, content: str) -> Places:
        """Return the places of a text in the units that the client counts."""
        return Places(content, self.workspace.position_codec.client_num_units)

    def text(self, uri: str) -> tuple[str, str, Places]:
        """Return the content of an open document, its name, and its places."""
        document = self.workspace.get_text_document(uri)
        places = self.places(document.source)
        return document.source, _name(uri, document.language_id), places

    def forget(self, uri: str) -> None:
        """Stop caring for a document, and clear what is shown of it."""
        entry = self.open.pop(uri, None)
        if entry and entry.task:
            entry.task.cancel()
        self.publish(uri, 0, [])


def _stamps(names: dict[str, str]) -> dict[str, tuple[watching.Stamp, ...]]:
    return {uri: watching.stamps(name) for uri, name in names.items()}


def _name(uri: str, language: str | None) -> str:
    """Return the path that the document has, or would have if it had been saved."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    if path and PurePath(path).suffix.lower() in api.suffixes():
        return path
    return (path or "untitled") + _SUFFIXES.get(language or "", ".txt")


async def _initialized(ls: Server, params: types.InitializedParams) -> None:
    """Ask the editor to tell when configuration, glossaries or sources change, or look oneself."""
    workspace = ls.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace else None
    if not watched or not watched.dynamic_registration:
        ls.watcher = asyncio.create_task(ls.watch())
        return
    options = types.DidChangeWatchedFilesRegistrationOptions(
        [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
    )
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    registration = types.Registration("watch", method, options)
    await ls.client_register_capability_async(types.RegistrationParams([registration]))


async def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.schedule(params.text_document.uri)


async def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.schedule(params.text_document.uri)


async def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.forget(params.text_document.uri)


async def _files_changed(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    api.forget_files()
    for uri in list(ls.open):
        ls.schedule(uri)


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    content, name, places = ls.text(params.text_document.uri)
    offset = places.offset(params.position)
    try:
        found = await asyncio.to_thread(terms.concept_in, content, name, offset)
    except ProblemsError:
        return None
    return types.Hover(terms.described(found[0]), places.range(found[1])) if found else None


async def _complete(ls: Server, params: types.CompletionParams) -> types.CompletionList:
    content, name, places = ls.text(params.text_document.uri)
    offset = places.offset(params.position)
    try:
        items = await asyncio.to_thread(terms.completions, content, name, offset, places)
    except ProblemsError:
        items = []
    return types.CompletionList(is_incomplete=True, items=items)


async def _act(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    entry = ls.open.get(uri)
    content, _, places = ls.text(uri)
    if not entry or not entry.checked or entry.content != content:
        return []  # the findings are of another version; the next check brings new ones
    start, end = places.offset(params.range.start), places.offset(params.range.end)
    shown = params.context.diagnostics
    return list(actions.actions(entry.checked, uri, places, start, end, shown))


_FEATURES: tuple[tuple[str, Any, Any], ...] = (
    (types.INITIALIZED, _initialized, None),
    (types.TEXT_DOCUMENT_DID_OPEN, _opened, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _changed, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, _closed, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _files_changed, None),
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (types.TEXT_DOCUMENT_COMPLETION, _complete, None),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        _act,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]),
    ),
)


def make_server() -> Server:
    """Return a server with its features."""
    server = Server()
    for method, handler, options in _FEATURES:
        server.feature(method, options)(handler)
    return server
