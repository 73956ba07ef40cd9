"""What to do next: the cheapest plan that provably reaches its target, in order and with dates.

`standing` knows where an organisation stands and what lifting a question does to it, `cheapest` which set of
lifts is the best (through `solver`), `actions` what the contract's plan makes of that, `smallest_change` the
fewest questions that must rise, `schedule` who does what when (contract, `plan.md`).
"""
