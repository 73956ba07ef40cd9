"""The command line: one short module per command, and the shell they run in.

Only the module of the command that is asked for is imported. Modules here import nothing heavy at their top,
so that `--help` stays as quick as Typer itself; a command imports what it needs in its body.
"""
