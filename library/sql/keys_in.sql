-- The keys of the pictures that a text shows; for the index by which their uses are found.
CREATE FUNCTION library_keys_in(html text) RETURNS text[] IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT DISTINCT found[1]
    FROM regexp_matches(html, '/anh/([a-z0-9]{16})/' COLLATE "C", 'g') AS found
);
CREATE INDEX news_article_picture_keys ON news_article USING gin (library_keys_in(body));
