"""Parts of RDD: what needs no shuffle, pairs, several collections, order, samples, numbers."""
