"""The translation sheet: a questionnaire's texts in a workbook, and back into its file."""
