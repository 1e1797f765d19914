"""``python -m checker`` is the command ``zhengming``."""

from checker.cli import main

main()
