CREATE TABLE "messaging_policies" (
	"company_id" bigint PRIMARY KEY NOT NULL,
	"send_by" text NOT NULL,
	"auto_replies" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messaging_policies_send_by" CHECK (send_by in ('kafka', 'rest'))
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "assignee" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "author" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "failure_code" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "failure_reason" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "is_outcome_unknown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "messages_own" ON "messages" USING btree ("conversation_id","sent_at") WHERE author is not null;