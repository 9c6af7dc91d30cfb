-- Which process has the right to do something, until when: milliseconds since 1970 by the database's clock. A file of SQLite has
-- one process, and needs none.
CREATE TABLE lease (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    holder VARCHAR(36) NOT NULL,
    ends_at BIGINT NOT NULL
);
