ALTER TABLE "inbox_events" ADD COLUMN "timestamp_ms" bigint;--> statement-breakpoint
ALTER TABLE "inbox_events" ADD COLUMN "reprocessed_by" text;--> statement-breakpoint
ALTER TABLE "inbox_events" ADD COLUMN "reprocessed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "inbox_events_reprocessed" ON "inbox_events" USING btree ("company_id","received_at") WHERE reprocessed_at is not null;