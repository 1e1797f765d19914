"""Lists of English words that several rules ask about."""

from __future__ import annotations

# Words that are never names and so have a capital only where a sentence or title begins.
NEVER_NAMES = frozenset(
    "these those this that they there their theirs them it its we our ours us he she his him "
    "her you your and but or nor so yet because although though if unless while whereas when "
    "where which who whose whom what why how then thus therefore however moreover also not is "
    "are was were be been being has have had do does did can could should would must might will "
    "shall the an of to with from for by at on in into onto as than about between through "
    "during under over after before since until without within against among toward towards "
    "upon only just even still already very more most less such each every some any all both "
    "many much few other another same make makes made making take takes taken give given ensure "
    "promote strengthen improve accelerate deepen enhance provide establish build".split()
)
