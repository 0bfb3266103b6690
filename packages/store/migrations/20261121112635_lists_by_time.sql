DROP INDEX "sign_ups_list";--> statement-breakpoint
DROP INDEX "sign_ups_state";--> statement-breakpoint
DROP INDEX "sign_ups_network";--> statement-breakpoint
CREATE INDEX "sign_ups_list" ON "sign_ups" USING btree ("company_id","created_at","id") WHERE state <> 'network';--> statement-breakpoint
CREATE INDEX "sign_ups_state" ON "sign_ups" USING btree ("company_id","state","created_at","id") WHERE state <> 'network';--> statement-breakpoint
CREATE INDEX "sign_ups_network" ON "sign_ups" USING btree ("company_id","requested_at") WHERE state = 'network';