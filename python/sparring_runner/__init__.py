"""Runs a user's program in this realm: `run(request_json, emit) -> result_json` (workers/protocol/run.ts).

`emit(kind, text)` is called as things happen: `stdout` and `stderr` with what was printed, `case` with a case's id.
The JavaScript module `_sparring` may have three functions more than `pyspark._bridge` needs; each gets JSON:

| function | when | what it does |
| --- | --- | --- |
| `begin_case(case)` | before a case | registers the case's tables by hash, its topics and its script |
| `play_case(case)` | after the function returned, if a stream was started | lets the script's events arrive |
| `end_case(case)` | after a case | forgets them |

Importing this package touches no JavaScript, so a memory snapshot can be taken after it.
"""

from .program import run

__all__ = ["run"]
