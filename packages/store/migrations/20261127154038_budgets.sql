CREATE TABLE "budget_spendings" (
	"caller" text PRIMARY KEY NOT NULL,
	"points" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL
);
