"""Files: reading them into checked data with a place for every problem, and writing them whole."""
