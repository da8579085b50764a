"""Where PySpark keeps the classes of its classic client: here there is one client only."""

from ..column import Column

__all__ = ["Column"]
