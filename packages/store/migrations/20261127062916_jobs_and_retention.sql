CREATE TABLE "feed_marks" (
	"epoch" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"xid" "xid8" NOT NULL,
	"id" bigint NOT NULL,
	CONSTRAINT "feed_marks_epoch_at_pk" PRIMARY KEY("epoch","at")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "jobs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"input" jsonb NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"checkpoint" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"result" jsonb,
	"error_code" text,
	"error_message" text,
	"requested_by" text NOT NULL,
	"cancelled_by" text,
	"worker" text,
	"lease_until" timestamp with time zone,
	"fence" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"progress_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "jobs_state" CHECK (state in ('queued', 'running', 'completed', 'failed', 'cancelled'))
);
--> statement-breakpoint
DROP INDEX "sync_runs_full";--> statement-breakpoint
UPDATE "sync_runs" w SET "state" = 'cancelled', "finished_at" = now()
WHERE w."kind" = 'full' AND w."state" = 'queued' AND EXISTS (
	SELECT FROM "sync_runs" r WHERE r."integration_id" = w."integration_id" AND r."kind" = 'full' AND r."state" = 'running'
);--> statement-breakpoint
ALTER TABLE "feed_epochs" ADD COLUMN "forgotten_xid" "xid8";--> statement-breakpoint
ALTER TABLE "feed_epochs" ADD COLUMN "forgotten_id" bigint;--> statement-breakpoint
CREATE INDEX "jobs_list" ON "jobs" USING btree ("company_id","id");--> statement-breakpoint
CREATE INDEX "jobs_open" ON "jobs" USING btree ("id") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_full" ON "sync_runs" USING btree ("integration_id") WHERE kind = 'full' and state in ('queued', 'running');