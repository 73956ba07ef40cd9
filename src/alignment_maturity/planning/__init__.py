"""What to do next: the cheapest plan that provably reaches its target, in order and with dates.

`standing` knows where an organisation stands and what lifting a question does to it, `goal` what has to be
true of it. `choice` holds moves to choose from, `cheapest` finds the best set of them: `search` runs the
program, `means` writes coverage and index into it, `solver` solves it. `candidates`, `selection` and `order`
make of that which actions to take, `schedule` when, `plan` the finished plan; `smallest_change` the fewest
questions that must rise (contract, `plan.md`).

`columns` makes the same plans for very many organisations at once: `catalogue` has the actions as arrays,
`crowd` the organisations, `cheapest_sets` finds their sets by exact knapsacks (`covering`) of an easier
problem (`simplified`), and `first_steps` says what comes first.
"""
