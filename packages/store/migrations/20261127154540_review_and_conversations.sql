CREATE TABLE "canned_responses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "canned_responses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversation_drafts" (
	"conversation_id" bigint NOT NULL,
	"person" text NOT NULL,
	"company_id" bigint NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_drafts_conversation_id_person_pk" PRIMARY KEY("conversation_id","person")
);
--> statement-breakpoint
CREATE TABLE "conversation_reads" (
	"conversation_id" bigint NOT NULL,
	"person" text NOT NULL,
	"company_id" bigint NOT NULL,
	"up_to_message_id" bigint NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_reads_conversation_id_person_pk" PRIMARY KEY("conversation_id","person")
);
--> statement-breakpoint
CREATE TABLE "message_readers" (
	"company_id" bigint NOT NULL,
	"person" text NOT NULL,
	"since_message_id" bigint NOT NULL,
	CONSTRAINT "message_readers_company_id_person_pk" PRIMARY KEY("company_id","person")
);
--> statement-breakpoint
ALTER TABLE "sign_up_steps" DROP CONSTRAINT "sign_up_steps_step";--> statement-breakpoint
ALTER TABLE "sign_up_events" DROP CONSTRAINT "sign_up_events_kind";--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "snoozed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "snoozed_by" text;--> statement-breakpoint
ALTER TABLE "sign_up_plans" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_up_plans" ADD COLUMN "before_decision" jsonb;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "claimed_by" text;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "claimed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "parked_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "park_note" text;--> statement-breakpoint
CREATE INDEX "canned_responses_list" ON "canned_responses" USING btree ("company_id","id");--> statement-breakpoint
CREATE INDEX "conversations_snoozed" ON "conversations" USING btree ("snoozed_until") WHERE snoozed_until is not null;--> statement-breakpoint
CREATE INDEX "sign_ups_parked" ON "sign_ups" USING btree ("parked_until") WHERE parked_until is not null;--> statement-breakpoint
ALTER TABLE "sign_up_steps" ADD CONSTRAINT "sign_up_steps_step" CHECK (step in ('started', 'account', 'flat', 'connections', 'status', 'welcome', 'refusal', 'block_connections', 'block_account'));--> statement-breakpoint
ALTER TABLE "sign_up_events" ADD CONSTRAINT "sign_up_events_kind" CHECK (kind in ('received', 'adopted', 'status_changed', 'repeated', 'outdated', 'matched', 'review_needed', 'approved', 'step_done', 'step_skipped', 'step_failed', 'retried', 'assigned', 'handed_back', 'rejected', 'followed', 'completed', 'crm_refused', 'undone', 'compensated', 'parked'));