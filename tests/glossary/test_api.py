"""The interface for other people's Python keeps its names, whatever has been imported before."""

from __future__ import annotations

import pkgutil

import checker
import glossary


def test_no_module_has_the_name_of_a_function() -> None:
    for package in (glossary, checker):
        modules = {info.name for info in pkgutil.iter_modules(package.__path__)}
        assert not modules & set(package.__all__)


def test_a_term_is_looked_up_and_a_glossary_loaded() -> None:
    (match,) = glossary.lookup("全过程人民民主")
    assert match.concept.preferred.text == "whole-process people's democracy"
    assert match.concept.id in glossary.load()
