-- The days of the week that a post is due on, by their ISO 8601 numbers; and whether it tells the seven days that begin with its own,
-- which it is due on once a week then. Those that were set up before are due every day.
ALTER TABLE schedule ADD COLUMN days VARCHAR(7) NOT NULL DEFAULT '1234567';
ALTER TABLE schedule ADD COLUMN weekly INTEGER NOT NULL DEFAULT 0;
