-- A file's number is given once and never used again, however the row was written and whatever
-- was deleted since: the paper remembers the last one.
CREATE FUNCTION documents_number_attachment() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE documents_document SET last_number = last_number + 1
        WHERE id = NEW.document_id RETURNING last_number INTO NEW.number;
    RETURN NEW;
END $$;

CREATE TRIGGER documents_attachment_number BEFORE INSERT ON documents_attachment
    FOR EACH ROW EXECUTE FUNCTION documents_number_attachment();
