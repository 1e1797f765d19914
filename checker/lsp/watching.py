"""What a check depends on besides the draft, and when it last changed on disk."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from checker.config import find_config, load_config
from checker.sources import find_source
from glossary.problem import ProblemsError

# Path, time of change in nanoseconds, size in bytes.
Stamp = tuple[str, int, int]


def stamps(name: str) -> tuple[Stamp, ...]:
    """Return the stamps of a draft's configuration, its glossary files and its source."""
    config_file = find_config(Path(name).parent)
    files = [config_file]
    with suppress(ProblemsError):  # a faulty configuration names no other files
        config = load_config(config_file)
        files += [*config.glossary, find_source(name, config)]
    return tuple(_stamp(file) for file in files if file)


def _stamp(file: Path) -> Stamp:
    try:
        status = file.stat()
    except OSError:
        return str(file), 0, 0
    return str(file), status.st_mtime_ns, status.st_size
