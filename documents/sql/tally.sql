-- How many papers the public, and beside them the speakers, may see: of each kind, issuer, field
-- of work and month, and of each pair of these (documents/tally.py reads it).
--
-- A ledger, as the edition is: writers only append what they changed, so none waits for another;
-- documents_fold_tally() sums up. A paper counts from its publication and until its expiry, so a
-- line has a time, and a reader sums the lines whose time has come. Papers of the bin, drafts and
-- working copies are never `published`. There is no Django model: only these functions write.
CREATE TABLE documents_tally (
    audience text NOT NULL,
    given text NOT NULL,            -- '' (among all), kind, issuer, field, month
    given_value bigint NOT NULL,    -- an id; of a month 202508; 0 among all
    dimension text NOT NULL,        -- kind, issuer, field, month
    value bigint NOT NULL,
    at timestamptz NOT NULL,
    amount bigint NOT NULL
);
CREATE INDEX documents_tally_given ON documents_tally (given, given_value, dimension);

-- `papers`: a query for (key, sign, audience, kind_id, issuer_id, dated, published_at, expires_at);
-- `fields`: one for (key, sign, field_id); `whole`: false where only the fields have changed.
-- Both are ours, written below.
CREATE FUNCTION documents_tally_sql(papers text, fields text, whole boolean) RETURNS text
LANGUAGE sql IMMUTABLE AS $sql$
SELECT format($text$
    WITH paper AS MATERIALIZED (%1$s),
    side AS (
        SELECT key, sign, '' AS name, 0::bigint AS value, %3$L::boolean AS changed FROM paper
        UNION ALL SELECT key, sign, 'kind', kind_id, %3$L FROM paper
        UNION ALL SELECT key, sign, 'issuer', issuer_id, %3$L FROM paper
        UNION ALL SELECT key, sign, 'month', to_char(dated, 'YYYYMM')::bigint, %3$L FROM paper
        UNION ALL SELECT key, sign, 'field', field_id, true FROM (%2$s) AS f
    )
    INSERT INTO documents_tally
    SELECT paper.audience, a.name, a.value, b.name, b.value, moment.at,
        sum(paper.sign * moment.change)
    FROM paper JOIN side AS a USING (key, sign) JOIN side AS b USING (key, sign),
    LATERAL (
        SELECT CASE WHEN time <= statement_timestamp() THEN '-infinity' ELSE time END AS at, change
        FROM (VALUES (paper.published_at, 1), (paper.expires_at, -1)) AS t (time, change)
        WHERE time IS NOT NULL
    ) AS moment
    WHERE b.name <> '' AND a.name <> b.name AND (a.changed OR b.changed)
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(paper.sign * moment.change) <> 0
$text$, papers, fields, whole)
$sql$;

CREATE FUNCTION documents_tally_papers() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
    columns CONSTANT text := 'r.id AS key, %s AS sign, r.audience, r.kind_id, r.issuer_id, '
        'r.dated, r.published_at, r.expires_at';
    told CONSTANT text := '(%1$s.status, %1$s.audience, %1$s.kind_id, %1$s.issuer_id, '
        '%1$s.dated, %1$s.published_at, %1$s.expires_at)';
    plus text := 'SELECT ' || format(columns, 1) || ' FROM new_rows AS r';
    minus text := 'SELECT ' || format(columns, -1) || ' FROM old_rows AS r';
    public CONSTANT text := ' WHERE r.status = ''published''';
    papers text;
BEGIN
    IF TG_OP = 'INSERT' THEN
        papers := plus || public;
    ELSIF TG_OP = 'DELETE' THEN
        papers := minus || public;
    ELSE
        papers := plus || ' JOIN old_rows AS o USING (id)' || public || ' AND '
            || format(told, 'r') || ' IS DISTINCT FROM ' || format(told, 'o') || ' UNION ALL '
            || minus || ' JOIN new_rows AS n USING (id)' || public || ' AND '
            || format(told, 'r') || ' IS DISTINCT FROM ' || format(told, 'n');
    END IF;
    EXECUTE documents_tally_sql(papers, 'SELECT paper.key, paper.sign, link.field_id FROM paper '
        'JOIN documents_document_fields AS link ON link.document_id = paper.key', true);
    RETURN NULL;
END $$;

CREATE FUNCTION documents_tally_fields() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
    signed text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT r.*, 1 AS sign FROM new_rows AS r'
        WHEN 'DELETE' THEN 'SELECT r.*, -1 AS sign FROM old_rows AS r'
        ELSE 'SELECT r.*, 1 AS sign FROM new_rows AS r UNION ALL '
            'SELECT r.*, -1 AS sign FROM old_rows AS r'
    END;
BEGIN
    EXECUTE documents_tally_sql(
        'SELECT link.id AS key, link.sign, d.audience, d.kind_id, d.issuer_id, d.dated, '
            'd.published_at, d.expires_at FROM (' || signed || ') AS link '
            'JOIN documents_document AS d ON d.id = link.document_id '
            'WHERE d.status = ''published''',
        'SELECT link.id AS key, link.sign, link.field_id FROM (' || signed || ') AS link', false);
    RETURN NULL;
END $$;

CREATE FUNCTION documents_empty_tally() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM documents_tally;
    RETURN NULL;
END $$;

CREATE TRIGGER documents_document_tally_insert AFTER INSERT ON documents_document
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION documents_tally_papers();
CREATE TRIGGER documents_document_tally_update AFTER UPDATE ON documents_document
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION documents_tally_papers();
CREATE TRIGGER documents_document_tally_delete AFTER DELETE ON documents_document
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION documents_tally_papers();
CREATE TRIGGER documents_document_tally_truncate AFTER TRUNCATE ON documents_document
    FOR EACH STATEMENT EXECUTE FUNCTION documents_empty_tally();
CREATE TRIGGER documents_document_fields_tally_insert AFTER INSERT ON documents_document_fields
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION documents_tally_fields();
CREATE TRIGGER documents_document_fields_tally_update AFTER UPDATE ON documents_document_fields
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION documents_tally_fields();
CREATE TRIGGER documents_document_fields_tally_delete AFTER DELETE ON documents_document_fields
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION documents_tally_fields();

-- One line for each figure, of all whose time has come. One statement, so no reader sees it half
-- done; a second one that runs at once finds nothing left.
CREATE FUNCTION documents_fold_tally() RETURNS void
BEGIN ATOMIC
    WITH passed AS (
        DELETE FROM documents_tally WHERE at <= statement_timestamp() RETURNING *
    )
    INSERT INTO documents_tally
    SELECT audience, given, given_value, dimension, value, '-infinity', sum(amount)
    FROM passed GROUP BY 1, 2, 3, 4, 5 HAVING sum(amount) <> 0;
END;

-- The papers that are there already.
DO $$
BEGIN
    EXECUTE documents_tally_sql(
        'SELECT r.id AS key, 1 AS sign, r.audience, r.kind_id, r.issuer_id, r.dated, '
            'r.published_at, r.expires_at FROM documents_document AS r '
            'WHERE r.status = ''published''',
        'SELECT paper.key, paper.sign, link.field_id FROM paper '
            'JOIN documents_document_fields AS link ON link.document_id = paper.key', true);
END $$;
