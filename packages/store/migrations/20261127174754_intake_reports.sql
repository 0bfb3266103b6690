CREATE TABLE "intake_reports" (
	"integration_id" bigint PRIMARY KEY NOT NULL,
	"company_id" bigint NOT NULL,
	"state" text NOT NULL,
	"state_at" timestamp with time zone DEFAULT now() NOT NULL,
	"error_code" text,
	"partitions" jsonb NOT NULL,
	"reported_at" timestamp with time zone DEFAULT now() NOT NULL
);
