"""What is asked of a run, and the configuration that this means for a file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.config import COMMAND_LINE, Config, find_config, load_config
from checker.reader import STDIN
from checker.sources import is_by_pattern
from glossary.problem import ProblemsError
from glossary.termbase import Termbase

if TYPE_CHECKING:  # what few runs need is loaded by them
    from checker.baseline import Baseline


@dataclass(frozen=True)
class Request:
    """What the command line asks for; ``overrides`` are laid over each file's configuration.

    ``termbase`` is a glossary to use instead of the one that the configuration asks for. Only
    findings on lines that changed since the commit ``diff`` and that the ``baseline`` does not
    know are wanted, where these are given. ``across`` asks for one rendering over all files.
    ``source`` is the Chinese of the one draft; ``alone`` says that none is to be looked for.
    """

    paths: tuple[str, ...]
    config: Path | None = None
    profile: str | None = None
    overrides: dict[str, Any] = field(default_factory=dict)
    stdin_name: str | None = None
    termbase: Termbase | None = None
    diff: str | None = None
    baseline: Baseline | None = None
    across: bool = False
    source: Path | None = None
    alone: bool = False


def config_for(path: str, request: Request) -> Config:
    """Return the configuration that holds for a file: its nearest one, and the command line.

    Raises:
        ProblemsError: the configuration is faulty.
    """
    folder = Path.cwd() if path == STDIN else Path(path).parent
    config = load_config(request.config or find_config(folder), request.profile)
    return config.over(request.overrides, COMMAND_LINE) if request.overrides else config


def is_excluded(path: Path, request: Request) -> bool:
    """Whether the configuration of a file excludes it from folders, or takes it for a source."""
    try:
        config = config_for(str(path), request)
    except ProblemsError:
        return False  # the file's turn will come, and the problem with it
    if is_by_pattern(path, config):
        return True
    return bool(config.exclude) and _matches(path, config, config.exclude)


def ignored_by_path(path: str, config: Config) -> list[str]:
    """Return the rules and groups that ``per-path`` silences for a file."""
    return [
        name
        for pattern, names in config.per_path
        if path != STDIN and _matches(Path(path), config, (pattern,))
        for name in names
    ]


def _matches(path: Path, config: Config, patterns: tuple[str, ...]) -> bool:
    """Whether a path, seen from the configuration's folder, matches a gitignore pattern.

    Links are not followed: a path is where its name says that it is.
    """
    relative = os.path.relpath(path, config.folder)
    if relative.startswith(os.pardir):
        return False
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns).match_file(Path(relative).as_posix())
