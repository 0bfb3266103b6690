DROP INDEX "sign_ups_list";--> statement-breakpoint
CREATE INDEX "sign_ups_list" ON "sign_ups" USING btree ("company_id","created_at","id","needs_review_at","provisioning_at","completed_at","rejected_at","failed_at") WHERE state <> 'network';--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "durations" numeric NOT NULL DEFAULT 0;--> statement-breakpoint
UPDATE "delivery_hours" SET "durations" = (SELECT coalesce(sum((n || 'e' || bucket * 12)::numeric), 0) FROM unnest("duration_buckets", "duration_counts") AS t(bucket, n));--> statement-breakpoint
ALTER TABLE "delivery_hours" ALTER COLUMN "durations" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "delivery_hours" DROP COLUMN "duration_buckets";--> statement-breakpoint
ALTER TABLE "delivery_hours" DROP COLUMN "duration_counts";
