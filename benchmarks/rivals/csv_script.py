"""The script that somebody would write with Python alone: a CSV of single respondents to placements.

    csv_script.py TABLE.csv QUESTIONNAIRE RESULTS.csv

It does what this survey needs and no more: rubric questions, equal weights, one respondent of each
organisation, so no groups; and it believes whatever the table says.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import yaml


def place(row: dict, questionnaire: dict) -> dict:
    """Return index, coverage, dimensions and level of one row."""
    tops = [level["level"] for level in questionnaire["scale"][1:]]
    threshold = questionnaire["placement"]["threshold"]
    by_dimension = {dimension["id"]: [] for dimension in questionnaire["dimensions"]}
    complete = 0
    for question in questionnaire["questions"]:
        answer = row[question["id"]]
        if answer.isdigit():
            by_dimension[question["dimension"]].append(int(answer))
            complete += 1
        elif answer == "n/a":
            complete += 1

    answered = [levels for levels in by_dimension.values() if levels]
    result = {"organisation": row["organisation"], "level": 1}
    going_on = True
    for top in tops:
        shares = [sum(level >= top for level in levels) / len(levels) for levels in answered]
        share = sum(shares) / len(shares) if shares else None
        result[f"coverage_{top}"] = share
        going_on = going_on and share is not None and share >= threshold - 1e-9
        for question in questionnaire["questions"]:
            if top in question.get("gate", []):
                answer = row[question["id"]]
                going_on = going_on and answer.isdigit() and int(answer) >= top
        if going_on:
            result["level"] = top
    means = {
        name: 100 * sum(level - 1 for level in levels) / len(levels) / len(tops) if levels else None
        for name, levels in by_dimension.items()
    }
    known = [mean for mean in means.values() if mean is not None]
    result["index"] = sum(known) / len(known) if known else None
    result["completeness"] = complete / len(questionnaire["questions"])
    result["provisional"] = result["completeness"] < 0.8 - 1e-9
    for name, mean in means.items():
        result[f"index_{name}"] = mean
    return result


def main(table: str, questionnaire: str, target: str) -> None:
    """Place every row of a table."""
    with Path(questionnaire).open(encoding="utf-8") as file:
        document = yaml.load(file, yaml.CSafeLoader)
    with (
        Path(table).open(encoding="utf-8", newline="") as source,
        Path(target).open("w", encoding="utf-8", newline="") as out,
    ):
        writer = None
        for row in csv.DictReader(source):
            result = place(row, document)
            if writer is None:
                writer = csv.DictWriter(out, result)
                writer.writeheader()
            writer.writerow(result)


if __name__ == "__main__":
    main(*sys.argv[1:])
