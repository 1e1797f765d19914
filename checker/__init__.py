"""The checker of Zhengming: reads drafts, runs rules on them, reports what was found."""

__version__ = "0.1.0"
