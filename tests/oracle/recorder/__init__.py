"""Runs the oracle's cases on real PySpark and writes down what it did."""
