-- A file's number is given once and never used again, however the row was written and whatever
-- was deleted since: its owner remembers the last one. Arguments: the owner's table, and the
-- column that leads to it. A row that brings its number is an earlier version under it.
CREATE FUNCTION files_number_attachment() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    EXECUTE format('UPDATE %I SET last_number = last_number + 1 WHERE id = ($1).%I '
        'RETURNING last_number', TG_ARGV[0], TG_ARGV[1]) USING NEW INTO NEW.number;
    RETURN NEW;
END $$;
