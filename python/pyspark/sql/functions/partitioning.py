"""Where PySpark keeps the functions that part a table as it is made."""

from __future__ import annotations

from . import bucket, days, hours, months, years

__all__ = ["bucket", "days", "hours", "months", "years"]
