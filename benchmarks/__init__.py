"""Whole-process times and memory of Zhengming and of its peers: ``python -m benchmarks``."""
