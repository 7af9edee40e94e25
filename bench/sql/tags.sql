-- One tag for each name; spellings that differ in capitals or in where the tones stand are one,
-- and slugs that meet get a number, as in an import (exchange/names.py).
CREATE TABLE bench.tag_name AS
    SELECT name, core_tone_key(name) AS key, NULL::bigint AS tag_id
    FROM (SELECT DISTINCT name FROM bench.tag_use) AS used;

INSERT INTO news_tag (name, slug)
SELECT name, slug || CASE WHEN turn > 1 THEN '-' || turn ELSE '' END
FROM (
    SELECT name, slug, row_number() OVER (PARTITION BY slug ORDER BY name) AS turn
    FROM (
        SELECT DISTINCT ON (key) name,
            trim('-' FROM regexp_replace(core_plain_key(name), '[^a-z0-9]+', '-', 'g')) AS slug
        FROM bench.tag_name ORDER BY key, name
    ) AS first
) AS numbered;

UPDATE bench.tag_name AS used SET tag_id = tag.id
FROM news_tag AS tag WHERE core_tone_key(tag.name) = used.key;
CREATE INDEX ON bench.tag_name (name);
CREATE INDEX ON bench.tag_use (article_id);
ANALYZE bench.tag_name;
