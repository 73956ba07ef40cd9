"""Place an organisation on the scale of marketing and sales integration, and say what to do next."""

__version__ = "0.1.0"
PROGRAM = f"alignment-maturity {__version__}"
