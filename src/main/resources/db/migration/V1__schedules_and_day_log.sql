-- One row is one channel's daily post. It alone says what is due when: try_at is when to look at it next, and empty unless it
-- is active; due_day and due_at are the day that is due and its moment. Moments are milliseconds since 1970-01-01T00:00Z.
CREATE TABLE schedule (
    channel_id BIGINT NOT NULL PRIMARY KEY,
    guild_id BIGINT NOT NULL,
    post_time VARCHAR(5) NOT NULL,
    zone VARCHAR(64) NOT NULL,
    empty_day VARCHAR(10) NOT NULL,
    categories VARCHAR(1000) NOT NULL,
    sensitive INTEGER NOT NULL,
    silent INTEGER NOT NULL,
    role_id BIGINT NOT NULL,
    publish INTEGER NOT NULL,
    set_by BIGINT NOT NULL,
    changed_by BIGINT NOT NULL,
    changed_what VARCHAR(20) NOT NULL,
    changed_at BIGINT NOT NULL,
    state VARCHAR(10) NOT NULL,
    reason VARCHAR(300) NOT NULL,
    state_since BIGINT NOT NULL,
    due_day VARCHAR(10) NOT NULL,
    due_at BIGINT NOT NULL,
    try_at BIGINT,
    tell_at BIGINT
);

CREATE INDEX schedule_to_try ON schedule (try_at);
CREATE INDEX schedule_to_tell ON schedule (tell_at);
CREATE INDEX schedule_of_guild ON schedule (guild_id);

-- What became of each day in each channel. A row is there before anything is sent. claimed_at and attempted_at are the first
-- and the last attempt whose outcome is not known; 0 while nothing is in doubt.
CREATE TABLE day_log (
    channel_id BIGINT NOT NULL,
    due_day VARCHAR(10) NOT NULL,
    guild_id BIGINT NOT NULL,
    state VARCHAR(10) NOT NULL,
    claimed_at BIGINT NOT NULL,
    attempted_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    settled_at BIGINT NOT NULL,
    late_seconds BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    events VARCHAR(300) NOT NULL,
    reason VARCHAR(300) NOT NULL,
    publishing VARCHAR(10) NOT NULL,
    publish_at BIGINT,
    PRIMARY KEY (channel_id, due_day)
);

CREATE INDEX day_log_of_day ON day_log (due_day);
CREATE INDEX day_log_of_guild ON day_log (guild_id);
CREATE INDEX day_log_to_publish ON day_log (publish_at);
