-- What is searched: one row for each thing, kept by statement triggers (search/following.py)
-- and filled in bulk by search/filling.py. It finds candidates; what a visitor may see of them the
-- public door decides. There is no Django model: only these functions write.
--
-- `words` has, of one text:
--   words without accents, with positions and weights: A title and symbol, B lead, C body, D files;
--   words as they were written, without positions, where accents make them other ones;
--   `=word`, the words of the title once more, so that titles are found by the index alone;
--   marks, which no text has: `@c12` is in category 12, `#238qdtw` bears that symbol.
-- `bucket` is shelf * 1000000 + the number of the month: a search begins with the newest ones.
CREATE TABLE search_entry (
    shelf smallint NOT NULL,
    object_id bigint NOT NULL,
    bucket integer NOT NULL,
    day date NOT NULL,
    words tsvector NOT NULL,
    PRIMARY KEY (shelf, object_id)
);
-- Compressing the vectors costs more at each ranking than it saves.
ALTER TABLE search_entry ALTER words SET STORAGE EXTERNAL;
-- For the newest and the oldest month of a shelf. `bucket` has no index of its own: the planner
-- would read every vector of some months rather than ask `search_entry_words`
-- (search/filling.py), which has no pending list, since each search would read that through.
CREATE INDEX search_entry_day ON search_entry (shelf, day);

CREATE FUNCTION search_bucket(shelf integer, day date) RETURNS integer
IMMUTABLE STRICT PARALLEL SAFE
RETURN shelf * 1000000
    + extract(year FROM day)::integer * 12 + extract(month FROM day)::integer;

-- Letters and digits stay; what the text parser would join into addresses, paths and numbers
-- with a sign becomes a space. 238-QĐ/TW is three words in a row, however it is spelled.
CREATE FUNCTION search_clean(text) RETURNS text
IMMUTABLE PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    CASE WHEN $1 ~ '[\u0300-\u036f]' THEN normalize($1, NFC) ELSE $1 END,
    U&'\00D0', 'Đ'), U&'\00F0', 'đ'), '-', ' '), '/', ' '), '.', ' '), '_', ' '), '@', ' '),
    '<', ' '), '&', ' '), ':', ' '), '+', ' ');

-- `unaccent` is many times faster than taking the marks off by regular expressions.
CREATE FUNCTION search_plain(text) RETURNS tsvector
STABLE PARALLEL SAFE
RETURN to_tsvector('simple'::regconfig,
    public.unaccent('public.unaccent'::regdictionary, $1));

CREATE FUNCTION search_vector(title text, lead text, body text, files text, marks text[])
RETURNS tsvector STABLE PARALLEL SAFE
RETURN setweight(search_plain(title), 'A') || setweight(search_plain(lead), 'B')
    || setweight(search_plain(body), 'C') || setweight(search_plain(files), 'D')
    || strip(to_tsvector('simple'::regconfig,
        title || ' ' || lead || ' ' || body || ' ' || files))
    || array_to_tsvector(marks || ARRAY(
        SELECT '=' || word FROM unnest(tsvector_to_array(search_plain(title))) AS word));

-- A vector has a limit of a megabyte, which only a text that is no language comes near to: of
-- such a one the beginning is read.
CREATE FUNCTION search_words(title text, lead text, body text, files text, marks text[])
RETURNS tsvector LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
DECLARE
    length integer := 400000;
BEGIN
    title := search_clean(coalesce(title, ''));
    lead := search_clean(coalesce(lead, ''));
    body := search_clean(regexp_replace(coalesce(body, ''), '<[^>]*>|&[a-z]+;', ' ', 'g'));
    files := search_clean(coalesce(files, ''));
    LOOP
        BEGIN
            RETURN search_vector(title, left(lead, length), left(body, length),
                left(files, length), marks);
        EXCEPTION WHEN program_limit_exceeded THEN
            length := length / 4;
        END;
    END LOOP;
END $$;

-- Put anew what a function (search/following.py) tells of these objects. `owner`: the table whose rows they are, to be
-- locked where another table's change is told: of two writers the second one then sees what the
-- first one did. Both names are ours, written in migrations.
CREATE FUNCTION search_refresh(source text, owner text, shelves smallint[], ids bigint[])
RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF owner <> '' THEN
        EXECUTE format('SELECT FROM %I WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', owner)
            USING ids;
    END IF;
    DELETE FROM search_entry WHERE shelf = ANY(shelves) AND object_id = ANY(ids);
    EXECUTE format('INSERT INTO search_entry '
        'SELECT shelf, object_id, search_bucket(shelf, day), day, '
            'search_words(title, lead, body, files, marks) '
        'FROM %I($1) '
        'ON CONFLICT (shelf, object_id) DO UPDATE SET '
            'bucket = excluded.bucket, day = excluded.day, words = excluded.words', source)
        USING ids;
END $$;

-- Arguments: function, owner's table or '', shelves, a query over `changed` that gives the ids of
-- the owners, the columns whose change matters ('' for all).
CREATE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
    changed text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT * FROM new_rows'
        WHEN 'DELETE' THEN 'SELECT * FROM old_rows'
        ELSE 'SELECT * FROM new_rows UNION ALL SELECT * FROM old_rows'
    END;
    same text;
    ids bigint[];
BEGIN
    IF TG_OP = 'UPDATE' AND TG_ARGV[4] <> '' THEN
        SELECT string_agg(format('n.%1$I IS DISTINCT FROM o.%1$I', name), ' OR ') INTO same
            FROM unnest(string_to_array(TG_ARGV[4], ' ')) AS name;
        changed := 'SELECT n.* FROM new_rows AS n JOIN old_rows AS o USING (id) WHERE ' || same
            || ' UNION ALL SELECT o.* FROM new_rows AS n JOIN old_rows AS o USING (id) WHERE '
            || same;
    END IF;
    EXECUTE format('WITH changed AS (%s) SELECT array_agg(DISTINCT owner.id) FROM (%s) AS owner '
        'WHERE owner.id IS NOT NULL', changed, TG_ARGV[3]) INTO ids;
    IF ids IS NOT NULL THEN
        PERFORM search_refresh(TG_ARGV[0], TG_ARGV[1], TG_ARGV[2]::smallint[], ids);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION search_forget() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM search_entry WHERE shelf = ANY(TG_ARGV[0]::smallint[]);
    RETURN NULL;
END $$;
