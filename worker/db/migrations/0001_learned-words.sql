CREATE TABLE `learned_word` (
	`org` text NOT NULL,
	`department` text NOT NULL,
	`form` text NOT NULL,
	`label` text NOT NULL,
	`no` integer NOT NULL,
	`path` text,
	`member` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	`remover` text,
	PRIMARY KEY(`org`, `department`, `form`, `label`, `no`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `learned_word_current` ON `learned_word` (`org`,`department`,`form`,`label`) WHERE "until" is null;