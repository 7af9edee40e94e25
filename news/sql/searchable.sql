-- What search knows of an article (search/following.py). Those that are not public stand on a
-- shelf of their own, where the admin alone looks.
CREATE FUNCTION news_searchable(ids bigint[]) RETURNS TABLE (
    shelf integer, object_id bigint, day date, title text, lead text, body text, files text,
    marks text[]
) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT CASE a.status WHEN 'published' THEN 1 ELSE 51 END, a.id,
        (coalesce(a.published_at, a.created_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, a.title,
        concat_ws(' ', a.lead, a.author,
            (SELECT string_agg(tag.name, ' ') FROM news_article_tags AS link
                JOIN news_tag AS tag ON tag.id = link.tag_id WHERE link.article_id = a.id),
            (SELECT string_agg(author.name, ' ') FROM news_article_authors AS link
                JOIN news_author AS author ON author.id = link.author_id
                WHERE link.article_id = a.id)),
        a.body,
        CASE WHEN a.last_number > 0 THEN files_text(ARRAY(
            SELECT file.stored_id FROM news_attachment AS file
            WHERE file.article_id = a.id AND file.replaced_at IS NULL
            ORDER BY file.position, file.number)) END,
        ARRAY['@c' || a.category_id] || ARRAY(
            SELECT '@c' || link.category_id FROM news_article_more_categories AS link
            WHERE link.article_id = a.id)
    FROM news_article AS a WHERE a.id = ANY(ids)
$$;
