-- What search knows of a question and of a consultation (search/following.py): of one that is not
-- published nothing. Who asked, even where the name stands on the page, is nobody's search.
CREATE FUNCTION questions_searchable(ids bigint[]) RETURNS TABLE (
    shelf integer, object_id bigint, day date, title text, lead text, body text, files text,
    marks text[]
) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT 5, q.id, (coalesce(q.published_at, q.created_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, q.title,
        concat_ws(' ', q.text, subject.name, q.answered_by), q.answer, '', '{}'::text[]
    FROM feedback_question AS q LEFT JOIN feedback_subject AS subject ON subject.id = q.subject_id
    WHERE q.id = ANY(ids) AND q.status = 'published'
$$;

CREATE FUNCTION consultations_searchable(ids bigint[]) RETURNS TABLE (
    shelf integer, object_id bigint, day date, title text, lead text, body text, files text,
    marks text[]
) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT 6, c.id, (coalesce(c.published_at, c.created_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, c.title,
        concat_ws(' ', c.drafted_by, c.lead), concat_ws(' ', c.body, c.outcome), '', '{}'::text[]
    FROM feedback_consultation AS c WHERE c.id = ANY(ids) AND c.status = 'published'
$$;
