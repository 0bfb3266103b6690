-- What accounts are found by: every four characters that follow one another in the number (lower case, letters and digits
-- only) and in the phone. Of what every Postgres has: no extension, and the same under every locale. 4 us for a row; as a
-- set of rows (generate_series) it would be 13.
CREATE FUNCTION account_fragments(number text, phone text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  word text;
  fragments text[] := '{}';
BEGIN
  FOREACH word IN ARRAY ARRAY[regexp_replace(lower(number COLLATE "pg_c_utf8"), '[^[:alnum:]]+', '', 'g'), phone] LOOP
    FOR place IN 1..coalesce(length(word), 0) - 3 LOOP
      fragments := fragments || substr(word, place, 4);
    END LOOP;
  END LOOP;
  RETURN fragments;
END $$;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"rosdomofon_id" bigint NOT NULL,
	"synced_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"vanished_at" timestamp with time zone,
	"number" text,
	"owner_abonent_rosdomofon_id" bigint,
	"phone" text,
	"fragments" text[] GENERATED ALWAYS AS (account_fragments(number, phone)) STORED NOT NULL,
	"is_blocked" boolean NOT NULL,
	"block_reason" text,
	"balance" numeric(14, 2),
	"balance_currency" text,
	"balance_at" timestamp with time zone,
	"recommended_payment" numeric(14, 2),
	"recommended_payment_at" timestamp with time zone,
	"paid_until" timestamp with time zone,
	"details_synced_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_rosdomofon" UNIQUE("company_id","rosdomofon_id")
);
--> statement-breakpoint
CREATE TABLE "entrance_flat_ranges" (
	"company_id" bigint NOT NULL,
	"entrance_rosdomofon_id" bigint NOT NULL,
	"flat_start" integer NOT NULL,
	"flat_end" integer NOT NULL,
	CONSTRAINT "entrance_flat_ranges_pkey" PRIMARY KEY("company_id","entrance_rosdomofon_id","flat_start","flat_end")
);
--> statement-breakpoint
CREATE TABLE "entrance_services" (
	"company_id" bigint NOT NULL,
	"entrance_rosdomofon_id" bigint NOT NULL,
	"service_rosdomofon_id" bigint NOT NULL,
	CONSTRAINT "entrance_services_pkey" PRIMARY KEY("company_id","entrance_rosdomofon_id","service_rosdomofon_id")
);
--> statement-breakpoint
CREATE TABLE "entrances" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entrances_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"rosdomofon_id" bigint NOT NULL,
	"synced_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"vanished_at" timestamp with time zone,
	"address_line" text NOT NULL,
	"address_words" text NOT NULL,
	"word_vector" "tsvector" GENERATED ALWAYS AS (array_to_tsvector(string_to_array(address_words, ' '))) STORED NOT NULL,
	"country_code" text,
	"city" text,
	"city_fias" text,
	"street" text,
	"street_rosdomofon_id" bigint,
	"street_fias" text,
	"street_kladr" text,
	"street_universal_code" text,
	"house" text,
	"house_rosdomofon_id" bigint,
	"house_fias" text,
	"block" text,
	"building" text,
	"housing" text,
	"number" text,
	"prefix" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entrances_rosdomofon" UNIQUE("company_id","rosdomofon_id")
);
--> statement-breakpoint
CREATE TABLE "flats" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "flats_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"rosdomofon_id" bigint NOT NULL,
	"synced_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"vanished_at" timestamp with time zone,
	"entrance_rosdomofon_id" bigint,
	"number" text,
	"account_rosdomofon_id" bigint,
	"owner_abonent_rosdomofon_id" bigint,
	"is_virtual" boolean NOT NULL,
	"is_blocked" boolean,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "flats_rosdomofon" UNIQUE("company_id","rosdomofon_id")
);
--> statement-breakpoint
CREATE TABLE "service_connections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "service_connections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"rosdomofon_id" bigint NOT NULL,
	"synced_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"vanished_at" timestamp with time zone,
	"service_rosdomofon_id" bigint NOT NULL,
	"account_rosdomofon_id" bigint,
	"flat_rosdomofon_id" bigint,
	"is_blocked" boolean NOT NULL,
	"tariff" numeric(14, 2),
	"currency" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_connections_rosdomofon" UNIQUE("company_id","rosdomofon_id")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "services_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"rosdomofon_id" bigint NOT NULL,
	"synced_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"vanished_at" timestamp with time zone,
	"name" text NOT NULL,
	"custom_name" text,
	"type" text NOT NULL,
	"tariff" numeric(14, 2),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_rosdomofon" UNIQUE("company_id","rosdomofon_id")
);
--> statement-breakpoint
CREATE TABLE "sync_run_counts" (
	"run_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"entity" text NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"same" integer DEFAULT 0 NOT NULL,
	"vanished" integer DEFAULT 0 NOT NULL,
	"unreadable" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "sync_run_counts_run_id_entity_pk" PRIMARY KEY("run_id","entity")
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sync_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"integration_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"account_rosdomofon_id" bigint,
	"state" text DEFAULT 'queued' NOT NULL,
	"phase" text,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"checkpoint" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"fence" bigint DEFAULT 0 NOT NULL,
	"error_code" text,
	"error_message" text,
	"requested_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"progress_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "sync_runs_kind" CHECK (kind in ('full', 'account')),
	CONSTRAINT "sync_runs_subject" CHECK ((kind = 'account') = (account_rosdomofon_id is not null)),
	CONSTRAINT "sync_runs_state" CHECK (state in ('queued', 'running', 'completed', 'failed', 'cancelled')),
	CONSTRAINT "sync_runs_phase" CHECK (phase in ('services', 'entrances', 'accounts', 'connections', 'flats', 'account'))
);
--> statement-breakpoint
ALTER TABLE "abonents" ADD COLUMN "has_logged_in" boolean;--> statement-breakpoint
ALTER TABLE "abonents" ADD COLUMN "synced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_integration_id_integrations_id_fk" FOREIGN KEY ("integration_id") REFERENCES "public"."integrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_blocked" ON "accounts" USING btree ("company_id","rosdomofon_id") WHERE is_blocked;--> statement-breakpoint
CREATE INDEX "accounts_in_debt" ON "accounts" USING btree ("company_id","rosdomofon_id") WHERE balance < 0;--> statement-breakpoint
CREATE INDEX "accounts_vanished" ON "accounts" USING btree ("company_id","rosdomofon_id") WHERE vanished_at is not null;--> statement-breakpoint
CREATE INDEX "accounts_number" ON "accounts" USING btree ("company_id","number");--> statement-breakpoint
CREATE INDEX "accounts_phone" ON "accounts" USING btree ("company_id","phone");--> statement-breakpoint
CREATE INDEX "accounts_owner" ON "accounts" USING btree ("company_id","owner_abonent_rosdomofon_id");--> statement-breakpoint
CREATE INDEX "accounts_fragments" ON "accounts" USING gin ("fragments");--> statement-breakpoint
CREATE INDEX "entrance_services_service" ON "entrance_services" USING btree ("company_id","service_rosdomofon_id","entrance_rosdomofon_id");--> statement-breakpoint
CREATE INDEX "entrances_house" ON "entrances" USING btree ("company_id","house_rosdomofon_id");--> statement-breakpoint
CREATE INDEX "entrances_words" ON "entrances" USING gin ("word_vector");--> statement-breakpoint
CREATE INDEX "flats_entrance" ON "flats" USING btree ("company_id","entrance_rosdomofon_id","id");--> statement-breakpoint
CREATE INDEX "flats_account" ON "flats" USING btree ("company_id","account_rosdomofon_id","id");--> statement-breakpoint
CREATE INDEX "flats_number" ON "flats" USING btree ("company_id","number");--> statement-breakpoint
CREATE INDEX "service_connections_service" ON "service_connections" USING btree ("company_id","service_rosdomofon_id","id");--> statement-breakpoint
CREATE INDEX "service_connections_account" ON "service_connections" USING btree ("company_id","account_rosdomofon_id","id");--> statement-breakpoint
CREATE INDEX "service_connections_flat" ON "service_connections" USING btree ("company_id","flat_rosdomofon_id","id");--> statement-breakpoint
CREATE INDEX "sync_runs_list" ON "sync_runs" USING btree ("company_id","kind","id");--> statement-breakpoint
CREATE INDEX "sync_runs_integration" ON "sync_runs" USING btree ("integration_id","kind","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_full" ON "sync_runs" USING btree ("integration_id","state") WHERE kind = 'full' and state in ('queued', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_account" ON "sync_runs" USING btree ("integration_id","account_rosdomofon_id","state") WHERE kind = 'account' and state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "abonents_phone" ON "abonents" USING btree ("phone","company_id");--> statement-breakpoint
-- What drizzle's schema cannot say. Every import touches every row (synced_at): with free room in its page the new
-- version lies beside the old one, without index entries.
ALTER TABLE "accounts" SET (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.1);--> statement-breakpoint
ALTER TABLE "flats" SET (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.1);--> statement-breakpoint
ALTER TABLE "entrances" SET (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.1);--> statement-breakpoint
ALTER TABLE "service_connections" SET (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.1);--> statement-breakpoint
ALTER TABLE "sync_runs" SET (fillfactor = 50);
