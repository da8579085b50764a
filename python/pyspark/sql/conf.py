"""RuntimeConfig: the session's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import SparkNoSuchElementException
from ._check import handed, requirement, wrong_type

if TYPE_CHECKING:
    from .session import SparkSession

_NO_VALUE = object()


class RuntimeConfig:
    """`spark.conf`."""

    def __init__(self, session: SparkSession) -> None:
        self._session = session

    def _ask(self, action: str, **fields: Any) -> Any:
        return self._session._call("conf", action=action, **fields)

    def set(self, key: str, value: str | int | bool) -> None:
        """Sets a key. Raises where it cannot be changed in a session."""
        _check_text(key, "key")
        if value is None:
            raise requirement(f"The value of {key} cannot be None.")
        if not isinstance(value, (str, int)):
            raise wrong_type("value", value, "str, int or bool")
        self._ask("set", key=key, value=str(value).lower() if isinstance(value, bool) else str(value))

    def get(self, key: str, default: Any = _NO_VALUE) -> str | None:
        """The value of a key, else the default given. Raises where there is neither."""
        _check_text(key, "key")
        application = self._session._application
        if key in application:
            return application[key]
        if default is _NO_VALUE:
            return self._ask("get", key=key)
        if default is not None:
            _check_text(default, "default")
        settings = self.getAll
        if key in settings:
            return settings[key]
        if default is not None:
            return default
        try:
            return self._ask("get", key=key)
        except SparkNoSuchElementException:
            return None

    @property
    def getAll(self) -> dict[str, str]:
        """All keys that are set."""
        return {**self._session._application, **dict(self._ask("getAll"))}

    def unset(self, key: str) -> None:
        """Back to the default."""
        _check_text(key, "key")
        self._ask("unset", key=key)

    def isModifiable(self, key: str) -> bool:
        """Whether a key can be changed in a session."""
        return bool(self._ask("isModifiable", key=handed("key", key, str)))


def _check_text(value: Any, name: str) -> None:
    if not isinstance(value, str):
        raise wrong_type(name, value, "str")
