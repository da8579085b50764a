"""The parts of DataFrame, a theme each; `pyspark.sql.dataframe` puts them together."""
