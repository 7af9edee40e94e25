-- What a load remembers between its transactions, so that one cut short goes on where it was.
CREATE SCHEMA IF NOT EXISTS bench;
CREATE TABLE IF NOT EXISTS bench.progress (stage text PRIMARY KEY, done bigint NOT NULL);
CREATE TABLE IF NOT EXISTS bench.tag_use (article_id bigint NOT NULL, name text NOT NULL);
CREATE TABLE IF NOT EXISTS bench.aside (name text PRIMARY KEY, definition text NOT NULL);
