"""Processes, kernels and locks, and what becomes of them when something fails."""
