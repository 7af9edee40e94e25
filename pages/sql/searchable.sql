-- What search knows of a standing page (search/following.py): of one that is not published nothing.
CREATE FUNCTION pages_searchable(ids bigint[]) RETURNS TABLE (
    shelf integer, object_id bigint, day date, title text, lead text, body text, files text,
    marks text[]
) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT 4, p.id, (coalesce(p.published_at, p.created_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
        p.title, p.lead, p.body, '', '{}'::text[]
    FROM pages_standingpage AS p WHERE p.id = ANY(ids) AND p.status = 'published'
$$;
