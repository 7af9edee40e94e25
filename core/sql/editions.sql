-- The edition (see core/editions.py). These tables have no Django model: a flush of the tests
-- or a fixture never touches them, and nothing but the functions below writes to them.

CREATE TABLE core_edition_base (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    folded bigint NOT NULL
);
INSERT INTO core_edition_base (folded) VALUES (0);

-- One mark a transaction. The time stands beside the transaction's number because numbers begin
-- anew when a dump is restored on another server, and a mark must never be taken for an older one.
CREATE TABLE core_edition_mark (
    transaction xid8 NOT NULL,
    started timestamptz NOT NULL,
    PRIMARY KEY (transaction, started)
);

-- Times at which something becomes or ceases to be public without a write. Not unique: two
-- writers of the same moment must not wait for each other.
CREATE TABLE core_moment (at timestamptz NOT NULL);
CREATE INDEX core_moment_at ON core_moment (at);

-- The token: which database this is (a restored copy has other ones), the number, the moment.
CREATE FUNCTION core_edition() RETURNS text STABLE
BEGIN ATOMIC
    SELECT to_hex((SELECT system_identifier FROM pg_control_system()) # base.tableoid::bigint)
        || '.' || (base.folded + (SELECT count(*) FROM core_edition_mark))
        || '.' || coalesce((
            SELECT (extract(epoch FROM max(moment.at)) * 1000000)::bigint
            FROM core_moment AS moment WHERE moment.at <= statement_timestamp()
        ), 0)
    FROM core_edition_base AS base;
END;

CREATE FUNCTION core_fold_editions() RETURNS void
BEGIN ATOMIC
    WITH mark AS (DELETE FROM core_edition_mark RETURNING 1)
    UPDATE core_edition_base SET folded = folded + (SELECT count(*) FROM mark);
    DELETE FROM core_moment WHERE at < (
        SELECT max(passed.at) FROM core_moment AS passed WHERE passed.at <= statement_timestamp()
    );
END;

-- Arguments: a condition over a row r that says whether it is public; a list of expressions over
-- r, its moments; the names of its counters, whose changes alone raise nothing. All are ours,
-- written in migrations, never anybody's input.
CREATE FUNCTION core_mark_edition() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
    public_rows boolean := TG_OP = 'TRUNCATE';
    changed text;
BEGIN
    IF TG_OP = 'UPDATE' AND TG_ARGV[2] <> '' THEN
        SELECT string_agg(format('r.%1$I IS DISTINCT FROM o.%1$I', attname), ' OR ') INTO changed
            FROM pg_attribute WHERE attrelid = TG_RELID AND attnum > 0 AND NOT attisdropped
            AND attgenerated = '' AND attname <> ALL (string_to_array(TG_ARGV[2], ' '));
        EXECUTE format('SELECT EXISTS (SELECT FROM new_rows AS r JOIN old_rows AS o USING (id) '
            'WHERE %s)', changed) INTO public_rows;
        IF NOT public_rows THEN
            RETURN NULL;
        END IF;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM new_rows AS r WHERE %s)', TG_ARGV[0])
            INTO public_rows;
    END IF;
    IF NOT public_rows AND TG_OP IN ('UPDATE', 'DELETE') THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM old_rows AS r WHERE %s)', TG_ARGV[0])
            INTO public_rows;
    END IF;
    IF public_rows THEN
        INSERT INTO core_edition_mark VALUES (pg_current_xact_id(), transaction_timestamp())
            ON CONFLICT DO NOTHING;
        IF TG_ARGV[1] <> '' AND TG_OP IN ('INSERT', 'UPDATE') THEN
            EXECUTE format(
                'INSERT INTO core_moment SELECT DISTINCT moment FROM new_rows AS r, '
                'unnest(ARRAY[%s]) AS moment WHERE (%s) AND moment > transaction_timestamp()',
                TG_ARGV[1], TG_ARGV[0]);
        END IF;
    END IF;
    RETURN NULL;
END $$;

-- The number only rises: emptying these tables by hand would let an old page pass for a new one.
CREATE FUNCTION core_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% holds the edition and is never emptied', TG_TABLE_NAME;
END $$;
CREATE TRIGGER core_edition_base_stays BEFORE TRUNCATE ON core_edition_base
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_truncate();
CREATE TRIGGER core_edition_mark_stays BEFORE TRUNCATE ON core_edition_mark
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_truncate();
