"""What a run is to do: profile, configuration file and command line, laid over one another.

Every value remembers where it came from, so that ``zhengming config`` can say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from checker import plugins
from checker.finding import Severity
from checker.options import read_options
from checker.rule import ENGINE_FINDINGS, GROUPS, RuleInfo, all_rules
from glossary.files import NAMING
from glossary.problem import Problem, ProblemsError, near_match
from glossary.strict_yaml import Node, parse

_Pairs = tuple[tuple[str, Any], ...]

_PROFILES = Path(__file__).parent / "profiles"
FILE_NAME = ".zhengming.yaml"
COMMAND_LINE = "the command line"
# "@name" is the glossary of an installed distribution, not a file.
INSTALLED = "@"

_FIELD = re.compile(r"\{[^{}]*\}")

_KEYS = (
    "profile",
    "extends",
    "select",
    "ignore",
    "fail-on",
    "date",
    "glossary",
    "source",
    "exclude",
    "per-path",
    "rules",
)


@dataclass(frozen=True)
class Config:
    """A validated configuration. ``rules`` holds severities and options by rule id."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.MINOR
    day: date | None = None
    glossary: tuple[Path, ...] = ()
    source: str | None = None
    exclude: tuple[str, ...] = ()
    per_path: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    options: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    folder: Path = Path()
    origins: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def enabled(self, extra_ignore: Iterable[str] = ()) -> list[RuleInfo]:
        """Return the selected rules, sorted by id; a rule named itself outweighs its group."""
        ignored = {*self.ignore, *extra_ignore}
        return [info for info in all_rules().values() if _is_on(info, set(self.select), ignored)]

    def severity(self, info: RuleInfo) -> Severity:
        """Return the severity that a rule reports with."""
        return dict(self.severities).get(info.id, info.rule.severity)

    def rule_options(self, info: RuleInfo) -> Any:
        """Return the options that a rule runs with."""
        return info.rule.Options(**dict(dict(self.options).get(info.id, ())))

    def over(self, values: dict[str, Any], origin: str) -> Config:
        """Return this configuration with values laid over it; severities and options are merged."""
        merged = {**values}
        if "glossary" in values:  # a layer over what is there already
            merged["glossary"] = (*self.glossary, *values["glossary"])
        if "ignore" in values and origin == COMMAND_LINE:
            merged["ignore"] = (*self.ignore, *values["ignore"])
        if "severities" in values:
            merged["severities"] = _merged(self.severities, values["severities"])
        if "options" in values:
            below = dict(self.options)
            options = ((rule, _merged(below.get(rule, ()), own)) for rule, own in values["options"])
            merged["options"] = _merged(self.options, tuple(options))
        origins = {**dict(self.origins), **dict.fromkeys(values, origin)}
        return replace(self, **merged, origins=tuple(origins.items()))


def _merged(lower: _Pairs, upper: _Pairs) -> _Pairs:
    return tuple({**dict(lower), **dict(upper)}.items())


def _is_on(info: RuleInfo, selected: set[str], ignored: set[str]) -> bool:
    if info.id in ignored:
        return False
    return info.id in selected or (info.group in selected and info.group not in ignored)


def rule_names() -> tuple[str, ...]:
    """Return all names that ``select`` and ``ignore`` know: groups, rules, the engine's own."""
    return (*GROUPS, *all_rules(), *ENGINE_FINDINGS)


def profiles() -> list[str]:
    """Return the names of the shipped profiles."""
    return sorted(file.stem for file in _PROFILES.glob("*.yaml"))


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file at or above a folder."""
    folder = start.resolve()
    for parent in (folder, *folder.parents):
        candidate = parent / FILE_NAME
        if candidate.is_file():
            return candidate
    return None


@lru_cache(maxsize=256)
def load_config(path: Path | None, profile: str | None = None) -> Config:
    """Return the configuration of a file (or of none) over its profile.

    Raises:
        ProblemsError: with every fault of the file.
    """
    if path is None:
        return _profile(profile or "default", "the default")
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ProblemsError(
            [Problem(str(path), 0, 0, f"cannot read the configuration: {error}")]
        ) from error
    values = _values(content, str(path), path.parent, [key for key in _KEYS if key != "extends"])
    named = values.pop("profile", None)
    base = _profile(profile or named or "default", "--profile" if profile else str(path))
    return base.over({**values, "folder": path.parent}, str(path))


def _profile(name: str, asked_by: str) -> Config:
    if name not in profiles():
        known = ", ".join(profiles())
        message = f'there is no profile "{name}"{near_match(name, profiles())} (known: {known})'
        raise ProblemsError([Problem(asked_by, 0, 0, message)])
    content = (_PROFILES / f"{name}.yaml").read_text(encoding="utf-8")
    values = _values(content, f"profile {name}", NAMING, _KEYS)
    parent = values.pop("extends", None)
    base = _profile(parent, f"profile {name}") if parent else Config()
    return base.over(values, f"profile {name}")


def _values(content: str, path: str, folder: Path, keys: Collection[str]) -> dict[str, Any]:
    problems: list[Problem] = []
    root = parse(content, path, problems)
    values = _read(root.mapping(keys), folder) if root is not None else {}
    if problems:
        raise ProblemsError(problems)
    return values


def _read(nodes: dict[str, Node], folder: Path) -> dict[str, Any]:
    readers: dict[str, tuple[str, Callable[[Node], Any]]] = {
        "profile": ("profile", lambda node: node.choice(profiles())),
        "extends": ("extends", Node.text),
        "select": ("select", _rule_names),
        "ignore": ("ignore", _rule_names),
        "fail-on": ("fail_on", _severity),
        "date": ("day", Node.date),
        "glossary": ("glossary", lambda node: tuple(_file(n, folder) for n in node.items())),
        "source": ("source", _source),
        "exclude": (
            "exclude",
            lambda node: tuple(_pattern(item, item.text()) for item in node.items()),
        ),
        "per-path": ("per_path", _per_path),
    }
    values = {name: read(nodes[key]) for key, (name, read) in readers.items() if key in nodes}
    if "rules" in nodes:
        values.update(_rules(nodes["rules"].mapping(all_rules())))
    return values


def _per_path(node: Node) -> tuple[tuple[str, tuple[str, ...]], ...]:
    patterns = node.mapping(None).items()
    return tuple((_pattern(names, pattern), _rule_names(names)) for pattern, names in patterns)


def _file(node: Node, folder: Path) -> Path:
    name = node.text()
    try:
        path = plugins.glossary(name[1:]) if name.startswith(INSTALLED) else folder / name
    except LookupError as error:
        node.fail(str(error.args[0]))
        return folder
    if not path.is_file():
        node.fail(f"there is no file {path}")
    return path


def _source(node: Node) -> str:
    """Return the pattern of the sources' paths, seen from the configuration's folder."""
    pattern = node.text()
    fields = _FIELD.findall(pattern)
    if "{name}" not in fields:
        node.fail("{name} must be in it, the draft's name without language and suffix")
    for unknown in sorted({*fields} - {"{name}", "{folder}"}):
        node.fail(f"{unknown} stands for nothing (known: {{name}}, {{folder}})")
    return pattern


def _pattern(node: Node, pattern: str) -> str:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        node.fail(f'"{pattern}" is no pattern as in .gitignore')
    return pattern


def _rules(nodes: dict[str, Node]) -> dict[str, Any]:
    severities, options = {}, {}
    for name, node in nodes.items():
        info = all_rules()[name]
        declared = [option for option, _, _ in info.options]
        fields = node.mapping(("severity", *declared))
        if "severity" in fields:
            severities[name] = _severity(fields["severity"])
        options[name] = tuple(read_options(fields, info).items())
    return {"severities": tuple(severities.items()), "options": tuple(options.items())}


def _rule_names(node: Node) -> tuple[str, ...]:
    return tuple(item.choice(rule_names()) for item in node.items())


def _severity(node: Node) -> Severity:
    return Severity[node.choice([severity.label for severity in Severity]).upper()]
