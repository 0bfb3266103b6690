ALTER TABLE "crm_cursors" ADD COLUMN "missed_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "crm_cursors" ADD COLUMN "missed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "crm_cursors" ADD COLUMN "missed_reason" text;--> statement-breakpoint
ALTER TABLE "crm_cursors" ADD COLUMN "missed_entity" text;--> statement-breakpoint
ALTER TABLE "crm_cursors" ADD COLUMN "missed_after" bigint;