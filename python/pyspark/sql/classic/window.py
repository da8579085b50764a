"""Where PySpark keeps the classes of its classic client: here there is one client only."""

from ..window import Window, WindowSpec

__all__ = ["Window", "WindowSpec"]
