-- version counts how often a schedule was saved: a change is written only onto the version that it was made from.
ALTER TABLE schedule ADD COLUMN version BIGINT NOT NULL DEFAULT 0;

-- Why it is stopped, beside the reason in words.
ALTER TABLE schedule ADD COLUMN cause VARCHAR(20) NOT NULL DEFAULT '';

-- Since when the bot seems to have left the guild; empty while it is there. That was a state before, and the state that it had
-- until then was guessed from the last change.
ALTER TABLE schedule ADD COLUMN gone_since BIGINT;

-- What tell_at is about.
ALTER TABLE schedule ADD COLUMN tell_what VARCHAR(20) NOT NULL DEFAULT '';
ALTER TABLE schedule ADD COLUMN tell_words VARCHAR(300) NOT NULL DEFAULT '';

-- When a channel was last looked through for the post of a day in doubt; 0 before that.
ALTER TABLE day_log ADD COLUMN looked_at BIGINT NOT NULL DEFAULT 0;

UPDATE schedule SET gone_since = state_since,
    state = CASE WHEN changed_what = 'paused' THEN 'PAUSED' ELSE 'ACTIVE' END
    WHERE state = 'ORPHANED';
UPDATE schedule SET cause = 'REFUSED' WHERE reason <> '' OR state = 'STOPPED';
-- What is stopped is looked at by the clock, too.
UPDATE schedule SET try_at = state_since WHERE state = 'STOPPED';
UPDATE schedule SET tell_what = 'STOPPED', tell_words = reason WHERE tell_at IS NOT NULL;
