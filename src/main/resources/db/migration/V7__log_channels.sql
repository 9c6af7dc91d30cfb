-- The channel of a guild that is told when a post stops; a row goes with the guild's last schedule.
CREATE TABLE log_channel (
    guild_id BIGINT NOT NULL PRIMARY KEY,
    channel_id BIGINT NOT NULL
);
