"""Where PySpark keeps its functions."""

from __future__ import annotations

from .. import functions as _functions

globals().update({name: getattr(_functions, name) for name in _functions.__all__})

__all__ = list(_functions.__all__)
