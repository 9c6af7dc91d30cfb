-- Whether the post has a picture; those that were set up before have none until somebody says so.
ALTER TABLE schedule ADD COLUMN picture INTEGER NOT NULL DEFAULT 0;
