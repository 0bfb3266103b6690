-- A phone as it is searched by: itself with a plus, and its endings, four digits at least, with a hash. A part of it is the
-- beginning of an ending.
CREATE FUNCTION phone_words(phone text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg('#' || substr(phone, place)) || ('+' || phone) FROM generate_series(1, length(phone) - 3) place
$$;--> statement-breakpoint
-- Names and numbers of an address, as addressWords of src/search reads them (words like "street" are left out there alone).
CREATE FUNCTION address_words(line text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT found[1]), '{}') FROM regexp_matches(
    replace(lower(line COLLATE "pg_c_utf8"), 'ё', 'е') COLLATE "pg_c_utf8", '[[:alpha:]]+|[[:digit:]]+', 'g') found
$$;--> statement-breakpoint
-- Words of a text in their basic form, and the phones in it: these are no words, because whoever may not see phones would
-- find them out by their digits. A phone is what maskPhones of packages/domain masks. Lower case is made here, because
-- under the locale "C" the parser knows no Cyrillic letters; nor does a text search end before a text of a megabyte does.
CREATE FUNCTION message_words(message text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  gap CONSTANT text := '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff-]?';
  pattern CONSTANT text := '(?<!\d)\+?[78]' || gap || '\(?\d{3}\)?' || gap || '\d{3}' || gap || '\d{2}' || gap || '\d{2}(?!\d)';
  plain text COLLATE "pg_c_utf8" := replace(lower(left(message, 20000) COLLATE "pg_c_utf8"), 'ё', 'е');
  phones text[] := '{}';
  found text[];
BEGIN
  IF plain ~ '\d{2}' THEN
    FOR found IN SELECT regexp_matches(plain, pattern, 'g') LOOP
      phones := phones || phone_words('7' || right(regexp_replace(found[1], '\D', '', 'g'), 10));
    END LOOP;
    plain := regexp_replace(plain, pattern, ' ', 'g');
  END IF;
  RETURN strip(to_tsvector('russian', regexp_replace(plain, '[^[:alnum:]]+', ' ', 'g'))) || array_to_tsvector(phones);
END $$;--> statement-breakpoint
CREATE TABLE "search_backfills" (
	"entity" text PRIMARY KEY NOT NULL,
	"done_to" bigint NOT NULL,
	"up_to" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_cursors" (
	"id" smallint PRIMARY KEY NOT NULL,
	"epoch" integer NOT NULL,
	"xid" "xid8" NOT NULL,
	"change_id" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_cursors_one" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"entity" text NOT NULL,
	"entity_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_documents_entity_company_id_entity_id_pk" PRIMARY KEY("entity","company_id","entity_id"),
	CONSTRAINT "search_documents_entity" CHECK (entity in ('message', 'sign_up', 'conversation'))
) WITH (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 500000);
--> statement-breakpoint
CREATE TABLE "delivery_hours" (
	"company_id" bigint NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"integration_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"delivered" integer NOT NULL,
	"failed" integer NOT NULL,
	"dead" integer NOT NULL,
	"ambiguous" integer NOT NULL,
	"skipped" integer NOT NULL,
	"duration_buckets" smallint[] NOT NULL,
	"duration_counts" integer[] NOT NULL,
	CONSTRAINT "delivery_hours_company_id_hour_integration_id_kind_pk" PRIMARY KEY("company_id","hour","integration_id","kind")
);
--> statement-breakpoint
CREATE TABLE "delivery_hours_cursor" (
	"id" smallint PRIMARY KEY NOT NULL,
	"counted_to" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "needs_review_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "provisioning_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "completed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "rejected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "search_documents_messages" ON "search_documents" USING gin ("words") WHERE entity = 'message';--> statement-breakpoint
CREATE INDEX "search_documents_sign_ups" ON "search_documents" USING gin ("words") WHERE entity = 'sign_up';--> statement-breakpoint
CREATE INDEX "search_documents_conversations" ON "search_documents" USING gin ("words") WHERE entity = 'conversation';--> statement-breakpoint
CREATE INDEX "delivery_attempts_ended" ON "delivery_attempts" USING brin ("ended_at") WITH (pages_per_range=16,autosummarize=true);--> statement-breakpoint
-- When sign-ups came to their states, as far as their timelines tell; and that they are where they are.
UPDATE "sign_ups" s SET
  "needs_review_at" = coalesce(e."review", CASE WHEN s."state" = 'needs_review' THEN coalesce(s."moved_at", s."updated_at") END),
  "provisioning_at" = coalesce(e."approved", CASE WHEN s."state" = 'provisioning' THEN coalesce(s."moved_at", s."updated_at") END),
  "completed_at" = coalesce(e."completed", CASE WHEN s."state" = 'completed' THEN coalesce(s."moved_at", s."updated_at") END),
  "rejected_at" = coalesce(e."rejected", CASE WHEN s."state" = 'rejected' THEN coalesce(s."moved_at", s."updated_at") END),
  "failed_at" = coalesce(e."failed", CASE WHEN s."state" = 'failed' THEN coalesce(s."moved_at", s."updated_at") END)
FROM (
  SELECT o."id", min(t."created_at") FILTER (WHERE t."kind" = 'review_needed') AS "review",
    min(t."created_at") FILTER (WHERE t."kind" = 'approved') AS "approved",
    min(t."created_at") FILTER (WHERE t."kind" = 'completed') AS "completed",
    min(t."created_at") FILTER (WHERE t."kind" = 'rejected') AS "rejected",
    min(t."created_at") FILTER (WHERE t."kind" = 'step_failed') AS "failed"
  FROM "sign_ups" o LEFT JOIN "sign_up_events" t ON t."sign_up_id" = o."id"
  WHERE o."state" NOT IN ('network', 'new') GROUP BY o."id"
) e WHERE e."id" = s."id";
