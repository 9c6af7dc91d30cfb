-- The process that made the last attempt whose outcome is not known; empty while nothing is in doubt.
ALTER TABLE day_log ADD COLUMN owner VARCHAR(36) NOT NULL DEFAULT '';
