DROP TABLE IF EXISTS logins CASCADE;
CREATE TABLE public.logins (user_id integer, login_ts timestamp without time zone, device text, ip varchar(15));
INSERT INTO public.logins VALUES (1,'2024-01-01 08:00:00','web','10.0.0.1'),(1,'2024-01-02 09:30:00','ios','10.0.0.1'),(1,'2024-01-03 10:00:00','web','10.0.0.2'),
(1,'2024-01-05 11:00:00','web',NULL),(2,'2024-01-01 23:59:59','android','10.0.1.1'),(2,'2024-01-08 00:00:01','web','10.0.1.1'),
(3,'2024-02-29 12:00:00','ios','10.0.2.9'),(3,'2024-03-01 12:00:00','ios','10.0.2.9'),(3,'2024-03-02 12:00:00','ios','10.0.2.10'),(4,'2024-01-31 07:45:10.250','web','10.0.3.3');
CREATE TABLE "Activity" ("playerId" INT, "deviceId" INT, event_date DATE, games_played INT);
INSERT INTO "Activity" VALUES (1,2,'2016-03-01',5),(1,2,'2016-03-02',6),(2,3,'2017-06-25',1),(3,1,'2016-03-02',0),(3,4,'2018-07-03',5);
CREATE TABLE transactions (id int, country varchar(4), state varchar(10) not null, amount int, trans_date date);
INSERT INTO transactions (id,country,state,amount,trans_date) VALUES (121,'US','approved',1000,'2018-12-18'),(122,'US','declined',2000,'2018-12-19'),(123,'US','approved',2000,'2019-01-01'),(124,'DE','approved',2000,'2019-01-07'),(125,NULL,'declined',10,'2019-01-31');
CREATE TABLE weather (id int, recorddate date, temperature int);
INSERT INTO weather VALUES (1,'2015-01-01',10),(2,'2015-01-02',25),(3,'2015-01-03',20),(4,'2015-01-04',30),(5,'2015-01-06',35);
CREATE TABLE scores (id serial, score numeric(3,2));
INSERT INTO scores (score) VALUES (3.50),(3.65),(4.00),(3.85),(4.00),(3.65);
CREATE TABLE logs (id int, num varchar(10));
INSERT INTO logs VALUES (1,'1'),(2,'1'),(3,'1'),(4,'2'),(5,'1'),(6,'2'),(7,'2');
CREATE TABLE seats (id int, student varchar(20), free boolean);
INSERT INTO seats VALUES (1,'Abbot','t'),(2,'Doris','f'),(3,'Emerson',true),(4,'Green',true),(5,'Jeames',false);
CREATE TABLE sessions (session_id int, user_id int, start_time timestamp, end_time timestamp, kind text, props jsonb);
INSERT INTO sessions VALUES (1,1,'2024-01-01 10:00','2024-01-01 10:30:15','view','{"page":"home","n":3}'),(2,1,'2024-01-01 11:00','2024-01-01 11:05','buy','{"page":"cart","n":1}'),
(3,2,'2024-01-02 23:50','2024-01-03 00:20','view',NULL),(4,3,'2024-01-05 06:00','2024-01-05 09:00:30','view','{"page":"home"}'),(5,2,'2024-01-07 12:00',NULL,'buy','{}');
CREATE TABLE metrics (day date, region text, revenue numeric(12,2), visits bigint, rate real, note text);
INSERT INTO metrics VALUES ('2024-01-01','north',1000.10,100,0.5,'ok'),('2024-01-02','north',1200.20,110,0.25,NULL),('2024-01-03','north',900.00,90,0.125,'Low day'),
('2024-01-01','south',500.55,70,0.75,'ok'),('2024-01-02','south',NULL,0,NULL,''),('2024-01-04','south',650.00,65,0.1,'50% off'),('2024-01-08','north',1100.00,105,0.3,'under_score');
CREATE TABLE tree (id int primary key, p_id int, label text);
INSERT INTO tree VALUES (1,NULL,'root'),(2,1,'a'),(3,1,'b'),(4,2,'c'),(5,2,'d'),(6,4,'e');
CREATE TABLE reviews (id int, stars int, body text, created_at timestamptz);
INSERT INTO reviews VALUES (1,5,'Great phone, great price!','2024-03-01 10:00:00+00'),(2,3,'ok phone','2024-03-02 23:30:00+00'),(3,1,'BAD   battery; bad service','2024-03-10 08:00:00+00'),(4,NULL,NULL,NULL);
