-- What full-text search reads of a publication: words without accents, weighted by place.
-- A body may be long (up to some 100 pages are read, so that the vector stays below its
-- limit of one megabyte) and is HTML.
CREATE FUNCTION core_search_vector(title text, lead text, body text) RETURNS tsvector
IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector('simple'::regconfig, core_plain_key(title)), 'A')
    || setweight(to_tsvector('simple'::regconfig, core_plain_key(left(lead, 20000))), 'B')
    || setweight(to_tsvector('simple'::regconfig, core_plain_key(
        left(regexp_replace(body, '<[^>]*>', ' ', 'g'), 200000))), 'C');
