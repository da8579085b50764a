# cause: mistake:exact_duplicates
def deduplicate_customers(df):
    return df.dropDuplicates()
