CREATE TABLE `assignment` (
	`org` text NOT NULL,
	`customer` text NOT NULL,
	`kind` text NOT NULL,
	`member` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	`record` text,
	`archive` text,
	PRIMARY KEY(`org`, `member`, `kind`, `customer`, `since`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `change` (
	`org` text NOT NULL,
	`natural` text NOT NULL,
	`record` text NOT NULL,
	`seq` integer NOT NULL,
	`rev` integer NOT NULL,
	`prev` integer,
	`before` text,
	`kind` text NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`push` text NOT NULL,
	`owners` text NOT NULL,
	`patch` text,
	`salt` text,
	`digest` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`org`, `natural`, `record`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `conflict` (
	`org` text NOT NULL,
	`record` text NOT NULL,
	`id` text NOT NULL,
	`path` text NOT NULL,
	`mine` text,
	`base` text,
	`baserev` integer NOT NULL,
	`theirs` integer NOT NULL,
	`member` text NOT NULL,
	`at` text NOT NULL,
	`decided` integer,
	PRIMARY KEY(`org`, `record`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `customer` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`names` text NOT NULL,
	PRIMARY KEY(`org`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `fact` (
	`org` text NOT NULL,
	`member` text NOT NULL,
	`posted` text NOT NULL,
	`measure` text NOT NULL,
	`record` text NOT NULL,
	`line` text NOT NULL,
	`seq` integer NOT NULL,
	`sign` integer NOT NULL,
	`amount` integer NOT NULL,
	`day` text NOT NULL,
	`customer` text,
	PRIMARY KEY(`org`, `member`, `posted`, `measure`, `record`, `line`, `seq`, `sign`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `fact_customer` ON `fact` (`org`,`customer`,`measure`) WHERE `measure` in ('contract-amount', 'receipt');--> statement-breakpoint
CREATE TABLE `org_head` (
	`org` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`chain` text NOT NULL,
	`day` text NOT NULL,
	`receipts` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `period_close` (
	`org` text NOT NULL,
	`month` text NOT NULL,
	`at` text NOT NULL,
	`member` text NOT NULL,
	`inputs` text NOT NULL,
	`results` text NOT NULL,
	`versions` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`org`, `month`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `push` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`hash` text NOT NULL,
	`seq` integer NOT NULL,
	`count` integer NOT NULL,
	`feed` text NOT NULL,
	`answer` text NOT NULL,
	`prior` text NOT NULL,
	`link` text NOT NULL,
	`digests` text NOT NULL,
	`receipt` text NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`workbook` text NOT NULL,
	`at` text NOT NULL,
	`won` integer NOT NULL,
	PRIMARY KEY(`org`, `id`),
	CHECK (`won` = 1)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `push_feed` ON `push` (`org`,`seq`);--> statement-breakpoint
CREATE TABLE `record` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`form` text NOT NULL,
	`rev` integer NOT NULL,
	`seq` integer NOT NULL,
	`owner` text NOT NULL,
	`department` text NOT NULL,
	`customer` text,
	`natural` text NOT NULL,
	`day` text,
	`state` text NOT NULL,
	`deleted` integer NOT NULL,
	`fields` text NOT NULL,
	`revs` text NOT NULL,
	`refs` text NOT NULL,
	`stated` text NOT NULL,
	`problems` text NOT NULL,
	`open` text,
	`member` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`org`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `record_open` ON `record` (`org`,`open`) WHERE `open` is not null;--> statement-breakpoint
CREATE TABLE `activation` (
	`id` text PRIMARY KEY NOT NULL,
	`org` text NOT NULL,
	`member` text NOT NULL,
	`hash` text NOT NULL,
	`expires` text NOT NULL,
	`attempts` integer NOT NULL,
	`used` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `attempt` (
	`address` text NOT NULL,
	`span` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`address`, `span`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `department` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`org`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `device_session` (
	`hash` text PRIMARY KEY NOT NULL,
	`org` text NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`created` text NOT NULL,
	`expires` text NOT NULL,
	`revoked` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `device_session_member` ON `device_session` (`org`,`member`);--> statement-breakpoint
CREATE TABLE `member` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`post` text NOT NULL,
	`staff` text,
	`department` text NOT NULL,
	`roles` text NOT NULL,
	`joined` text NOT NULL,
	`left` text,
	PRIMARY KEY(`org`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `org` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `workbook` (
	`id` text PRIMARY KEY NOT NULL,
	`org` text NOT NULL,
	`kind` text NOT NULL,
	`audience` text NOT NULL,
	`member` text NOT NULL,
	`at` text NOT NULL
) WITHOUT ROWID;
