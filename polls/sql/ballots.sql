-- What a ballot may say, and what no longer changes once there is one. Errors are those of a check
-- constraint, which Django raises as IntegrityError.

-- A whole statement at once: members' ballots are written anew with each vote (polls/casting.py).
-- It holds the poll's row (Django's foreign keys do so only at the commit), so that nobody changes
-- what is being voted on.
CREATE FUNCTION polls_check_ballots() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM polls_poll WHERE id IN (SELECT poll_id FROM new_rows) FOR KEY SHARE;
    IF EXISTS (
        SELECT FROM new_rows AS b JOIN polls_poll AS p ON p.id = b.poll_id
        WHERE cardinality(b.chosen) NOT BETWEEN 1 AND p.most
        OR cardinality(b.chosen) <> (
            SELECT count(*) FROM polls_choice AS c
            WHERE c.poll_id = b.poll_id AND c.id = ANY (b.chosen)
        )
        OR (b.words <> '' AND NOT EXISTS (
            SELECT FROM polls_choice AS c WHERE c.id = ANY (b.chosen) AND c.is_other
        ))
    ) THEN
        RAISE EXCEPTION 'a ballot takes one to `most` different choices of its own poll'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER polls_ballot_check AFTER INSERT ON polls_ballot REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION polls_check_ballots();

CREATE FUNCTION polls_refuse_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'a row of % never changes', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER polls_ballot_fixed BEFORE UPDATE ON polls_ballot FOR EACH ROW
    WHEN ((OLD.id, OLD.poll_id, OLD.chosen, OLD.words, OLD.is_proven, OLD.hour)
        IS DISTINCT FROM (NEW.id, NEW.poll_id, NEW.chosen, NEW.words, NEW.is_proven, NEW.hour))
    EXECUTE FUNCTION polls_refuse_change();
CREATE TRIGGER polls_correction_fixed BEFORE UPDATE ON polls_correction FOR EACH ROW
    WHEN ((OLD.poll_id, OLD.choice_id, OLD.before, OLD.after, OLD.at)
        IS DISTINCT FROM (NEW.poll_id, NEW.choice_id, NEW.before, NEW.after, NEW.at))
    EXECUTE FUNCTION polls_refuse_change();

-- Waits for ballots that are being cast.
CREATE FUNCTION polls_has_ballots(poll bigint) RETURNS boolean LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM polls_poll WHERE id = poll FOR UPDATE;
    RETURN EXISTS (SELECT FROM polls_ballot WHERE poll_id = poll);
END $$;

-- The newest correction of a choice (of the question: no choice) is this change.
CREATE FUNCTION polls_is_correction(poll bigint, choice bigint, before text, after text)
RETURNS boolean LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM (
            SELECT c.before, c.after FROM polls_correction AS c
            WHERE c.poll_id = poll AND c.choice_id IS NOT DISTINCT FROM choice
            ORDER BY c.id DESC LIMIT 1
        ) AS newest
        WHERE newest.before = polls_is_correction.before
        AND newest.after = polls_is_correction.after
    );
END $$;

CREATE FUNCTION polls_keep_choice() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT polls_has_ballots(NEW.poll_id) THEN
            RETURN NEW;
        END IF;
    ELSIF NOT polls_has_ballots(OLD.poll_id) THEN
        RETURN coalesce(NEW, OLD);
    ELSIF TG_OP = 'UPDATE' AND NEW.is_other = OLD.is_other AND NEW.poll_id = OLD.poll_id
        AND polls_is_correction(OLD.poll_id, OLD.id, OLD.text, NEW.text) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the choices of a poll with ballots are fixed'
        USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER polls_choice_kept BEFORE INSERT OR DELETE ON polls_choice
    FOR EACH ROW EXECUTE FUNCTION polls_keep_choice();
CREATE TRIGGER polls_choice_text_kept BEFORE UPDATE ON polls_choice FOR EACH ROW
    WHEN ((OLD.text, OLD.is_other, OLD.poll_id) <> (NEW.text, NEW.is_other, NEW.poll_id))
    EXECUTE FUNCTION polls_keep_choice();

CREATE FUNCTION polls_keep_poll() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT polls_has_ballots(OLD.id) OR (
        NEW.audience = OLD.audience AND NEW.most = OLD.most
        AND polls_is_correction(OLD.id, NULL, OLD.title, NEW.title)
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'question, audience and number of choices of a poll with ballots are fixed'
        USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER polls_poll_kept BEFORE UPDATE ON polls_poll FOR EACH ROW
    WHEN ((OLD.title, OLD.audience, OLD.most) <> (NEW.title, NEW.audience, NEW.most))
    EXECUTE FUNCTION polls_keep_poll();
