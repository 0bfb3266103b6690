-- Words as the search indexes have them: each company's own. Of a tsvector or a tsquery as text, in which a word begins
-- after a space with a quote; words have neither in them. Of a very long one its beginning: with the company before it, it
-- might be longer than a word of a tsvector can be (2,046 bytes), and nothing could be indexed any more.
CREATE FUNCTION company_words(company bigint, words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT replace(' ' || CASE WHEN length(words) > 1000 THEN regexp_replace(words, '(''[^'']{250})[^'']+''', '\1''', 'g') ELSE words END,
    ' ''', ' ''' || company::text || ' ')
$$;--> statement-breakpoint
-- Whoever writes documents waits here, where he holds no lock and no feed; else he would hold what the last statements
-- need, and wait for what this transaction has. Searches go on meanwhile: 13 s at a million messages on two busy cores.
LOCK TABLE "search_cursors", "search_backfills" IN EXCLUSIVE MODE;--> statement-breakpoint
CREATE INDEX "search_documents_messages_new" ON "search_documents" USING gin ((company_words(company_id, words::text)::tsvector)) WHERE entity = 'message';--> statement-breakpoint
CREATE INDEX "search_documents_sign_ups_new" ON "search_documents" USING gin ((company_words(company_id, words::text)::tsvector)) WHERE entity = 'sign_up';--> statement-breakpoint
CREATE INDEX "search_documents_conversations_new" ON "search_documents" USING gin ((company_words(company_id, words::text)::tsvector)) WHERE entity = 'conversation';--> statement-breakpoint
-- Flats cannot be read from here on: a second at 100,000.
DROP INDEX "flats_number";--> statement-breakpoint
CREATE INDEX "flats_number_entrance" ON "flats" USING btree ("company_id","number","entrance_rosdomofon_id");--> statement-breakpoint
CREATE INDEX "flats_number" ON "flats" USING btree ("company_id","number","rosdomofon_id");--> statement-breakpoint
DROP INDEX "search_documents_messages";--> statement-breakpoint
DROP INDEX "search_documents_sign_ups";--> statement-breakpoint
DROP INDEX "search_documents_conversations";--> statement-breakpoint
ALTER INDEX "search_documents_messages_new" RENAME TO "search_documents_messages";--> statement-breakpoint
ALTER INDEX "search_documents_sign_ups_new" RENAME TO "search_documents_sign_ups";--> statement-breakpoint
ALTER INDEX "search_documents_conversations_new" RENAME TO "search_documents_conversations";
