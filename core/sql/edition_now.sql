-- What the edition's token is made of, as a view: a statement that names it is planned once a
-- connection, while the function's body is planned at each call.
CREATE VIEW core_edition_now AS
SELECT base.tableoid::bigint AS home,
    base.folded + (SELECT count(*) FROM core_edition_mark) AS number,
    coalesce((
        SELECT (extract(epoch FROM max(moment.at)) * 1000000)::bigint
        FROM core_moment AS moment WHERE moment.at <= statement_timestamp()
    ), 0) AS moment
FROM core_edition_base AS base;

CREATE OR REPLACE FUNCTION core_edition() RETURNS text STABLE
BEGIN ATOMIC
    SELECT to_hex((SELECT system_identifier FROM pg_control_system()) # home)
        || '.' || number || '.' || moment
    FROM core_edition_now;
END;
