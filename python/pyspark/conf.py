"""SparkConf: settings for a session that is yet to be made."""

from __future__ import annotations

from typing import Any

from .errors import PySparkRuntimeError


class SparkConf:
    """Settings by key."""

    def __init__(self, loadDefaults: bool = True, _jvm: Any = None, _jconf: Any = None) -> None:
        self._settings: dict[str, str] = {}

    def set(self, key: str, value: Any) -> SparkConf:
        """Sets a key."""
        self._settings[key] = str(value)
        return self

    def setIfMissing(self, key: str, value: Any) -> SparkConf:
        """Sets a key that is not set."""
        self._settings.setdefault(key, str(value))
        return self

    def setMaster(self, value: str) -> SparkConf:
        """The cluster to connect to; here always the engine itself."""
        return self.set("spark.master", value)

    def setAppName(self, value: str) -> SparkConf:
        """The application's name."""
        return self.set("spark.app.name", value)

    def setSparkHome(self, value: str) -> SparkConf:
        """Where Spark is installed on workers."""
        return self.set("spark.home", value)

    def setExecutorEnv(self, key: str | None = None, value: str | None = None, pairs: Any = None) -> SparkConf:
        """Environment variables of executors: one, or several pairs."""
        if (key is None) == (pairs is None):
            raise PySparkRuntimeError(errorClass="KEY_VALUE_PAIR_REQUIRED", messageParameters={})
        for name, each in [(key, value)] if pairs is None else pairs:
            self.set(f"spark.executorEnv.{name}", each)
        return self

    def setAll(self, pairs: Any) -> SparkConf:
        """Sets several keys."""
        for key, value in pairs:
            self.set(key, value)
        return self

    def get(self, key: str, defaultValue: str | None = None) -> str | None:
        """The value of a key, or a default."""
        return self._settings.get(key, defaultValue)

    def getAll(self) -> list[tuple[str, str]]:
        """All keys and values."""
        return list(self._settings.items())

    def contains(self, key: str) -> bool:
        """Whether a key is set."""
        return key in self._settings

    def toDebugString(self) -> str:
        """A line for each key."""
        return "\n".join(f"{key}={value}" for key, value in sorted(self._settings.items()))
