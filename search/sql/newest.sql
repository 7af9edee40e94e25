-- The newest `wanted` of a shelf between two days that have `loose` (which the index answers
-- alone) and `strict` (which reads each vector; NULL where there is nothing to add), of no more
-- than `looked` that have `loose`. It widens from the newest month on by what it yields. The
-- planner does not count the reading of vectors and would shun the index.
-- What five years of articles do not have often enough is rare: the rest of them is asked for
-- without the months, of which the index would have to gather every row. Queries are planned as
-- by default, whatever a connection says that plans the statements of pages once.
CREATE OR REPLACE FUNCTION search_newest(
    wanted_shelf integer, loose tsquery, strict tsquery, since date, until date,
    wanted integer, looked integer
) RETURNS TABLE (object_id bigint, day date) LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp SET enable_seqscan = off SET plan_cache_mode = auto AS $$
DECLARE
    lowest integer;
    upper integer;
    lower integer;
    months integer := 3;
    got integer := 0;
    met integer := 0;
    most integer;
    yielded integer;
    ids bigint[];
    days date[];
BEGIN
    SELECT search_bucket(wanted_shelf, greatest(min(e.day), since)),
        search_bucket(wanted_shelf, least(max(e.day), until))
    INTO lowest, upper FROM search_entry AS e WHERE e.shelf = wanted_shelf;
    WHILE upper >= lowest AND got < wanted AND met < looked LOOP
        most := CASE WHEN strict IS NULL THEN wanted - got ELSE looked - met END;
        IF wanted_shelf = 1 AND months > 60 THEN
            lower := lowest;
            SELECT array_agg(f.object_id), array_agg(f.day) INTO ids, days FROM (
                SELECT e.object_id, e.day FROM search_entry AS e
                WHERE e.bucket + 0 BETWEEN lower AND upper AND e.words @@ loose
                    AND (since IS NULL OR e.day >= since) AND (until IS NULL OR e.day <= until)
                ORDER BY e.day DESC, e.object_id DESC LIMIT most
            ) AS f;
        ELSE
            lower := greatest(lowest, upper - months + 1);
            SELECT array_agg(f.object_id), array_agg(f.day) INTO ids, days FROM (
                SELECT e.object_id, e.day FROM search_entry AS e
                WHERE e.bucket BETWEEN lower AND upper AND e.words @@ loose
                    AND (since IS NULL OR e.day >= since) AND (until IS NULL OR e.day <= until)
                ORDER BY e.day DESC, e.object_id DESC LIMIT most
            ) AS f;
        END IF;
        yielded := coalesce(cardinality(ids), 0);
        met := met + yielded;
        IF strict IS NULL THEN
            RETURN QUERY SELECT * FROM unnest(ids, days);
        ELSE
            RETURN QUERY SELECT e.object_id, e.day FROM search_entry AS e
                WHERE e.shelf = wanted_shelf AND e.object_id = ANY(ids) AND e.words @@ strict
                ORDER BY e.day DESC, e.object_id DESC LIMIT wanted - got;
            GET DIAGNOSTICS yielded = ROW_COUNT;
        END IF;
        got := got + yielded;
        months := CASE WHEN yielded = 0 THEN months * 16
            ELSE least(months * 16, greatest(months, months * (wanted - got) / yielded)) END;
        upper := lower - 1;
    END LOOP;
END $$;
