-- In which lists each published article stands, and how many each list has (news/listing.py reads
-- them). Both follow from the articles and their links; only the functions below write them.
--
-- A list is all (value 0), a category with its subcategories, a topic, a tag, an author. Its rows
-- stand in its order, so a page of it is found without sorting, however long it is.
CREATE TABLE news_listing (
    list text NOT NULL,
    value bigint NOT NULL,
    published_at timestamptz NOT NULL,
    expires_at timestamptz,
    article_id bigint NOT NULL,
    PRIMARY KEY (article_id, list, value)
);
CREATE INDEX news_listing_newest ON news_listing (list, value, published_at DESC, article_id DESC);

-- A ledger, as documents_tally is: writers append, a reader sums the lines whose time has come,
-- news_fold_tally() adds up. `within` 0: the months of a list (part 202508); else the days of that
-- month (part 20250814), for the lists that may have thousands in one.
CREATE TABLE news_tally (
    list text NOT NULL,
    value bigint NOT NULL,
    within integer NOT NULL,
    part integer NOT NULL,
    at timestamptz NOT NULL,        -- -infinity once folded
    amount bigint NOT NULL
);
CREATE INDEX news_tally_part ON news_tally (list, value, within, part);
CREATE INDEX news_tally_fresh ON news_tally (at) WHERE at > '-infinity';

-- The rows that news_listing should have for these articles. Without a search_path of its own, as
-- the next one, so that PostgreSQL takes its text into the query that asks and uses the indexes.
CREATE FUNCTION news_listing_due(articles bigint[]) RETURNS SETOF news_listing
LANGUAGE sql STABLE AS $$
    SELECT l.list, l.value, a.published_at, a.expires_at, a.id
    FROM news_article AS a CROSS JOIN LATERAL (
        SELECT 'all' AS list, 0::bigint AS value
        UNION ALL SELECT 'topic', a.topic_id WHERE a.topic_id IS NOT NULL
        UNION ALL SELECT 'tag', t.tag_id FROM news_article_tags AS t WHERE t.article_id = a.id
        UNION ALL (
            SELECT 'author', w.author_id FROM news_article_authors AS w WHERE w.article_id = a.id
            UNION
            SELECT 'author', p.author_id FROM news_article_photographers AS p
            WHERE p.article_id = a.id
        )
        UNION ALL (
            SELECT DISTINCT 'category', upward.id FROM (
                SELECT a.category_id AS id
                UNION ALL SELECT m.category_id FROM news_article_more_categories AS m
                WHERE m.article_id = a.id
            ) AS own
            JOIN news_category AS c ON c.id = own.id
            CROSS JOIN LATERAL (VALUES (c.id), (c.parent_id)) AS upward (id)
            WHERE upward.id IS NOT NULL
        )
    ) AS l
    WHERE a.status = 'published' AND a.id = ANY (articles)
$$;

-- The lines of the ledger for rows that came into a list (change 1) or left it (-1).
CREATE FUNCTION news_tally_lines(listed news_listing, change integer) RETURNS SETOF news_tally
LANGUAGE sql STABLE AS $$
    SELECT listed.list, listed.value, p.within, p.part, greatest(m.at, statement_timestamp()),
        m.change
    FROM (VALUES (listed.published_at, change), (listed.expires_at, -change)) AS m (at, change)
    CROSS JOIN LATERAL (
        SELECT to_char(listed.published_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYYMMDD')::integer
    ) AS d (day)
    CROSS JOIN LATERAL (VALUES (0, d.day / 100), (d.day / 100, d.day)) AS p (within, part)
    WHERE m.at IS NOT NULL AND (p.within = 0 OR listed.list IN ('all', 'category'))
$$;

CREATE FUNCTION news_refresh_listing(articles bigint[]) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    -- Of two transactions that change an article and its links neither sees what the other wrote.
    -- The second one waits here, whichever it is; its statements below see both.
    PERFORM FROM news_article WHERE id = ANY (articles) ORDER BY id FOR NO KEY UPDATE;
    WITH due AS MATERIALIZED (SELECT * FROM news_listing_due(articles)),
    gone AS (
        DELETE FROM news_listing AS l
        WHERE l.article_id = ANY (articles) AND NOT EXISTS (
            SELECT FROM due AS d WHERE (d.article_id, d.list, d.value) = (l.article_id, l.list, l.value)
                AND d.published_at = l.published_at AND d.expires_at IS NOT DISTINCT FROM l.expires_at
        ) RETURNING *
    )
    INSERT INTO news_tally SELECT line.list, line.value, line.within, line.part, line.at,
        sum(line.amount)
    FROM gone, news_tally_lines(gone, -1) AS line GROUP BY 1, 2, 3, 4, 5;
    WITH come AS (
        INSERT INTO news_listing SELECT * FROM news_listing_due(articles)
        ON CONFLICT DO NOTHING RETURNING *
    )
    INSERT INTO news_tally SELECT line.list, line.value, line.within, line.part, line.at,
        sum(line.amount)
    FROM come, news_tally_lines(come, 1) AS line GROUP BY 1, 2, 3, 4, 5;
END $$;

CREATE FUNCTION news_list_articles() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
    changed bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(id) INTO changed FROM new_rows WHERE status = 'published';
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(id) INTO changed FROM old_rows WHERE status = 'published';
    ELSE
        SELECT array_agg(id) INTO changed FROM new_rows AS n JOIN old_rows AS o USING (id)
        WHERE (n.status, n.published_at, n.expires_at, n.category_id, n.topic_id) IS DISTINCT FROM
            (o.status, o.published_at, o.expires_at, o.category_id, o.topic_id);
    END IF;
    IF changed IS NOT NULL THEN
        PERFORM news_refresh_listing(changed);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION news_list_links() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
    changed bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(DISTINCT article_id) INTO changed FROM new_rows;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT article_id) INTO changed FROM old_rows;
    ELSE
        SELECT array_agg(DISTINCT article_id) INTO changed
        FROM (SELECT article_id FROM new_rows UNION ALL SELECT article_id FROM old_rows) AS r;
    END IF;
    IF changed IS NOT NULL THEN
        PERFORM news_refresh_listing(changed);
    END IF;
    RETURN NULL;
END $$;

-- A category that moves takes its articles along. Seldom; writers of articles wait meanwhile,
-- since they might still see the category where it was.
CREATE FUNCTION news_list_families() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
    moved bigint[];
    changed bigint[];
BEGIN
    SELECT array_agg(n.id) INTO moved FROM new_rows AS n JOIN old_rows AS o USING (id)
    WHERE n.parent_id IS DISTINCT FROM o.parent_id;
    IF moved IS NOT NULL THEN
        LOCK TABLE news_article, news_article_more_categories IN SHARE MODE;
        SELECT array_agg(DISTINCT article_id) INTO changed FROM news_listing
        WHERE list = 'category' AND value = ANY (moved);
        PERFORM news_refresh_listing(coalesce(changed, '{}'));
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION news_empty_listing() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM news_listing;
    DELETE FROM news_tally;
    RETURN NULL;
END $$;

-- One line for each figure whose time has come; figures without a fresh line are left alone. One
-- statement, so no reader sees it half done; a second one that runs at once finds nothing left.
CREATE FUNCTION news_fold_tally() RETURNS void
BEGIN ATOMIC
    WITH fresh AS (
        DELETE FROM news_tally WHERE at > '-infinity' AND at <= statement_timestamp() RETURNING *
    ),
    folded AS (
        DELETE FROM news_tally AS t USING (SELECT DISTINCT list, value, within, part FROM fresh) AS f
        WHERE (t.list, t.value, t.within, t.part) = (f.list, f.value, f.within, f.part)
            AND t.at = '-infinity'
        RETURNING t.*
    )
    INSERT INTO news_tally
    SELECT list, value, within, part, '-infinity', sum(amount)
    FROM (SELECT * FROM fresh UNION ALL SELECT * FROM folded) AS line
    GROUP BY 1, 2, 3, 4 HAVING sum(amount) <> 0;
END;
