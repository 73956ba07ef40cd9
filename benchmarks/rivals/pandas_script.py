"""The script that an analyst who knows pandas would write: a table of single respondents to placements.

    pandas_script.py TABLE QUESTIONNAIRE RESULTS.parquet [HOW]

HOW is `usual` (read as pandas reads, numbers by `to_numeric`), `categories` (its author has measured, and
reads the answers as categories) or `pyarrow` (and has pyarrow read the CSV besides).

It does what this survey needs and no more: rubric questions, equal weights, one respondent of each
organisation, so no groups; and it believes whatever the table says. Nothing goes row by row.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import yaml


def read(path: str, questions: list[str], how: str) -> pd.DataFrame:
    """Read the answers: as pandas does, or as categories, which is the fastest way to have text in pandas."""
    if how == "usual":
        return (
            pd.read_parquet(path) if path.endswith(".parquet") else pd.read_csv(path, keep_default_na=False)
        )
    if path.endswith(".parquet"):
        frame = pd.read_parquet(path)
        return frame.astype(dict.fromkeys(questions, "category"))
    kinds = {"organisation": "str", **dict.fromkeys(questions, "category")}
    engine = "pyarrow" if how == "pyarrow" else "c"
    return pd.read_csv(path, dtype=kinds, keep_default_na=False, engine=engine)


def place(frame: pd.DataFrame, questionnaire: dict) -> pd.DataFrame:
    """Return index, coverage, dimensions and level of every row."""
    questions = [question["id"] for question in questionnaire["questions"]]
    tops = [level["level"] for level in questionnaire["scale"][1:]]
    threshold = questionnaire["placement"]["threshold"]

    level = np.empty((len(frame), len(questions)), dtype=np.float32)
    does_not_apply = np.zeros(len(frame), dtype=np.int64)
    for number, question in enumerate(questions):
        if frame[question].dtype == "category":
            answers = frame[question].cat
            means = pd.to_numeric(answers.categories, errors="coerce").to_numpy(dtype=np.float32)
            level[:, number] = np.append(means, np.nan)[answers.codes]  # a code of -1 is a missing answer
        else:
            level[:, number] = pd.to_numeric(frame[question], errors="coerce")
        does_not_apply += (frame[question] == "n/a").to_numpy()
    answered = ~np.isnan(level)
    completeness = (answered.sum(axis=1) + does_not_apply) / len(questions)

    coverage = {top: [] for top in tops}
    dimensions = {}
    for dimension in questionnaire["dimensions"]:
        own = [
            number
            for number, each in enumerate(questionnaire["questions"])
            if each["dimension"] == dimension["id"]
        ]
        count = answered[:, own].sum(axis=1)
        with np.errstate(invalid="ignore"):
            for top in tops:
                coverage[top].append((level[:, own] >= top).sum(axis=1) / count)
            dimensions[dimension["id"]] = 100 * (np.nansum(level[:, own] - 1, axis=1) / count / len(tops))

    result = pd.DataFrame({"organisation": frame["organisation"]})
    reached = np.ones(len(frame), dtype=bool)
    result["level"] = 1
    for top in tops:
        share = pd.DataFrame(np.column_stack(coverage[top])).mean(axis=1)
        reached &= share.to_numpy() >= threshold - 1e-9
        for number, question in enumerate(questionnaire["questions"]):
            if top in question.get("gate", []):
                reached &= level[:, number] >= top
        result.loc[reached, "level"] = top
        result[f"coverage_{top}"] = share
    result["index"] = pd.DataFrame(dimensions).mean(axis=1)
    result["completeness"] = completeness
    result["provisional"] = completeness < 0.8 - 1e-9
    for name, index in dimensions.items():
        result[f"index_{name}"] = index
    return result


def main(table: str, questionnaire: str, target: str, how: str = "usual") -> None:
    """Place every row of a table."""
    with Path(questionnaire).open(encoding="utf-8") as file:
        document = yaml.load(file, yaml.CSafeLoader)
    frame = read(table, [question["id"] for question in document["questions"]], how)
    place(frame, document).to_parquet(target, index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
