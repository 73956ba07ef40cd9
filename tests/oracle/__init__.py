"""A second reading of the scoring contract, slow and plain, to hold the product's own scoring against."""
