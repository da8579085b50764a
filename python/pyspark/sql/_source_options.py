"""Keywords that the readers' and writers' methods of a format take; any other is a TypeError, as for any function."""

from __future__ import annotations

import difflib
from typing import Any

_FILES = "pathGlobFilter recursiveFileLookup modifiedBefore modifiedAfter"
_CSV = (
    "sep encoding quote escape comment header inferSchema ignoreLeadingWhiteSpace ignoreTrailingWhiteSpace nullValue "
    "nanValue positiveInf negativeInf dateFormat timestampFormat maxColumns maxCharsPerColumn "
    "maxMalformedLogPerPartition mode columnNameOfCorruptRecord multiLine charToEscapeQuoteEscaping samplingRatio "
    "enforceSchema emptyValue locale lineSep unescapedQuoteHandling"
)
_JSON = (
    "primitivesAsString prefersDecimal allowComments allowUnquotedFieldNames allowSingleQuotes allowNumericLeadingZero "
    "allowBackslashEscapingAnyCharacter mode columnNameOfCorruptRecord dateFormat timestampFormat multiLine "
    "allowUnquotedControlChars lineSep samplingRatio dropFieldIfAllNull encoding locale allowNonNumericNumbers useUnsafeRow"
)
READ: dict[str, frozenset[str]] = {
    "csv": frozenset(f"{_CSV} {_FILES}".split()),
    "json": frozenset(f"{_JSON} {_FILES}".split()),
    "text": frozenset(f"wholetext lineSep {_FILES}".split()),
    "orc": frozenset(f"mergeSchema {_FILES}".split()),
    "xml": frozenset(
        "rowTag excludeAttribute attributePrefix valueTag ignoreSurroundingSpaces rowValidationXSDPath ignoreNamespace "
        "wildcardColName encoding inferSchema nullValue dateFormat timestampFormat mode columnNameOfCorruptRecord "
        "multiLine samplingRatio locale".split()
    ),
}
WRITE: dict[str, frozenset[str]] = {
    "csv": frozenset(
        "compression sep quote escape header nullValue escapeQuotes quoteAll dateFormat timestampFormat "
        "ignoreLeadingWhiteSpace ignoreTrailingWhiteSpace charToEscapeQuoteEscaping encoding emptyValue lineSep".split()
    ),
    "json": frozenset("compression dateFormat timestampFormat lineSep encoding ignoreNullFields".split()),
    "xml": frozenset(
        "attributePrefix valueTag rootTag declaration arrayElementName nullValue dateFormat timestampFormat compression "
        "encoding validateName".split()
    ),
}


def check_keywords(owner: Any, method: str, allowed: dict[str, frozenset[str]], given: dict[str, Any]) -> None:
    """Raises TypeError for a keyword that the format's method does not have."""
    names = allowed.get(method)
    if names is None:
        return
    for each in given:
        if each not in names:
            near = difflib.get_close_matches(each, names, n=1)
            hint = f". Did you mean '{near[0]}'?" if near else ""
            raise TypeError(f"{type(owner).__name__}.{method}() got an unexpected keyword argument '{each}'{hint}")
