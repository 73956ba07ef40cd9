"""From templates and style sheets to printed pages: what the report and the worksheets share."""
