-- With a million schedules each question finds its rows without passing by those of others. What is due is told apart by guild in the index
-- already, because a process has some of the shards only.
DROP INDEX schedule_to_try;
CREATE INDEX schedule_to_try ON schedule (try_at, guild_id, channel_id);
CREATE INDEX schedule_waiting ON schedule (channel_id, guild_id) WHERE try_at > due_at;
CREATE INDEX schedule_gone ON schedule (gone_since) WHERE gone_since IS NOT NULL;
CREATE INDEX day_log_in_doubt ON day_log (channel_id) WHERE state = 'CLAIMED' AND attempted_at > 0;
CREATE INDEX log_channel_of_channel ON log_channel (channel_id);

-- Nearly all rows have nothing to tell and nothing to publish, and are left out.
DROP INDEX schedule_to_tell;
CREATE INDEX schedule_to_tell ON schedule (tell_at) WHERE tell_at IS NOT NULL;
DROP INDEX day_log_to_publish;
CREATE INDEX day_log_to_publish ON day_log (publish_at) WHERE publish_at IS NOT NULL;
