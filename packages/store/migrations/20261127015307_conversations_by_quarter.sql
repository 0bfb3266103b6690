DROP INDEX "conversations_list";--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "last_message_quarter" timestamp with time zone GENERATED ALWAYS AS (date_bin('15 minutes', last_message_at, timestamptz '2000-01-01 00:00:00+00')) STORED;--> statement-breakpoint
CREATE INDEX "conversations_list" ON "conversations" USING btree ("company_id","state","last_message_quarter");