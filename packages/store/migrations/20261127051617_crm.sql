CREATE TABLE "crm_catalogues" (
	"integration_id" bigint PRIMARY KEY NOT NULL,
	"company_id" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crm_cursors" (
	"integration_id" bigint PRIMARY KEY NOT NULL,
	"company_id" bigint NOT NULL,
	"epoch" integer NOT NULL,
	"xid" "xid8" NOT NULL,
	"change_id" bigint NOT NULL,
	"backfill_since" timestamp with time zone,
	"backfill_after" bigint,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crm_reviews" (
	"integration_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"entity" text NOT NULL,
	"entity_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"candidates" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" text,
	CONSTRAINT "crm_reviews_integration_id_entity_entity_id_pk" PRIMARY KEY("integration_id","entity","entity_id")
);
--> statement-breakpoint
CREATE TABLE "field_mappings" (
	"integration_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"company_id" bigint NOT NULL,
	"mapping" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "field_mappings_integration_id_version_pk" PRIMARY KEY("integration_id","version")
);
--> statement-breakpoint
CREATE TABLE "external_refs" (
	"integration_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"entity" text NOT NULL,
	"entity_id" bigint NOT NULL,
	"remote_kind" text NOT NULL,
	"remote_id" text,
	"is_shared" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'linked' NOT NULL,
	"detail" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "external_refs_integration_id_entity_entity_id_remote_kind_pk" PRIMARY KEY("integration_id","entity","entity_id","remote_kind"),
	CONSTRAINT "external_refs_state" CHECK (state in ('sending', 'linked', 'ambiguous', 'gone'))
);
--> statement-breakpoint
CREATE TABLE "hook_refusals" (
	"integration_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	"last_at" timestamp with time zone,
	CONSTRAINT "hook_refusals_integration_id_reason_pk" PRIMARY KEY("integration_id","reason")
);
--> statement-breakpoint
CREATE TABLE "hook_tokens" (
	"integration_id" bigint NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"origin" text NOT NULL,
	"member_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hook_tokens_integration_id_token_hash_pk" PRIMARY KEY("integration_id","token_hash"),
	CONSTRAINT "hook_tokens_origin" CHECK (origin in ('outgoing_webhook', 'application'))
);
--> statement-breakpoint
CREATE TABLE "oauth_states" (
	"state_hash" "bytea" PRIMARY KEY NOT NULL,
	"integration_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"requested_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "integrations" DROP CONSTRAINT "integrations_kind";--> statement-breakpoint
ALTER TABLE "sign_up_events" DROP CONSTRAINT "sign_up_events_kind";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "author_name" text;--> statement-breakpoint
ALTER TABLE "inbox_events" ADD COLUMN "secrets" "bytea";--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "tokens" "bytea";--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "state_code" text;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "state_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "checks" jsonb;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "progress" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "crm_reviews_list" ON "crm_reviews" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "external_refs_remote" ON "external_refs" USING btree ("integration_id","remote_kind","remote_id") WHERE remote_id is not null and not is_shared;--> statement-breakpoint
CREATE INDEX "external_refs_shared" ON "external_refs" USING btree ("integration_id","remote_kind","remote_id") WHERE is_shared;--> statement-breakpoint
CREATE INDEX "inbox_events_pending" ON "inbox_events" USING btree ("source_id","offset") WHERE state = 'pending';--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_kind" CHECK (kind in ('rosdomofon', 'bitrix24'));--> statement-breakpoint
ALTER TABLE "sign_up_events" ADD CONSTRAINT "sign_up_events_kind" CHECK (kind in ('received', 'adopted', 'status_changed', 'repeated', 'outdated', 'matched', 'review_needed', 'approved', 'step_done', 'step_skipped', 'step_failed', 'retried', 'assigned', 'handed_back', 'rejected', 'followed', 'completed', 'crm_refused'));--> statement-breakpoint
CREATE SEQUENCE "hook_events_offset" AS bigint;
