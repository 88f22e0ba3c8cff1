"""Whole runs of Qogam, measured: what stands behind scripts/bench (bench/README.md tells how to read them)."""
