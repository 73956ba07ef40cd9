"""Write the JSON Schemas that ship with the program: python scripts/write_schemas.py."""

from __future__ import annotations

import json

from alignment_maturity.model.schema import json_schema
from alignment_maturity.store.builtin import schema

for kind in ("questionnaire", "answers", "brand"):
    path = schema(kind)
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
