-- The text of the files that a page offers, page by page in their order.
CREATE FUNCTION files_text(stored bigint[]) RETURNS text LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
    SELECT coalesce(string_agg(left(page.text, 20000), ' ' ORDER BY place, page.number), '')
    FROM unnest(stored) WITH ORDINALITY AS file (id, place)
    JOIN files_storedfile ON files_storedfile.id = file.id AND state = 'clear'
    JOIN files_filepage AS page ON page.file_id = file.id
$$;
