-- A lease is of a shard ("shard-3") or of a living process ("process-" and the holder); all of a holder are renewed at once. A process that
-- has ended keeps its row for an hour, so that others know since when it's gone. offered is 1 where the holder closes and would rather have
-- another one go on.
ALTER TABLE lease ADD COLUMN offered INTEGER NOT NULL DEFAULT 0;
CREATE INDEX lease_of_holder ON lease (holder);

-- How many shards the bot has in all, in the one row, 1. No shard is leased under another number.
CREATE TABLE sharding (
    only_row INTEGER NOT NULL PRIMARY KEY,
    total INTEGER NOT NULL
);

-- When the next shard of a bucket may identify.
CREATE TABLE identify_turn (
    bucket INTEGER NOT NULL PRIMARY KEY,
    next_at BIGINT NOT NULL
);
