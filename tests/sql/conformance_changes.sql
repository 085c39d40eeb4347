-- Tables that a setup script changes after filling them, as PostgreSQL takes it: an invented club and its readings.
DROP SCHEMA IF EXISTS club CASCADE;
CREATE SCHEMA club;
SET search_path = club;

DROP TABLE IF EXISTS members;
CREATE TABLE members (
  name VARCHAR(20) NOT NULL,
  level VARCHAR(10),
  fee NUMERIC(6,2),
  joined VARCHAR(7),
  city TEXT DEFAULT 'Lisbon'
);
INSERT INTO members (name, level, fee, joined) VALUES
  ('Ann', 'gold', 20, '05-2024'), ('Ben', 'silver', 12.5, '06-2024'), ('Zoë', 'null', 7.25, '01-2023'),
  ('Émile', 'gold', NULL, '12-2023'), ('Cara', 'silver', 9, NULL);
ALTER TABLE club.members ADD COLUMN member_id SERIAL PRIMARY KEY, ADD active BOOLEAN NOT NULL DEFAULT TRUE;
CREATE TABLE readings (id INT, taken TIMESTAMP, value INT, tags INTEGER[], state TEXT);
INSERT INTO readings VALUES
  (1, '2024-03-01 9:05:00', 12, ARRAY[1, 2], 'on'), (2, '2024-03-01 9:05:30 PM', 7, ARRAY[2], 'off'),
  (3, '2024-03-02 23:59', 9, NULL, 'on'), (3, '2024-03-03 00:00:00', 14, ARRAY[3, 1, 2], 'on'),
  (4, '3/4/2024 7:15', 5, '{}', 'off');

-- Rows are changed by their own values, by those of others, and by other tables.
UPDATE members SET level = NULLIF(level, 'null'), fee = fee * 1.1;
UPDATE members AS m SET fee = o.fee + 1, city = initcap('porto') FROM (SELECT fee FROM members WHERE name = 'Ben') o
  WHERE m.fee IS NULL;
UPDATE members m SET city = (SELECT string_agg(name, '+' ORDER BY name) FROM members x WHERE x.level = m.level)
  WHERE level = 'silver';
UPDATE readings SET taken = taken + INTERVAL '1 hour' WHERE EXTRACT(HOUR FROM taken) = 7;
UPDATE readings r SET (value, state) = (r.value + 1, upper(left(state, 1)) || substr(state, 2)) WHERE r.id = 2;
DELETE FROM readings a USING readings b WHERE a.id = b.id AND a.taken < b.taken;
WITH high AS (SELECT max(id) AS id FROM readings) INSERT INTO readings (id, value, taken) SELECT id + 1, 3, DATE '2024-03-05' FROM high;
WITH low AS (SELECT min(value) AS value FROM readings) DELETE FROM readings r USING low WHERE r.value = low.value AND r.state IS NOT NULL;

-- Columns get other types, come, go and are renamed.
ALTER TABLE members ALTER COLUMN joined TYPE VARCHAR(10);
UPDATE members SET joined = to_date(joined, 'MM-YYYY');
ALTER TABLE members ALTER joined TYPE DATE USING joined::date, ALTER COLUMN fee SET DATA TYPE INTEGER;
ALTER TABLE members RENAME COLUMN level TO tier;
ALTER TABLE members DROP COLUMN IF EXISTS active;

-- Tables from queries.
SELECT tier, count(*) AS n INTO TEMP tiers FROM members GROUP BY tier;
CREATE MATERIALIZED VIEW club.gold AS SELECT name, joined FROM members WHERE tier = 'gold' WITH DATA;
CREATE OR REPLACE VIEW gold_names AS SELECT 'old' AS name;
CREATE OR REPLACE VIEW gold_names AS SELECT upper(name) AS name FROM gold;
CREATE TABLE spans AS
  (WITH ends AS (SELECT state, min(taken)::date AS first, max(taken)::date AS last FROM readings WHERE state IS NOT NULL GROUP BY state)
   SELECT state, generate_series(first, last, INTERVAL '1 day')::date AS day FROM ends ORDER BY 1, 2);
CREATE TABLE old_members (LIKE members INCLUDING DEFAULTS);
INSERT INTO old_members (name, fee) VALUES ('Dora', 4.6);
