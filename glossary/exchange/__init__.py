"""The formats that a glossary is exchanged in, a file each; see :mod:`glossary.format`."""
