"""Benchmarks side by side: `make bench`."""
