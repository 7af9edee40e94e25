-- What search knows of a paper (search/following.py). Those for members alone, and those that
-- are not public, stand on shelves of their own, where nobody else looks.
CREATE FUNCTION documents_searchable(ids bigint[]) RETURNS TABLE (
    shelf integer, object_id bigint, day date, title text, lead text, body text, files text,
    marks text[]
) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN d.status <> 'published' THEN 52 WHEN d.audience = 'public' THEN 2 ELSE 3 END,
        d.id, coalesce(d.dated, (d.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
        d.title || ' ' || d.symbol,
        concat_ws(' ', kind.name, issuer.name, d.signer, (
            SELECT string_agg(field.name, ' ') FROM documents_document_fields AS link
            JOIN documents_field AS field ON field.id = link.field_id
            WHERE link.document_id = d.id)),
        '',
        CASE WHEN d.last_number > 0 THEN files_text(ARRAY(
            SELECT file.stored_id FROM documents_attachment AS file
            WHERE file.document_id = d.id AND file.replaced_at IS NULL
            ORDER BY file.position, file.number)) END,
        ARRAY['@k' || d.kind_id, '@i' || d.issuer_id]
            || CASE WHEN d.citation_key <> '' THEN ARRAY['#' || d.citation_key] END
            || CASE WHEN d.number IS NOT NULL THEN ARRAY['#' || d.number] END
            || ARRAY(SELECT '@f' || link.field_id FROM documents_document_fields AS link
                WHERE link.document_id = d.id)
    FROM documents_document AS d
    JOIN documents_kind AS kind ON kind.id = d.kind_id
    JOIN documents_issuer AS issuer ON issuer.id = d.issuer_id
    WHERE d.id = ANY(ids)
$$;
