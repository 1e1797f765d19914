"""The language server, driven by a real client over standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

DRAFT = "# Draft\n\n😀 The 北京 forum discussed the One Belt One Road in detail.\n\nNothing else.\n"


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[sys.executable, "-m", "checker", "lsp"])
)
async def client(lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    lsp_client.contents = {}
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    (tmp_path / ".zhengming.yaml").write_text("select: [terminology]\n")
    params = types.InitializeParams(
        capabilities=client_capabilities("visual_studio_code"), root_uri=tmp_path.as_uri()
    )
    await lsp_client.initialize_session(params)
    yield
    await lsp_client.shutdown_session()


async def _open(client: LanguageClient, file: Path, content: str) -> str:
    file.write_text(content, encoding="utf-8")
    uri = file.as_uri()
    client.contents[uri] = content
    item = types.TextDocumentItem(uri, "markdown", 1, content)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    return uri


async def _change(client: LanguageClient, uri: str, version: int, content: str) -> None:
    client.contents[uri] = content
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version, uri),
            [types.TextDocumentContentChangeWholeDocument(content)],
        )
    )


async def _shown(client: LanguageClient, uri: str, wanted: Sequence[str]) -> list[types.Diagnostic]:
    """Wait until just these texts are marked, and return the diagnostics."""
    marked: list[str] = []
    for _ in range(2400):
        content = client.contents[uri].split("\n")
        found = [one for one in client.diagnostics.get(uri, ()) if one.code == "deprecated-term"]
        marked = [_text(content, one.range) for one in found]
        if uri in client.diagnostics and marked == list(wanted):
            return found
        await asyncio.sleep(0.025)
    pytest.fail(f"{marked} is marked, not {wanted}")


def _text(lines: list[str], place: types.Range) -> str:
    units = lines[place.start.line].encode("utf-16-le")
    return units[2 * place.start.character : 2 * place.end.character].decode("utf-16-le")


@pytest.mark.asyncio
async def test_open_edit_hover_fix_suppress_close(client: LanguageClient, tmp_path: Path) -> None:
    uri = await _open(client, tmp_path / "draft.md", DRAFT)
    (found,) = await _shown(client, uri, ["One Belt One Road"])
    assert "Belt and Road Initiative" in found.message

    place = types.TextDocumentIdentifier(uri)
    inside = types.Position(2, found.range.start.character + 3)
    hover = await client.text_document_hover_async(types.HoverParams(place, inside))
    assert isinstance(hover.contents, types.MarkupContent)
    assert "一带一路" in hover.contents.value
    assert "Authority" in hover.contents.value

    line = DRAFT.split("\n")[2]
    chinese = line.index("北京")
    there = types.Position(2, len(line[: chinese + 1].encode("utf-16-le")) // 2)
    hover = await client.text_document_hover_async(types.HoverParams(place, there))
    assert "Beijing" in hover.contents.value

    actions = await client.text_document_code_action_async(
        types.CodeActionParams(place, found.range, types.CodeActionContext([found]))
    )
    titles = [action.title for action in actions]
    assert "Write “Belt and Road Initiative”" in titles or (
        "Replace by “Belt and Road Initiative”" in titles
    )
    suppress = next(one for one in actions if one.title.startswith("Ignore deprecated-term"))
    (edit,) = suppress.edit.changes[uri]
    lines = DRAFT.split("\n")
    lines[edit.range.start.line] += edit.new_text
    await _change(client, uri, 2, "\n".join(lines))
    await _shown(client, uri, [])

    again = DRAFT.replace("Nothing else", "It is not One Belt and One Road")
    await _change(client, uri, 3, again.replace("One Belt One Road", "Belt and Road Initiative"))
    await _shown(client, uri, ["One Belt and One Road"])

    client.text_document_did_close(types.DidCloseTextDocumentParams(place))
    for _ in range(100):
        if not client.diagnostics[uri]:
            break
        await asyncio.sleep(0.02)
    assert not client.diagnostics[uri]


@pytest.mark.asyncio
async def test_completion_of_chinese_and_english(client: LanguageClient, tmp_path: Path) -> None:
    content = "We speak of 全过程人民民主\n\nand of whole-process peop\n"
    uri = await _open(client, tmp_path / "draft.md", content)
    place = types.TextDocumentIdentifier(uri)
    for line, text in ((0, "We speak of 全过程人民民主"), (2, "and of whole-process peop")):
        answer = await client.text_document_completion_async(
            types.CompletionParams(place, types.Position(line, len(text)))
        )
        first = answer.items[0]
        assert first.label == "whole-process people's democracy"
        start = first.text_edit.range.start.character
        assert text[start:] in ("全过程人民民主", "whole-process peop")


@pytest.mark.asyncio
async def test_the_house_glossary_is_followed(client: LanguageClient, tmp_path: Path) -> None:
    content = "# Draft\n\nThe lantern tower was lit in the evening.\n"
    uri = await _open(client, tmp_path / "draft.md", content)
    await _shown(client, uri, [])
    (tmp_path / "house.yaml").write_text(
        "- id: tower\n  zh: [灯塔]\n  en:\n    preferred: lighthouse\n"
        "    deprecated: [{text: lantern tower, note: a house rule}]\n  confidence: unverified\n",
        encoding="utf-8",
    )
    config = tmp_path / ".zhengming.yaml"
    config.write_text("select: [terminology]\nglossary: [house.yaml]\n")
    client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams(
            [types.FileEvent(config.as_uri(), types.FileChangeType.Changed)]
        )
    )
    (found,) = await _shown(client, uri, ["lantern tower"])
    assert "lighthouse" in found.message


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[sys.executable, "-m", "checker", "lsp"])
)
async def blind_client(lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    """A client that watches no files, as Neovim on Linux."""
    lsp_client.contents = {}
    params = types.InitializeParams(types.ClientCapabilities(), root_uri=tmp_path.as_uri())
    await lsp_client.initialize_session(params)
    yield
    await lsp_client.shutdown_session()


@pytest.mark.asyncio
async def test_the_server_watches_where_the_editor_does_not(
    blind_client: LanguageClient, tmp_path: Path
) -> None:
    uri = await _open(blind_client, tmp_path / "draft.md", DRAFT)
    await _shown(blind_client, uri, ["One Belt One Road"])
    await asyncio.sleep(1.5)  # the server has looked at the files once
    config = tmp_path / ".zhengming.yaml"
    config.write_text("select: [typography]\n")
    await _shown(blind_client, uri, [])
    config.write_text("selects: [terminology]\n")
    for _ in range(400):
        if blind_client.messages:
            break
        await asyncio.sleep(0.025)
    (message,) = blind_client.messages
    assert ".zhengming.yaml:1:1" in message.message
    config.unlink()
    await _shown(blind_client, uri, ["One Belt One Road"])
