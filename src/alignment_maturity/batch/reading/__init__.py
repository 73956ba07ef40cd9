"""Reading tables of answers, a slice at a time: CSV, JSON Lines, Parquet, XLSX, packed or remote ones too."""
