-- Departments, staff, customers and orders of an invented shop, as PostgreSQL takes them.
CREATE TYPE order_status AS ENUM ('placed', 'shipped', 'cancelled');
CREATE TABLE departments (
  department_id SERIAL PRIMARY KEY,
  name VARCHAR(50) NOT NULL UNIQUE,
  budget NUMERIC(12, 2) DEFAULT 0.00
);
CREATE TABLE IF NOT EXISTS employees (
  id INTEGER PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  salary INT,
  manager_id INT REFERENCES employees(id),
  department_id INT REFERENCES departments (department_id) ON DELETE SET NULL,
  hire_date DATE NOT NULL DEFAULT CURRENT_DATE,
  bonus DECIMAL(10,2),
  is_active BOOLEAN DEFAULT TRUE,
  email TEXT,
  CONSTRAINT salary_positive CHECK (salary > 0)
);
INSERT INTO departments (name, budget) VALUES ('IT', 100000), ('Sales', 250000.50), ('HR', NULL), ('Legal', DEFAULT);
INSERT INTO employees (id, name, salary, manager_id, department_id, hire_date, bonus, is_active, email) VALUES
 (1, 'Joe', 85000, NULL, 1, '2018-01-15', 1000.00, TRUE, 'joe@Example.com'),
 (2, 'Henry', 80000, 1, 2, '2019-06-30', NULL, TRUE, 'henry@example.com'),
 (3, 'Sam', 60000, 2, 2, '2020-02-29', 250.50, FALSE, 'sam@example.org'),
 (4, 'Max', 90000, 1, 1, '2020-12-31', 0, TRUE, 'max_power@example.com'),
 (5, 'Janet', 69000, 4, 1, '2021-03-01', 99.99, TRUE, 'janet@example.com'),
 (6, 'Randy', 85000, 4, 1, '2021-03-01', NULL, FALSE, NULL),
 (7, 'Will', 70000, 4, 1, '2022-11-05', 12.34, TRUE, 'will@example.com'),
 (8, 'Ann', 70000, 2, NULL, '2023-07-04', 1500, NULL, 'ANN@example.com');
CREATE TABLE customers (
  customer_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  first_name TEXT NOT NULL, last_name TEXT, country CHAR(2), signup_ts TIMESTAMP WITHOUT TIME ZONE, referred_by BIGINT
);
INSERT INTO customers (first_name, last_name, country, signup_ts, referred_by) VALUES
 ('Ada', 'Park', 'US', '2023-01-01 08:00:00', NULL), ('Ben', 'Quill', 'GB', '2023-01-15 23:59:59', 1),
 ('Cleo', 'Rao', 'US', '2023-02-01', 1), ('Dan', NULL, 'IN', '2023-02-28 12:30:00', 2), ('Eve', 'Stone', NULL, NULL, NULL);
CREATE TABLE orders (
  order_id SERIAL PRIMARY KEY, customer_id INT NOT NULL, order_date DATE, order_ts TIMESTAMP, amount NUMERIC(10,2),
  status VARCHAR(20) DEFAULT 'placed', quantity SMALLINT CHECK (quantity >= 0), discount DOUBLE PRECISION,
  FOREIGN KEY (customer_id) REFERENCES customers (customer_id)
);
INSERT INTO orders (customer_id, order_date, order_ts, amount, status, quantity, discount) VALUES
 (1, '2023-01-05', '2023-01-05 09:15:00', 120.50, 'shipped', 2, 0.1),
 (1, '2023-01-20', '2023-01-20 18:45:30', 75.00, 'shipped', 1, NULL),
 (2, '2023-01-20', '2023-01-20 23:30:00', 30.25, 'cancelled', 3, 0.05),
 (3, '2023-02-03', '2023-02-03 00:00:00', 220.00, 'shipped', 5, 0.2),
 (3, '2023-02-14', '2023-02-14 12:00:00', 15.99, 'placed', 1, 0),
 (1, '2023-03-01', '2023-03-01 07:05:09', 310.75, 'shipped', 4, 0.15),
 (4, '2023-03-31', '2023-03-31 22:10:00', NULL, 'placed', NULL, NULL),
 (2, '2023-04-10', '2023-04-10 10:10:10', 99.99, 'shipped', 2, 0.05),
 (4, '2023-04-11', '2023-04-11 11:11:11', 45.00, DEFAULT, 1, 0.333);
CREATE TABLE order_items (order_id INT, product_id INT, qty INT, unit_price NUMERIC(8,2), PRIMARY KEY (order_id, product_id));
INSERT INTO order_items VALUES (1,1,1,100.00),(1,2,1,20.50),(2,2,3,25.00),(3,3,1,30.25),(4,1,2,110.00),(5,4,1,15.99),(6,1,3,100.00),(6,2,1,10.75),(8,3,3,33.33),(9,4,3,15.00);
CREATE TABLE products (product_id INT PRIMARY KEY, product_name VARCHAR(60), category TEXT, price NUMERIC(8,2), tags TEXT[], launched DATE);
INSERT INTO products VALUES (1,'Desk Lamp','Home',100.00,'{light,desk}','2020-05-01'),(2,'Mug','Kitchen',20.50,ARRAY['cup','gift'],'2021-01-10'),
 (3,'Notebook A5','Office',30.25,'{}','2019-09-09'),(4,'Pen','Office',5.00,NULL,'2022-02-22'),(5,'Chair','Home',250.00,'{desk}',NULL);
CREATE INDEX idx_orders_customer ON orders (customer_id);
