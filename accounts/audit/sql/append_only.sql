-- Entries are added and never changed. Where the database's name begins with test_ the tests may
-- empty the table. Who owns the database can take the triggers off; they are against slips of
-- our own code and of hands at the console.
CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    IF starts_with(current_database(), 'test_') THEN
        RETURN CASE TG_OP WHEN 'UPDATE' THEN NEW WHEN 'DELETE' THEN OLD END;
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF current_setting('audit.forgets', true) = 'yes' AND OLD.at < now() - interval '6 months'
        THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_entry_rows_stay BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
CREATE TRIGGER audit_entry_table_stays BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();

-- The one way in which entries go: those older than a moment at least half a year ago, with the
-- names that no entry and no account has any more. It leaves an entry itself.
CREATE FUNCTION audit_forget(before timestamptz) RETURNS bigint LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
    gone bigint;
BEGIN
    IF before > now() - interval '6 months' THEN
        RAISE EXCEPTION 'the audit log is kept for six months at least';
    END IF;
    PERFORM set_config('audit.forgets', 'yes', true);
    DELETE FROM audit_entry WHERE at < before;
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM set_config('audit.forgets', '', true);
    DELETE FROM audit_name AS name WHERE user_id IS NULL
        AND NOT EXISTS (SELECT FROM audit_entry WHERE person_id = name.key)
        AND NOT EXISTS (SELECT FROM audit_entry WHERE subject_id = name.key);
    INSERT INTO audit_entry (action, kind, object_id, label, words, tried)
        VALUES ('forget', '', '', '', format('%s dòng trước ngày %s', gone,
            to_char(before AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')), '');
    RETURN gone;
END $$;
