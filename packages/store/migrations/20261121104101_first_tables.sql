CREATE TABLE "abonents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "abonents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"rosdomofon_id" bigint NOT NULL,
	"phone" text,
	"seen_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "abonents_rosdomofon" UNIQUE("company_id","rosdomofon_id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_keys_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"public_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_public_id" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"entity" text NOT NULL,
	"entity_id" bigint NOT NULL,
	"op" text NOT NULL,
	CONSTRAINT "changes_xid_id_pk" PRIMARY KEY("xid","id")
);
--> statement-breakpoint
CREATE TABLE "feed_epochs" (
	"epoch" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "feed_epochs_epoch_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"system_identifier" text NOT NULL,
	"timeline" integer NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "companies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"short_name" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "companies_short_name" UNIQUE("short_name")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conversations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"abonent_rosdomofon_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"unread" integer DEFAULT 0 NOT NULL,
	"last_message_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_abonent" UNIQUE("company_id","abonent_rosdomofon_id","channel"),
	CONSTRAINT "conversations_state" CHECK (state in ('open', 'pending', 'resolved'))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"conversation_id" bigint NOT NULL,
	"direction" text NOT NULL,
	"state" text NOT NULL,
	"text" text NOT NULL,
	"source_id" integer,
	"partition" integer,
	"offset" bigint,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "messages_direction" CHECK (direction in ('in', 'out')),
	CONSTRAINT "messages_state" CHECK (state in ('received', 'queued', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "inbox_events" (
	"source_id" integer NOT NULL,
	"partition" integer NOT NULL,
	"offset" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"hash" bigint NOT NULL,
	"state" text DEFAULT 'done' NOT NULL,
	"key" text,
	"payload" text,
	"raw" "bytea",
	"reason" text,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_events_source_id_partition_offset_pk" PRIMARY KEY("source_id","partition","offset"),
	CONSTRAINT "inbox_events_state" CHECK (state in ('pending', 'done', 'dead'))
);
--> statement-breakpoint
CREATE TABLE "inbox_sources" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_sources_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"integration_id" bigint NOT NULL,
	"topic" text NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_sources_topic" UNIQUE("integration_id","topic","epoch")
);
--> statement-breakpoint
CREATE TABLE "integrations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "integrations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"config" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secrets" "bytea",
	"state" text DEFAULT 'active' NOT NULL,
	"state_reason" text,
	"owner" text,
	"owner_fence" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "integrations_kind" CHECK (kind in ('rosdomofon')),
	CONSTRAINT "integrations_origin" CHECK (origin in ('environment', 'stored')),
	CONSTRAINT "integrations_state" CHECK (state in ('active', 'shadow', 'paused', 'broken'))
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"lease_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_up_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_up_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"sign_up_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"wire_status" text NOT NULL,
	"source_id" integer,
	"partition" integer,
	"offset" bigint,
	"occurred_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_up_events_kind" CHECK (kind in ('received', 'adopted', 'status_changed', 'repeated', 'outdated'))
);
--> statement-breakpoint
CREATE TABLE "sign_ups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_ups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"uid" uuid NOT NULL,
	"rosdomofon_id" bigint NOT NULL,
	"wire_status" text NOT NULL,
	"state" text NOT NULL,
	"abonent_rosdomofon_id" bigint NOT NULL,
	"phone" text NOT NULL,
	"country_code" text,
	"city" text,
	"street" text,
	"house" text,
	"block" text,
	"building" text,
	"housing" text,
	"flat" text,
	"application" text,
	"time_zone" text,
	"contract_number" text,
	"is_virtual" boolean,
	"is_offer_signed" boolean,
	"requested_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_ups_uid" UNIQUE("company_id","uid"),
	CONSTRAINT "sign_ups_state" CHECK (state in ('network', 'new', 'needs_review', 'provisioning', 'completed', 'rejected', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_sources" ADD CONSTRAINT "inbox_sources_integration_id_integrations_id_fk" FOREIGN KEY ("integration_id") REFERENCES "public"."integrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_list" ON "conversations" USING btree ("company_id","state","last_message_at","id");--> statement-breakpoint
CREATE INDEX "messages_page" ON "messages" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "inbox_events_open" ON "inbox_events" USING btree ("company_id","received_at") WHERE state <> 'done';--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_events_key" ON "inbox_events" USING btree ("source_id","key") WHERE key is not null;--> statement-breakpoint
CREATE INDEX "integrations_owner" ON "integrations" USING btree ("owner");--> statement-breakpoint
CREATE UNIQUE INDEX "integrations_environment" ON "integrations" USING btree ("company_id","kind") WHERE origin = 'environment';--> statement-breakpoint
CREATE INDEX "sign_up_events_timeline" ON "sign_up_events" USING btree ("sign_up_id","id");--> statement-breakpoint
CREATE INDEX "sign_ups_list" ON "sign_ups" USING btree ("company_id","id") WHERE state <> 'network';--> statement-breakpoint
CREATE INDEX "sign_ups_state" ON "sign_ups" USING btree ("company_id","state","id") WHERE state <> 'network';--> statement-breakpoint
CREATE INDEX "sign_ups_network" ON "sign_ups" USING btree ("company_id","created_at") WHERE state = 'network';--> statement-breakpoint
-- What drizzle's schema cannot say. Free room in the pages of rows that are updated keeps the updates beside the row
-- (HOT, no index entries); insert-only tables are vacuumed by a fixed number of rows, because a share of a large
-- table comes too late and then takes too long.
ALTER TABLE "workers" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "integrations" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "abonents" SET (fillfactor = 90);--> statement-breakpoint
ALTER TABLE "sign_ups" SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);--> statement-breakpoint
ALTER TABLE "conversations" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);--> statement-breakpoint
ALTER TABLE "inbox_events" SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 500000);--> statement-breakpoint
ALTER TABLE "messages" SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 500000);--> statement-breakpoint
ALTER TABLE "sign_up_events" SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 500000);--> statement-breakpoint
ALTER TABLE "changes" SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 500000);
