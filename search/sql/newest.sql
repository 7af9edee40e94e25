-- The newest `wanted` of a shelf between two days that have `loose` (which the index answers
-- alone) and `strict` (which reads each vector; NULL where there is nothing to add), of no more
-- than `looked` that have `loose`. It goes back month by month as long as that is less work than
-- to fetch all the rest at once, as far as the months so far can tell: a month is one key of the
-- index, half a millisecond, whatever number of articles has the words; a row of the rest 3 µs.
-- A range of months would not do: the index gathers every row of such a range first.
-- Of the rest of other shelves than that of the articles, ten times smaller, the index of their
-- own tells (search/filling.py). The planner does not count the reading of vectors and would
-- shun both; “+ 0” keeps it from others. Queries are planned as by default, whatever a connection
-- says that plans the statements of pages once.
CREATE OR REPLACE FUNCTION search_newest(
    wanted_shelf integer, loose tsquery, strict tsquery, since date, until date,
    wanted integer, looked integer
) RETURNS TABLE (object_id bigint, day date) LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp SET enable_seqscan = off
SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = auto AS $$
DECLARE
    lowest integer;
    upper integer;
    month integer;
    months bigint := 0;
    got integer := 0;
    met bigint := 0;
    enough bigint := least(wanted, looked);
    yielded integer;
    ids bigint[];
    days date[];
BEGIN
    SELECT search_bucket(wanted_shelf, greatest(min(e.day), since)),
        search_bucket(wanted_shelf, least(max(e.day), until))
    INTO lowest, upper FROM search_entry AS e WHERE e.shelf = wanted_shelf;
    month := upper;
    WHILE month >= lowest AND got < wanted AND met < looked LOOP
        IF months < 3 OR 150 * (enough - met) * months * months < met * met * (month - lowest) THEN
            SELECT array_agg(f.object_id), array_agg(f.day) INTO ids, days FROM (
                SELECT e.object_id, e.day FROM search_entry AS e
                WHERE e.bucket = month AND e.words @@ loose
                    AND (since IS NULL OR e.day >= since) AND (until IS NULL OR e.day <= until)
                ORDER BY e.day DESC, e.object_id DESC LIMIT looked - met
            ) AS f;
            months := months + 1;
            month := month - 1;
        ELSE
            IF wanted_shelf = 1 THEN
                SELECT array_agg(f.object_id), array_agg(f.day) INTO ids, days FROM (
                    SELECT e.object_id, e.day FROM search_entry AS e
                    WHERE e.bucket + 0 BETWEEN lowest AND month AND e.words @@ loose
                        AND (since IS NULL OR e.day >= since) AND (until IS NULL OR e.day <= until)
                    ORDER BY e.day DESC, e.object_id DESC LIMIT looked - met
                ) AS f;
            ELSE
                SELECT array_agg(f.object_id), array_agg(f.day) INTO ids, days FROM (
                    SELECT e.object_id, e.day FROM search_entry AS e
                    WHERE e.shelf + 0 > 1
                        AND e.bucket + 0 BETWEEN lowest AND month AND e.words @@ loose
                        AND (since IS NULL OR e.day >= since) AND (until IS NULL OR e.day <= until)
                    ORDER BY e.day DESC, e.object_id DESC LIMIT looked - met
                ) AS f;
            END IF;
            month := lowest - 1;
        END IF;
        met := met + coalesce(cardinality(ids), 0);
        IF strict IS NULL THEN
            RETURN QUERY SELECT * FROM unnest(ids, days) LIMIT wanted - got;
        ELSE
            RETURN QUERY SELECT e.object_id, e.day FROM search_entry AS e
                WHERE e.shelf = wanted_shelf AND e.object_id = ANY(ids) AND e.words @@ strict
                ORDER BY e.day DESC, e.object_id DESC LIMIT wanted - got;
        END IF;
        GET DIAGNOSTICS yielded = ROW_COUNT;
        got := got + yielded;
    END LOOP;
END $$;
