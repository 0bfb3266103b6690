ALTER TABLE "sync_runs" DROP CONSTRAINT "sync_runs_kind";--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "differences" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_preview" ON "sync_runs" USING btree ("integration_id") WHERE kind = 'preview' and state in ('queued', 'running');--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_kind" CHECK (kind in ('full', 'account', 'preview'));