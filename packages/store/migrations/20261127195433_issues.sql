CREATE TABLE "issue_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "issue_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint NOT NULL,
	"fingerprint" text collate "C" NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" text,
	"resolved_note" text,
	"resolved_through" timestamp with time zone,
	"muted_until" timestamp with time zone,
	"muted_by" text,
	"muted_note" text,
	CONSTRAINT "issue_decisions_issue" UNIQUE("company_id","fingerprint")
);
--> statement-breakpoint
CREATE INDEX "deliveries_dead" ON "deliveries" USING btree ("integration_id","kind",(coalesce(last_error_code, '') collate "C"),"settled_at","last_error_code") WHERE state = 'dead' and redelivery_id is null;