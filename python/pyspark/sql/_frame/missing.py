"""NULL: drop, fill, replace; `df.na`."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from ...errors import PySparkTypeError, PySparkValueError
from .. import _expr
from .._check import handed, handed_all, not_allowed, refuse, requirement, wrong_type
from .._expr import literal
from .._types.base import DoubleType
from .base import FrameBase, name_list

if TYPE_CHECKING:
    from ..dataframe import DataFrame

_NO_VALUE = object()
_PLAIN = (bool, float, int, str, list, tuple)
_KINDS: tuple[Any, ...] = (bool, str, (float, int))


class MissingPart(FrameBase):
    """What to do with NULL."""

    @property
    def na(self) -> DataFrameNaFunctions:
        """Methods for NULL."""
        return DataFrameNaFunctions(self)  # type: ignore[arg-type]

    def dropna(self, how: str = "any", thresh: int | None = None, subset: Any = None) -> DataFrame:
        """The rows without NULL (`how="any"`), not wholly NULL (`"all"`), or with `thresh` values at least."""
        if how is not None and how not in ("any", "all"):
            raise not_allowed("how", ["any", "all"])
        names = name_list("subset", subset, "list, str or tuple")
        fields: dict[str, Any] = {"cols": names or []}
        if thresh is not None:
            handed("thresh", thresh, int)
        if thresh is not None or how != "any":
            fields["minNonNulls"] = 1 if thresh is None else thresh
        if names == []:
            return self._make("Project", expressions=[_expr.star()])
        return self._make("NADrop", **fields)

    def fillna(self, value: Any, subset: Any = None) -> DataFrame:
        """NULL replaced by a value, in columns of its type; or by a value for each column."""
        if not isinstance(value, (float, int, str, bool, dict)):
            raise wrong_type("value", value, "bool, dict, float, int or str")
        if isinstance(value, dict):
            values = [_expr.literal(_filling(each)) for each in value.values()]
            return self._make("NAFill", cols=handed_all("value", value, str), values=values, byColumn=True)
        names = name_list("subset", subset, "list or tuple")
        if isinstance(value, int) and not isinstance(value, bool):
            literal = _expr.typed(DoubleType(), float(value))
        else:
            literal = _expr.literal(value)
        if names == []:
            return self._make("Project", expressions=[_expr.star()])
        return self._make("NAFill", cols=names or [], values=[literal])

    def replace(self, to_replace: Any, value: Any = _NO_VALUE, subset: Any = None) -> DataFrame:
        """Values replaced by others: one, a list pairwise or to one value, or a dict."""
        pairs = _replacements(to_replace, value)
        if not (subset is None or isinstance(subset, (list, tuple, str))):
            raise wrong_type("subset", subset, "list, str or tuple")
        new_values = [each for each in pairs.values() if each is not None]
        if not any(
            all(isinstance(each, kind) for each in pairs) and all(isinstance(each, kind) for each in new_values)
            for kind in _KINDS
        ):
            raise PySparkValueError(errorClass="MIXED_TYPE_REPLACEMENT", messageParameters={})
        if any(isinstance(each, bool) for each in pairs) and not all(isinstance(each, bool) for each in [*pairs, *new_values]):
            raise requirement("Truth values can be replaced by truth values only.")
        names = name_list("subset", subset, "list, str or tuple")
        listed = [{"oldValue": _expr.literal(a), "newValue": _expr.literal(b)} for a, b in pairs.items()]
        return self._make("NAReplace", cols=names or [], replacements=listed)


def _filling(value: Any) -> Any:
    """What NULL is replaced by in a column: a number, a text or a truth value."""
    if value is None:
        raise wrong_type("value", value, "bool, float, int or str")
    if not isinstance(value, (bool, float, int, str)):
        refusal = literal(value) if isinstance(value, (list, tuple, dict, set)) else refuse(value)
        raise requirement(f"{refusal['value'].text} cannot take the place of NULL.")
    return value


def _replacements(to_replace: Any, value: Any) -> dict[Any, Any]:
    if value is _NO_VALUE:
        if not isinstance(to_replace, dict):
            raise PySparkTypeError(
                errorClass="ARGUMENT_REQUIRED",
                messageParameters={"arg_name": "value", "condition": "`to_replace` is dict"},
            )
        value = None
    if not isinstance(to_replace, (*_PLAIN, dict)):
        raise wrong_type("to_replace", to_replace, "bool, dict, float, int, str or tuple")
    if isinstance(to_replace, dict):
        if value is not None:
            warnings.warn("to_replace is a dict and value is not None. value will be ignored.", stacklevel=3)
        return to_replace
    if value is not None and not isinstance(value, _PLAIN):
        raise wrong_type("value", value, "bool, float, int, list, None, str or tuple")
    olds = list(to_replace) if isinstance(to_replace, (list, tuple)) else [to_replace]
    if not isinstance(value, (list, tuple)):
        return dict.fromkeys(olds, value)
    if isinstance(to_replace, (list, tuple)) and len(olds) != len(value):
        raise PySparkValueError(
            errorClass="LENGTH_SHOULD_BE_THE_SAME",
            messageParameters={
                "arg1": "to_replace",
                "arg2": "value",
                "arg1_length": str(len(olds)),
                "arg2_length": str(len(value)),
            },
        )
    return dict(zip(olds, value))


class DataFrameNaFunctions:
    """`df.na`."""

    def __init__(self, df: DataFrame) -> None:
        self.df = df

    def drop(self, how: str = "any", thresh: int | None = None, subset: Any = None) -> DataFrame:
        """The rows without NULL."""
        return self.df.dropna(how=how, thresh=thresh, subset=subset)

    def fill(self, value: Any, subset: Any = None) -> DataFrame:
        """NULL replaced by a value."""
        return self.df.fillna(value=value, subset=subset)

    def replace(self, to_replace: Any, value: Any = _NO_VALUE, subset: Any = None) -> DataFrame:
        """Values replaced by others."""
        return self.df.replace(to_replace, value, subset)
