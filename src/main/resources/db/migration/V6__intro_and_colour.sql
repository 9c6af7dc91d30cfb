-- The server's own words above a post; empty for none. The colour of its first card as 0xRRGGBB; NULL for that of the event's kind.
ALTER TABLE schedule ADD COLUMN intro VARCHAR(200) NOT NULL DEFAULT '';
ALTER TABLE schedule ADD COLUMN colour INTEGER;
