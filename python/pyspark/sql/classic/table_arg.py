"""Where PySpark keeps the classes of its classic client: here there is one client only."""

from ..table_arg import TableArg

__all__ = ["TableArg"]
