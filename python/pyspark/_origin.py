"""Where in the user's program a call stands, read off the frame of the user's source."""

from __future__ import annotations

import os
import sys
from types import FrameType

_PACKAGE = os.path.dirname(os.path.abspath(__file__)) + os.sep


def is_ours(filename: str) -> bool:
    """Whether a source file belongs to this package."""
    return filename.startswith(_PACKAGE)


def user_frame(depth: int = 2) -> FrameType | None:
    """The nearest frame outside this package."""
    frame: FrameType | None = sys._getframe(depth)
    while frame is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        frame = frame.f_back
    return frame


def here(fragment: str) -> dict[str, str] | None:
    """The origin of an expression: the name of the called API and `file:line` of the call."""
    frame = user_frame(3)
    if frame is None:
        return None
    return {"fragment": fragment, "callSite": f"{frame.f_code.co_filename}:{frame.f_lineno}"}
