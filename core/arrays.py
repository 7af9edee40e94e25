"""Values as one array, where the planner needs a push towards an index."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func


class IsOneOf(Func):
    """Whether a column has one of these values: an expression for an array, or a query of one
    column.

    `IN (SELECT …)` beside another condition (OR) is checked row after row; an array is looked up
    in the column's index like any other value.
    """

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = BooleanField()

    def __init__(self, column, values):
        is_query = hasattr(values, "query")
        super().__init__(F(column), ArraySubquery(values) if is_query else values)
