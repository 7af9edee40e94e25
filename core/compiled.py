"""Querysets of hot pages: compiled once by Django, planned once by each connection of PostgreSQL.

A page that nobody keeps costs most where its queries are put together anew: Django writes the SQL,
PostgreSQL plans it, and both come to the same result each time. A `Compiled` holds what they came
to. It is made from an ordinary queryset, so the words of the public door stand in it as anywhere.
"""

import sys
from functools import cached_property

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import BigIntegerField, Expression, QuerySet
from django.db.models.query import ModelIterable, get_related_populators
from psycopg import errors
from psycopg.sql import Literal
from psycopg.types.numeric import Int8

LARGEST = 2**63 - 1  # a number of type bigint

# A statement that another one forgot, that a pooler gave another name, whose columns a migration
# changed.
LOST = (
    errors.InvalidSqlStatementName,
    errors.DuplicatePreparedStatement,
    errors.FeatureNotSupported,
    psycopg.OperationalError,
)


class Parameter(Expression):
    """Stands in a queryset for a value that is given later, under this name."""

    def __init__(self, name, output_field=None):
        super().__init__(output_field=output_field or BigIntegerField())
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]


class Compiled:
    """`build` returns a queryset of model instances or of `values_list` with Parameters in it; a
    call with their values gives the instances or the tuples as a list. Nothing is prefetched."""

    def __init__(self, build):
        self.build = build

    @cached_property
    def plan(self):
        return Plan(self.build())

    def __call__(self, **values):
        return self.plan.found(values)

    def first(self, **values):
        return next(iter(self(**values)), None)


class Plan:
    def __init__(self, queryset):
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        written = [written_out(each) for each in parameters]
        self.sql = sql.replace("%%", "%%%%") % tuple(written)
        self.names = [each.name for each in parameters if isinstance(each, Parameter)]
        self.of_instances = issubclass(queryset._iterable_class, ModelIterable)
        if self.of_instances:
            self.read_columns(compiler)

    def read_columns(self, compiler):
        """What each column of the answer becomes, as ModelIterable finds it for each query."""
        info = compiler.klass_info
        self.model = info["model"]
        columns = info["select_fields"]
        self.start, self.end = columns[0], columns[-1] + 1
        own = compiler.select[self.start : self.end]
        self.attributes = [column.target.attname for column, *_ in own]
        self.populators = get_related_populators(info, compiler.select, DEFAULT_DB_ALIAS)
        self.annotations = list(compiler.annotation_col_map.items())

    def found(self, values):
        rows = self.rows(values)
        return [self.instance(row) for row in rows] if self.of_instances else rows

    def instance(self, row):
        found = self.model.from_db(DEFAULT_DB_ALIAS, self.attributes, row[self.start : self.end])
        for populator in self.populators:
            populator.populate(row, found)
        for name, place in self.annotations:
            setattr(found, name, row[place])
        return found

    def rows(self, values):
        """In a transaction and where queries are logged Django asks, and counts."""
        arguments = [sized(values[name]) for name in self.names]
        database = connections[DEFAULT_DB_ALIAS]
        if database.in_atomic_block or database.queries_logged:
            return self.rows_by_django(database, arguments)
        database.ensure_connection()
        try:
            cursor = psycopg.Cursor(self.prepared(database))
            return cursor.execute(self.sql, arguments, prepare=True).fetchall()
        except LOST:
            return self.rows_by_django(database, arguments)

    def rows_by_django(self, database, arguments):
        with database.cursor() as cursor:
            cursor.execute(self.sql, arguments)
            return cursor.fetchall()

    @staticmethod
    def prepared(database):
        """The driver's connection, told to prepare what it is asked to prepare, and no more; and
        PostgreSQL, to plan that once: of its own it plans anew for each array, short as all are."""
        driver = database.connection
        if driver.prepare_threshold is None:
            driver.prepare_threshold = sys.maxsize
            driver.execute("SET plan_cache_mode = force_generic_plan")
        return driver


def written_out(parameter):
    """A constant as SQL, so that partial indexes fit whatever the parameters are."""
    if isinstance(parameter, Parameter):
        return "%s"
    return Literal(parameter).as_string(None).replace("%", "%%")


def sized(value):
    """One type for all whole numbers: psycopg sends small ones as smaller types, and a statement
    is prepared for its types."""
    if isinstance(value, list):
        return [sized(each) for each in value]
    return Int8(value) if type(value) is int else value


def put(instance, name, rows):
    """Give an instance its related rows, as `prefetch_related` would."""
    found = QuerySet(instance._meta.get_field(name).related_model)
    found._result_cache, found._prefetch_done = rows, True
    vars(instance).setdefault("_prefetched_objects_cache", {})[name] = found
