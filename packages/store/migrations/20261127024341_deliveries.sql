CREATE TABLE "deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"integration_id" bigint NOT NULL,
	"fence" bigint DEFAULT 0 NOT NULL,
	"original_delivery_id" bigint,
	"redelivery_id" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"max_attempts" integer NOT NULL,
	"ambiguous_attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"kind" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"dedupe_key" text collate "C" NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"leased_by" text,
	"last_error_code" text,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"result" jsonb,
	"requested_by" text,
	"settled_by" text,
	"traceparent" text,
	CONSTRAINT "deliveries_dedupe" UNIQUE("integration_id","kind","dedupe_key"),
	CONSTRAINT "deliveries_state" CHECK (state in ('pending', 'leased', 'delivered', 'dead', 'skipped'))
);
--> statement-breakpoint
CREATE TABLE "delivery_attempts" (
	"delivery_id" bigint NOT NULL,
	"fence" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"ended_at" timestamp with time zone DEFAULT now() NOT NULL,
	"duration_ms" integer,
	"outcome" text NOT NULL,
	"error_code" text,
	"worker" text NOT NULL,
	"request" jsonb,
	"response" jsonb,
	"late_outcome" text,
	CONSTRAINT "delivery_attempts_delivery_id_fence_pk" PRIMARY KEY("delivery_id","fence"),
	CONSTRAINT "delivery_attempts_outcome" CHECK (outcome in ('delivered', 'retry', 'dead', 'ambiguous', 'skipped'))
);
--> statement-breakpoint
CREATE TABLE "delivery_targets" (
	"integration_id" bigint PRIMARY KEY NOT NULL,
	"company_id" bigint NOT NULL,
	"paused_at" timestamp with time zone,
	"paused_by" text,
	"pause_reason" text,
	"quota_until" timestamp with time zone,
	"quota_code" text,
	"breaker" text DEFAULT 'closed' NOT NULL,
	"breaker_code" text,
	"breaker_until" timestamp with time zone,
	"used_per_second" double precision,
	"allowed_per_second" double precision,
	"reported_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "deliveries_open" ON "deliveries" USING btree ("integration_id","subject","id") WHERE state in ('pending', 'leased');--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("integration_id","due_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_leased" ON "deliveries" USING btree ("lease_until") WHERE state = 'leased';--> statement-breakpoint
CREATE INDEX "deliveries_list" ON "deliveries" USING btree ("company_id","state","created_at");--> statement-breakpoint
CREATE INDEX "deliveries_subject" ON "deliveries" USING btree ("company_id","subject","id") WHERE state in ('delivered', 'dead', 'skipped');--> statement-breakpoint
CREATE INDEX "deliveries_original" ON "deliveries" USING btree ("original_delivery_id") WHERE original_delivery_id is not null;--> statement-breakpoint
-- What drizzle's schema cannot say. A burst of deliveries leaves two dead rows each: vacuum by a fixed number of them,
-- and without its pauses, or the claim's walk slows down within the burst.
ALTER TABLE "deliveries" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000);--> statement-breakpoint
ALTER TABLE "delivery_attempts" SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 500000);--> statement-breakpoint
ALTER TABLE "delivery_targets" SET (fillfactor = 50);
