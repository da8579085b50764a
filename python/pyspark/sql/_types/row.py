"""Row: a tuple whose values have names."""

from __future__ import annotations

from typing import Any

from ...errors import PySparkAttributeError, PySparkRuntimeError, PySparkTypeError, PySparkValueError


class Row(tuple):
    """A row of a DataFrame: `Row(id=1, name="Ada")`; `Row("id", "name")` makes a class of rows to be called with values.

    Equal to, and ordered as, the tuple of its values. Fields are read by name (`row.id`, `row["id"]`) or position.
    """

    def __new__(cls, *args: Any, **kwargs: Any) -> Row:
        if args and kwargs:
            raise PySparkValueError(errorClass="CANNOT_SET_TOGETHER", messageParameters={"arg_list": "args and kwargs"})
        if not kwargs:
            return tuple.__new__(cls, args)
        row = tuple.__new__(cls, kwargs.values())
        row.__dict__["__fields__"] = list(kwargs)
        return row

    def asDict(self, recursive: bool = False) -> dict[str, Any]:
        """The values by name; rows inside lists, dicts and rows too if `recursive`."""
        fields = self.__dict__.get("__fields__")
        if fields is None:
            raise PySparkTypeError(errorClass="CANNOT_CONVERT_TYPE", messageParameters={"from_type": "Row", "to_type": "dict"})
        if not recursive:
            return dict(zip(fields, self))
        return dict(zip(fields, (_plain(value) for value in self)))

    def __contains__(self, item: Any) -> bool:
        fields = self.__dict__.get("__fields__")
        return item in fields if fields is not None else super().__contains__(item)

    def __call__(self, *args: Any) -> Row:
        if len(args) > len(self):
            raise PySparkValueError(
                errorClass="TOO_MANY_VALUES",
                messageParameters={"expected": str(len(self)), "item": "fields", "actual": str(len(args))},
            )
        return make_row(self, args)

    def __getitem__(self, item: Any) -> Any:
        if isinstance(item, (int, slice)):
            return super().__getitem__(item)
        try:
            return super().__getitem__(self.__fields__.index(item))
        except IndexError:
            raise _missing(item) from None
        except ValueError:
            raise PySparkValueError(item) from None

    def __getattr__(self, item: str) -> Any:
        if item.startswith("__"):
            raise _missing(item)
        fields = self.__dict__.get("__fields__")
        if fields is None or item not in fields:
            raise _missing(item)
        try:
            return super().__getitem__(fields.index(item))
        except IndexError:
            raise _missing(item) from None

    def __setattr__(self, key: Any, value: Any) -> None:
        if key != "__fields__":
            raise PySparkRuntimeError(errorClass="READ_ONLY", messageParameters={"object": "Row"})
        self.__dict__[key] = value

    def __reduce__(self) -> Any:
        fields = self.__dict__.get("__fields__")
        return tuple.__reduce__(self) if fields is None else (make_row, (fields, tuple(self)))

    def __repr__(self) -> str:
        fields = self.__dict__.get("__fields__")
        if fields is None:
            return f"<Row({', '.join(repr(value) for value in self)})>"
        return f"Row({', '.join(f'{name}={value!r}' for name, value in zip(fields, self))})"


def make_row(fields: Any, values: Any) -> Row:
    """A row of these values under these names."""
    row = tuple.__new__(Row, values)
    row.__dict__["__fields__"] = fields
    return row


def _missing(name: Any) -> PySparkAttributeError:
    return PySparkAttributeError(errorClass="ATTRIBUTE_NOT_SUPPORTED", messageParameters={"attr_name": str(name)})


def _plain(value: Any) -> Any:
    if isinstance(value, Row):
        return value.asDict(True)
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value
