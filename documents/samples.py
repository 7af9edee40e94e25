"""Counts among papers that no table tells: of a search, or under several filters at once.

Only so many papers are looked at, the same effort however many there are.
"""

from collections import defaultdict

from django.db import connection

MOST = 1000  # what is counted; beyond it stands “hơn 1.000”
SAMPLE = 5 * MOST  # papers that the counts of a group's options are made from

NUMBER = "SELECT '{of}', NULL::bigint, count(*) FROM {sample}"
EACH = "SELECT '{of}', value, count(*) FROM ({each}) AS v GROUP BY value"
VALUES = {
    "kind": "SELECT kind_id AS value FROM {sample}",
    "issuer": "SELECT issuer_id AS value FROM {sample}",
    "month": "SELECT extract(year FROM dated)::bigint AS value FROM {sample}",
    "field": "SELECT field_id AS value FROM {sample} "
    "JOIN documents_document_fields ON document_id = {sample}.id",
}


class Sample:
    """`number`: of the papers looked at; `values`: how many of them each value has."""

    def __init__(self):
        self.number = 0
        self.values = {}

    def most(self, value):
        """How many papers have a value, up to MOST + 1; None where the sample cannot tell."""
        found = self.values.get(value, 0)
        return found if found > MOST or self.number < SAMPLE else None


def taken(wishes):
    """For each (dimensions, queryset) a sample of its papers, as {dimension: Sample}; and the
    number of papers in the last queryset up to MOST + 1. All in one query."""
    tables, parts, arguments = [], [], []
    for place, (dimensions, papers) in enumerate(wishes):
        name = f"sample_{place}"
        rows = papers.order_by().values("id", "kind_id", "issuer_id", "dated")[:SAMPLE]
        sql, values = rows.query.sql_with_params()
        tables.append(f"{name} AS MATERIALIZED ({sql})")
        arguments += values
        for dimension in dimensions:
            parts.append(NUMBER.format(of=dimension, sample=name))
            each = VALUES[dimension].format(sample=name)
            parts.append(EACH.format(of=dimension, each=each))
    parts.append(NUMBER.format(of="all", sample=name))
    samples, total = defaultdict(Sample), 0
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(tables)} {' UNION ALL '.join(parts)}", arguments)
        for dimension, value, number in cursor:
            if dimension == "all":
                total = min(number, MOST + 1)
            elif value is None:
                samples[dimension].number = number
            else:
                samples[dimension].values[value] = number
    return samples, total
