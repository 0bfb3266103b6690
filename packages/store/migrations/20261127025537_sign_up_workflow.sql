CREATE TABLE "audit_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" bigint NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_up_plans" (
	"sign_up_id" bigint PRIMARY KEY NOT NULL,
	"company_id" bigint NOT NULL,
	"suggestions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"entrance_rosdomofon_id" bigint,
	"address_line" text,
	"flat" text,
	"is_virtual" boolean,
	"services" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"decided_by" text,
	"account_rosdomofon_id" bigint,
	"account_number" text,
	"owner_rosdomofon_id" bigint,
	"flat_rosdomofon_id" bigint,
	"rejected_reason" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_up_policies" (
	"company_id" bigint PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"rules" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_up_policies_mode" CHECK (mode in ('automatic', 'review'))
);
--> statement-breakpoint
CREATE TABLE "sign_up_steps" (
	"sign_up_id" bigint NOT NULL,
	"step" text NOT NULL,
	"company_id" bigint NOT NULL,
	"state" text NOT NULL,
	"delivery_id" bigint NOT NULL,
	"error_code" text,
	"result" jsonb,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "sign_up_steps_sign_up_id_step_pk" PRIMARY KEY("sign_up_id","step"),
	CONSTRAINT "sign_up_steps_step" CHECK (step in ('started', 'account', 'flat', 'connections', 'status', 'welcome', 'refusal')),
	CONSTRAINT "sign_up_steps_state" CHECK (state in ('waiting', 'done', 'skipped', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "sign_up_events" DROP CONSTRAINT "sign_up_events_kind";--> statement-breakpoint
ALTER TABLE "sign_up_events" ADD COLUMN "actor" text;--> statement-breakpoint
ALTER TABLE "sign_up_events" ADD COLUMN "details" jsonb;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "state_reason" text;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "moved_by" text;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "assignee" text;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "asked_status" text;--> statement-breakpoint
CREATE INDEX "audit_entries_list" ON "audit_entries" USING btree ("company_id","at");--> statement-breakpoint
CREATE INDEX "audit_entries_entity" ON "audit_entries" USING btree ("company_id","entity","entity_id","at");--> statement-breakpoint
ALTER TABLE "sign_up_events" ADD CONSTRAINT "sign_up_events_kind" CHECK (kind in ('received', 'adopted', 'status_changed', 'repeated', 'outdated', 'matched', 'review_needed', 'approved', 'step_done', 'step_skipped', 'step_failed', 'retried', 'assigned', 'handed_back', 'rejected', 'followed', 'completed'));