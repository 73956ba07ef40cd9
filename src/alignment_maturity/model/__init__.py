"""The questionnaire and the answer files: what they hold and what must be true of them."""
