"""Checks a published dataset's report against its JSON Schema, and its tables against each other in DuckDB."""

import json
import pathlib
import sys

import duckdb
import jsonschema


def check_report(dataset: pathlib.Path) -> dict:
    """The report, once its schema accepts it."""
    report = json.loads((dataset / "report/report.json").read_text(encoding="utf-8"))
    schema = json.loads((dataset / "report/report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(report)
    return report


def count(dataset: pathlib.Path, query: str) -> int:
    """The number a query gives; `{NAME}` stands for the table NAME."""
    tables = {
        path.stem: f"read_csv('{path}', header = true, all_varchar = true, quote = '\"', escape = '\"', delim = ',')"
        for path in (dataset / "data").glob("*.csv")
    }
    return duckdb.sql(query.format(**tables)).fetchone()[0]


def main() -> int:
    dataset = pathlib.Path(sys.argv[1])
    report = check_report(dataset)
    package = json.loads((dataset / "datapackage.json").read_text(encoding="utf-8"))
    problems = []

    def expect(what: str, found: int, expected: int) -> None:
        if found != expected:
            problems.append(f"{what}: found {found}, expected {expected}")

    rows = {resource["name"]: resource["rows"] for resource in package["resources"]}
    for name, expected in rows.items():
        expect(f"rows of {name}", count(dataset, f"select count(*) from {{{name}}}"), expected)
    mentions = count(dataset, "select count(*) from {mentions}")
    expect("rows of evidence, one for each mention", count(dataset, "select count(*) from {evidence}"), mentions)
    expect(
        "mentions that are the evidence of their own fact",
        count(dataset, "select count(*) from {mentions} join {evidence} using (mention_id, fact_id)"),
        mentions,
    )
    expect(
        "mentions summed over documents",
        count(dataset, "select coalesce(sum(cast(mentions as bigint)), 0) from {documents}"),
        mentions,
    )
    expect(
        "mentions summed over facts",
        count(dataset, "select coalesce(sum(cast(mentions as bigint)), 0) from {facts}"),
        mentions,
    )
    expect("mentions in the report", report["mentions"]["count"], mentions)
    expect("facts in the report", report["facts"]["count"], rows["facts"])
    expect("findings in the report", report["findings"]["count"], rows["findings"])
    expect("files in the report", report["files"]["found"], rows["documents"])
    for problem in problems:
        print(f"consumers: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
