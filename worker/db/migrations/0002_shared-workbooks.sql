CREATE TABLE `conflict_keyed` (
	`org` text NOT NULL,
	`open` integer NOT NULL,
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
	PRIMARY KEY(`org`, `open`, `record`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `conflict_keyed` SELECT `org`, `decided` IS NULL, `record`, `id`, `path`, `mine`, `base`, `baserev`, `theirs`, `member`, `at`, `decided` FROM `conflict`;
--> statement-breakpoint
DROP TABLE `conflict`;
--> statement-breakpoint
ALTER TABLE `conflict_keyed` RENAME TO `conflict`;
--> statement-breakpoint
ALTER TABLE `push` ADD `name` text;
--> statement-breakpoint
ALTER TABLE `change` ADD `erased` text;
--> statement-breakpoint
ALTER TABLE `member` ADD `earlier` text DEFAULT '[]' NOT NULL;
