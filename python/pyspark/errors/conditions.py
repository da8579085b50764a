"""Conditions that PySpark's own Python code raises: SQLSTATE where there is one, and our sentence for each.

Names and parameters are PySpark's; the sentences say what to try. `{name}` stands for a message parameter.
"""

from __future__ import annotations

CONDITIONS: dict[str, tuple[str | None, str]] = {
    "ARGUMENT_REQUIRED": (None, "`{arg_name}` must be given when {condition}."),
    "ATTRIBUTE_NOT_CALLABLE": (None, "`{obj_name}` needs a method `{attr_name}`, or be a function itself."),
    "ATTRIBUTE_NOT_SUPPORTED": ("0A000", "There is no attribute or column `{attr_name}`. Check the spelling against `columns`."),
    "CANNOT_ACCESS_TO_DUNDER": (None, "Names with two underscores are not columns. Use col[\"name\"] for a field of that name."),
    "CANNOT_APPLY_IN_FOR_COLUMN": (None, "Python's `in` does not work on a column: use contains() for text, array_contains() for arrays."),
    "CANNOT_BE_EMPTY": (None, "At least one {item} is needed."),
    "CANNOT_BE_NONE": (None, "`{arg_name}` may not be None."),
    "CANNOT_CONVERT_COLUMN_INTO_BOOL": (
        None,
        "The column {column} has no truth value before the query runs. Combine conditions with & (and), | (or), ~ (not), "
        "each in parentheses, instead of and, or, not, if.",
    ),
    "CANNOT_CONVERT_TYPE": (None, "A {from_type} cannot be turned into a {to_type}."),
    "CANNOT_DETERMINE_TYPE": (None, "Some columns hold only None, so their types are unknown. Give a schema."),
    "CANNOT_INFER_ARRAY_ELEMENT_TYPE": (None, "The type of the elements is unknown: the list is empty or starts with None."),
    "CANNOT_INFER_EMPTY_SCHEMA": ("42K09", "There are no rows to take the types from. Give a schema with types."),
    "CANNOT_INFER_SCHEMA_FOR_TYPE": (
        "42K09",
        "A row cannot be a {data_type}. Give rows as tuples, lists, dicts or Row objects, or give a type for single values.",
    ),
    "CANNOT_INFER_TYPE_FOR_FIELD": ("42K09", "The type of the field `{field_name}` cannot be inferred from its value."),
    "CANNOT_MERGE_TYPE": ("42K09", "One column holds values of {data_type1} and of {data_type2}. Make them alike or give a schema."),
    "CANNOT_PARSE_DATATYPE": (None, "{msg} is no data type."),
    "CANNOT_REGISTER_UDTF": (None, "`{name}` must be given a table function, made by udtf(...) or @udtf(...)."),
    "CANNOT_SET_TOGETHER": (None, "{arg_list} may not be given together."),
    "CANNOT_SPECIFY_RETURN_TYPE_FOR_UDF": (None, "`{arg_name}` is a udf with a type of its own: leave out the return type {return_type}."),
    "CLASSIC_OPERATION_NOT_SUPPORTED_ON_DF": ("0A000", "`{member}` is a member of DataFrames of Spark Connect."),
    "DIFFERENT_ROWS": (None, "{error_msg}"),
    "DIFFERENT_SCHEMA": (None, "The schemas differ.\n--- actual\n+++ expected\n{error_msg}"),
    "DISALLOWED_TYPE_FOR_CONTAINER": (None, "`{arg_name}` ({arg_type}) may hold {allowed_types}, not {item_type}."),
    "FIELD_DATA_TYPE_UNACCEPTABLE": (None, "{data_type} does not accept {obj} of {obj_type}."),
    "FIELD_DATA_TYPE_UNACCEPTABLE_WITH_NAME": (None, "{field_name}: {data_type} does not accept {obj} of {obj_type}."),
    "FIELD_NOT_NULLABLE": (None, "The field may not be None."),
    "FIELD_NOT_NULLABLE_WITH_NAME": (None, "{field_name} may not be None."),
    "FIELD_STRUCT_LENGTH_MISMATCH": (None, "A row has {object_length} values, the schema {field_length} fields."),
    "FIELD_STRUCT_LENGTH_MISMATCH_WITH_NAME": (None, "{field_name}: {object_length} values for {field_length} fields."),
    "HIGHER_ORDER_FUNCTION_SHOULD_RETURN_COLUMN": (None, "`{func_name}` must return a Column, not {return_type}. Wrap constants in lit()."),
    "INDEX_OUT_OF_RANGE": (None, "{arg_name} has no element {index}."),
    "INVALID_INTERVAL_CASTING": (None, "There is no interval from {start_field} to {end_field}."),
    "INVALID_ITEM_FOR_CONTAINER": (None, "Items of `{arg_name}` must be {allowed_types}, not {item_type}."),
    "INVALID_STREAMING_SOURCE_NAME": (None, "The name '{source_name}' of a source may hold letters, digits and underscores only."),
    "INVALID_TYPE": (None, "`{arg_name}` may not be a {arg_type}."),
    "INVALID_TYPENAME_CALL": (None, "Ask the type of the field for its typeName(): field.dataType.typeName()."),
    "INVALID_TYPE_DF_EQUALITY_ARG": (None, "`{arg_name}` must be {expected_type}, not {actual_type}."),
    "INVALID_UDF_EVAL_TYPE": (None, "The kind of a udf must be {eval_type}."),
    "INVALID_UDTF_BOTH_RETURN_TYPE_AND_ANALYZE": (None, "{name} has both a return type and a method `analyze`: leave one of them out."),
    "INVALID_UDTF_HANDLER_TYPE": (None, "A udtf is made from a class, not from a {type}."),
    "INVALID_UDTF_NO_EVAL": (None, "{name} needs a method `eval`, which gives rows."),
    "INVALID_UDTF_RETURN_TYPE": (None, "{name} needs a return type, or a static method `analyze` that tells its columns."),
    "KEY_NOT_EXISTS": (None, "There is no field `{key}`."),
    "KEY_VALUE_PAIR_REQUIRED": (None, "Give a key and a value, or pairs of them."),
    "LENGTH_SHOULD_BE_THE_SAME": (None, "{arg1} has {arg1_length} values and {arg2} has {arg2_length}: they must be as many."),
    "MIXED_TYPE_REPLACEMENT": (None, "Values to replace and replacements must all be numbers, all booleans or all strings."),
    "NEGATIVE_VALUE": (None, "`{arg_name}` may not be negative, but is {arg_value}."),
    "NOT_EXPECTED_TYPE": ("42K09", "`{arg_name}` must be {expected_type}, not {arg_type}."),
    "NOT_IMPLEMENTED": ("0A000", "{feature} exists in Spark but not in this engine."),
    "NOT_ITERABLE": ("42K09", "A {objectName} cannot be looped over: it stands for values that exist only when the query runs."),
    "NOT_SAME_TYPE": ("42K09", "`{arg_name1}` and `{arg_name2}` must be of the same type, but are {arg_type1} and {arg_type2}."),
    "NO_ACTIVE_OR_DEFAULT_SESSION": ("08003", "There is no Spark session. Create one with SparkSession.builder.getOrCreate()."),
    "NO_OBSERVE_BEFORE_GET": (None, "Pass the observation to DataFrame.observe() and run the DataFrame first."),
    "ONLY_ALLOWED_FOR_SINGLE_COLUMN": (None, "`{arg_name}` can be given for a single name only."),
    "ONLY_ALLOW_SINGLE_TRIGGER": (None, "Give exactly one kind of trigger."),
    "ONLY_SUPPORTED_WITH_SPARK_CONNECT": ("0A000", "{feature} works with Spark Connect only."),
    "PACKAGE_NOT_INSTALLED": (None, "{package_name} {minimum_version} or newer is needed and not to be had here."),
    "READ_ONLY": (None, "A {object} cannot be changed."),
    "REUSE_OBSERVATION": (None, "An Observation belongs to one DataFrame: make another."),
    "SLICE_WITH_STEP": (None, "A slice of a column may not have a step."),
    "TOO_MANY_VALUES": (None, "{actual} values for {expected} {item}."),
    "UNEXPECTED_TUPLE_WITH_STRUCT": (None, "A struct cannot be made of {tuple}: give a tuple, a dict or a Row."),
    "UNSUPPORTED_DATA_TYPE": (None, "The type {data_type} is not supported here."),
    "UNSUPPORTED_LITERAL": (None, "{literal} cannot be a literal."),
    "UNSUPPORTED_OPERATION": (None, "{operation} is not supported."),
    "UNSUPPORTED_PARAM_TYPE_FOR_HIGHER_ORDER_FUNCTION": (None, "`{func_name}` may take plain positional parameters only."),
    "VALUE_NOT_ALLOWED": (None, "`{arg_name}` must be one of {allowed_values}."),
    "VALUE_NOT_BETWEEN": (None, "`{arg_name}` must lie between {min} and {max}."),
    "VALUE_NOT_NON_EMPTY_STR": (None, "`{arg_name}` must be a text that is not empty, but is '{arg_value}'."),
    "VALUE_NOT_POSITIVE": (None, "`{arg_name}` must be positive, but is {arg_value}."),
    "VALUE_OUT_OF_BOUNDS": (None, "`{arg_name}` must lie from {lower_bound} to {upper_bound}, but is {actual}."),
    "WRONG_NUM_ARGS_FOR_HIGHER_ORDER_FUNCTION": (None, "`{func_name}` takes {num_args} parameters; one to three are possible."),
    "WRONG_NUM_COLUMNS": (None, "`{func_name}` needs at least {num_cols} columns."),
    "ZERO_INDEX": (None, "Positions of columns count from 1 (or from -1, backwards); 0 is none."),
    "UDTF_ARROW_DATA_CONVERSION_ERROR": (None, "The rows {data} do not fit the columns {schema} (as Arrow has them: {arrow_schema})."),
    "UDTF_EVAL_METHOD_ARGUMENTS_DO_NOT_MATCH_SIGNATURE": (None, "The arguments of {name} do not fit its method `eval`: {reason}."),
    "UDTF_EXEC_ERROR": (None, "The method `{method_name}` of the table function raised an error: {error}"),
    "UDTF_RETURN_NOT_ITERABLE": (None, "The method `{func}` must give an iterable of rows, such as a list or a generator, not a {type}."),
    "UDTF_RETURN_SCHEMA_MISMATCH": (None, "The method `{func}` gave a row of {actual} values for {expected} columns."),
    "UDTF_RETURN_TYPE_MISMATCH": (None, "The return type of {name} must be a StructType, not {return_type}."),
}


def sql_state(condition: str | None) -> str | None:
    """The SQLSTATE of a condition of PySpark's own, or None."""
    known = CONDITIONS.get(condition or "")
    return known[0] if known else None


def sentence(condition: str, parameters: dict[str, str]) -> str:
    """The text of an error: `[CONDITION] sentence`."""
    known = CONDITIONS.get(condition)
    body = condition.lower().replace("_", " ") if known is None else known[1].format_map(_Named(parameters))
    return f"[{condition}] {body}"


class _Named(dict):
    """Parameters for a sentence; one that is missing shows its own name."""

    def __missing__(self, key: str) -> str:
        return f"<{key}>"
