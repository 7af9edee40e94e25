-- Every page whose text is public, or will be, and changed is to be read for citations, however
-- it was written. The last argument of the trigger names the queue's column.
CREATE FUNCTION documents_queue_unread() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format('INSERT INTO documents_unreadpage (%I) '
            'SELECT id FROM new_rows WHERE status = ''published''', TG_ARGV[0]);
    ELSIF TG_ARGV[0] = 'article_id' THEN
        INSERT INTO documents_unreadpage (article_id) VALUES (NEW.id);
    ELSE
        INSERT INTO documents_unreadpage (document_id) VALUES (NEW.id);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER news_article_unread_insert AFTER INSERT ON news_article
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT
    EXECUTE FUNCTION documents_queue_unread('article_id');
CREATE TRIGGER news_article_unread_update AFTER UPDATE ON news_article FOR EACH ROW
    WHEN (NEW.status = 'published' AND (OLD.status, OLD.title, OLD.lead, OLD.body)
        IS DISTINCT FROM (NEW.status, NEW.title, NEW.lead, NEW.body))
    EXECUTE FUNCTION documents_queue_unread('article_id');
CREATE TRIGGER documents_document_unread_insert AFTER INSERT ON documents_document
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT
    EXECUTE FUNCTION documents_queue_unread('document_id');
CREATE TRIGGER documents_document_unread_update AFTER UPDATE ON documents_document FOR EACH ROW
    WHEN (NEW.status = 'published' AND (OLD.status, OLD.title)
        IS DISTINCT FROM (NEW.status, NEW.title))
    EXECUTE FUNCTION documents_queue_unread('document_id');

-- The files of a page are texts of it, too, once they were read and found clear.
CREATE FUNCTION documents_queue_unread_files() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'files_storedfile' THEN
        INSERT INTO documents_unreadpage (document_id)
            SELECT DISTINCT document_id FROM documents_attachment WHERE stored_id = NEW.id;
        INSERT INTO documents_unreadpage (article_id)
            SELECT DISTINCT article_id FROM news_attachment WHERE stored_id = NEW.id;
    ELSIF TG_TABLE_NAME = 'news_attachment' THEN
        INSERT INTO documents_unreadpage (article_id)
            VALUES (coalesce(NEW.article_id, OLD.article_id));
    ELSE
        INSERT INTO documents_unreadpage (document_id)
            VALUES (coalesce(NEW.document_id, OLD.document_id));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER files_storedfile_unread AFTER UPDATE ON files_storedfile FOR EACH ROW
    WHEN ((OLD.state, OLD.read_at) IS DISTINCT FROM (NEW.state, NEW.read_at))
    EXECUTE FUNCTION documents_queue_unread_files();
CREATE TRIGGER documents_attachment_unread AFTER INSERT OR UPDATE OR DELETE
    ON documents_attachment FOR EACH ROW EXECUTE FUNCTION documents_queue_unread_files();
CREATE TRIGGER news_attachment_unread AFTER INSERT OR UPDATE OR DELETE
    ON news_attachment FOR EACH ROW EXECUTE FUNCTION documents_queue_unread_files();

INSERT INTO documents_unreadpage (article_id)
    SELECT id FROM news_article WHERE status = 'published' ORDER BY id;
INSERT INTO documents_unreadpage (document_id)
    SELECT id FROM documents_document WHERE status = 'published' ORDER BY id;
