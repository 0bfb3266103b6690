-- What the migrations make, for people to read. Written by the tests of src/migrate (vitest -u).

CREATE OR REPLACE FUNCTION public.account_fragments(number text, phone text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.address_words(line text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT coalesce(array_agg(DISTINCT found[1]), '{}') FROM regexp_matches(
    replace(lower(line COLLATE "pg_c_utf8"), 'ё', 'е') COLLATE "pg_c_utf8", '[[:alpha:]]+|[[:digit:]]+', 'g') found
$function$;

CREATE OR REPLACE FUNCTION public.audit_entry_caused()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
BEGIN
  UPDATE audit_entries SET caused = coalesce((
    SELECT jsonb_agg(jsonb_build_object('entity', entity, 'id', entity_id::text, 'op', op) ORDER BY first)
    FROM (
      SELECT entity, entity_id, min(op) AS op, min(id) AS first FROM changes
      WHERE xid = pg_current_xact_id() AND company_id = NEW.company_id
      GROUP BY entity, entity_id ORDER BY min(id) LIMIT 100
    ) AS written
  ), '[]') WHERE id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.company_words(company bigint, words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT replace(' ' || CASE WHEN length(words) > 1000 THEN regexp_replace(words, '(''[^'']{250})[^'']+''', '\1''', 'g') ELSE words END,
    ' ''', ' ''' || company::text || ' ')
$function$;

CREATE OR REPLACE FUNCTION public.message_words(message text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.phone_words(phone text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT array_agg('#' || substr(phone, place)) || ('+' || phone) FROM generate_series(1, length(phone) - 3) place
$function$;

create table abonents (
  id bigint not null generated always as identity,
  company_id bigint not null,
  rosdomofon_id bigint not null,
  phone text,
  seen_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  has_logged_in boolean,
  synced_at timestamp with time zone,
  constraint abonents_pkey PRIMARY KEY (id),
  constraint abonents_rosdomofon UNIQUE (company_id, rosdomofon_id)
) with (fillfactor=90);
CREATE INDEX abonents_phone ON public.abonents USING btree (phone, company_id);

create table accounts (
  id bigint not null generated always as identity,
  company_id bigint not null,
  rosdomofon_id bigint not null,
  synced_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  vanished_at timestamp with time zone,
  number text,
  owner_abonent_rosdomofon_id bigint,
  phone text,
  fragments text[] not null generated always as (account_fragments(number, phone)) stored,
  is_blocked boolean not null,
  block_reason text,
  balance numeric(14,2),
  balance_currency text,
  balance_at timestamp with time zone,
  recommended_payment numeric(14,2),
  recommended_payment_at timestamp with time zone,
  paid_until timestamp with time zone,
  details_synced_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_rosdomofon UNIQUE (company_id, rosdomofon_id)
) with (fillfactor=75, autovacuum_vacuum_scale_factor=0.1);
CREATE INDEX accounts_blocked ON public.accounts USING btree (company_id, rosdomofon_id) WHERE is_blocked;
CREATE INDEX accounts_fragments ON public.accounts USING gin (fragments);
CREATE INDEX accounts_in_debt ON public.accounts USING btree (company_id, rosdomofon_id) WHERE (balance < (0)::numeric);
CREATE INDEX accounts_number ON public.accounts USING btree (company_id, number);
CREATE INDEX accounts_owner ON public.accounts USING btree (company_id, owner_abonent_rosdomofon_id);
CREATE INDEX accounts_phone ON public.accounts USING btree (company_id, phone);
CREATE INDEX accounts_vanished ON public.accounts USING btree (company_id, rosdomofon_id) WHERE (vanished_at IS NOT NULL);

create table api_keys (
  id bigint not null generated always as identity,
  company_id bigint not null,
  public_id text not null,
  secret_hash text not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  permissions text[],
  networks text[] not null default '{}'::text[],
  created_by text,
  previous_secret_hash text,
  previous_until timestamp with time zone,
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_public_id UNIQUE (public_id),
  constraint api_keys_company_id_companies_id_fk FOREIGN KEY (company_id) REFERENCES companies(id)
);

create table audit_entries (
  id bigint not null generated always as identity,
  company_id bigint not null,
  actor text not null,
  action text not null,
  entity text not null,
  entity_id bigint not null,
  details jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null default now(),
  before jsonb,
  after jsonb,
  caused jsonb not null default '[]'::jsonb,
  constraint audit_entries_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entries_actor ON public.audit_entries USING btree (company_id, actor, at, id);
CREATE INDEX audit_entries_entity ON public.audit_entries USING btree (company_id, entity, entity_id, at, id);
CREATE INDEX audit_entries_list ON public.audit_entries USING btree (company_id, at, id);
CREATE CONSTRAINT TRIGGER audit_entry_caused AFTER INSERT ON public.audit_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_entry_caused();

create table budget_spendings (
  caller text not null,
  points double precision not null,
  at timestamp with time zone not null,
  constraint budget_spendings_pkey PRIMARY KEY (caller)
);

create table canned_responses (
  id bigint not null generated always as identity,
  company_id bigint not null,
  title text not null,
  text text not null,
  version integer not null default 1,
  updated_by text not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint canned_responses_pkey PRIMARY KEY (id)
);
CREATE INDEX canned_responses_list ON public.canned_responses USING btree (company_id, id);

create table changes (
  xid xid8 not null default pg_current_xact_id(),
  id bigint not null generated always as identity,
  company_id bigint not null,
  entity text not null,
  entity_id bigint not null,
  op text not null,
  constraint changes_xid_id_pk PRIMARY KEY (xid, id)
) with (autovacuum_vacuum_insert_scale_factor=0, autovacuum_vacuum_insert_threshold=500000);

create table companies (
  id bigint not null generated always as identity,
  short_name text not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  constraint companies_pkey PRIMARY KEY (id),
  constraint companies_short_name UNIQUE (short_name)
);

create table conversation_drafts (
  conversation_id bigint not null,
  person text not null,
  company_id bigint not null,
  text text not null,
  updated_at timestamp with time zone not null default now(),
  constraint conversation_drafts_conversation_id_person_pk PRIMARY KEY (conversation_id, person)
);

create table conversation_reads (
  conversation_id bigint not null,
  person text not null,
  company_id bigint not null,
  up_to_message_id bigint not null,
  read_at timestamp with time zone not null default now(),
  constraint conversation_reads_conversation_id_person_pk PRIMARY KEY (conversation_id, person)
);

create table conversations (
  id bigint not null generated always as identity,
  company_id bigint not null,
  abonent_rosdomofon_id bigint not null,
  channel text not null,
  state text not null default 'open'::text,
  unread integer not null default 0,
  last_message_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  last_message_quarter timestamp with time zone generated always as (date_bin('00:15:00'::interval, last_message_at, '2000-01-01 00:00:00+00'::timestamp with time zone)) stored,
  assignee text,
  snoozed_until timestamp with time zone,
  snoozed_by text,
  constraint conversations_pkey PRIMARY KEY (id),
  constraint conversations_abonent UNIQUE (company_id, abonent_rosdomofon_id, channel),
  constraint conversations_state CHECK ((state = ANY (ARRAY['open'::text, 'pending'::text, 'resolved'::text])))
) with (fillfactor=70, autovacuum_vacuum_scale_factor=0.02);
CREATE INDEX conversations_list ON public.conversations USING btree (company_id, state, last_message_quarter);
CREATE INDEX conversations_snoozed ON public.conversations USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL);

create table crm_catalogues (
  integration_id bigint not null,
  company_id bigint not null,
  content jsonb not null,
  loaded_at timestamp with time zone not null default now(),
  constraint crm_catalogues_pkey PRIMARY KEY (integration_id)
);

create table crm_cursors (
  integration_id bigint not null,
  company_id bigint not null,
  epoch integer not null,
  xid xid8 not null,
  change_id bigint not null,
  backfill_since timestamp with time zone,
  backfill_after bigint,
  updated_at timestamp with time zone not null default now(),
  missed_since timestamp with time zone,
  missed_until timestamp with time zone,
  missed_reason text,
  missed_entity text,
  missed_after bigint,
  constraint crm_cursors_pkey PRIMARY KEY (integration_id)
);

create table crm_reviews (
  integration_id bigint not null,
  company_id bigint not null,
  entity text not null,
  entity_id bigint not null,
  reason text not null,
  candidates jsonb not null default '[]'::jsonb,
  created_at timestamp with time zone not null default now(),
  resolved_at timestamp with time zone,
  resolved_by text,
  constraint crm_reviews_integration_id_entity_entity_id_pk PRIMARY KEY (integration_id, entity, entity_id)
);
CREATE INDEX crm_reviews_list ON public.crm_reviews USING btree (company_id, created_at);

create table deliveries (
  id bigint not null generated always as identity,
  company_id bigint not null,
  integration_id bigint not null,
  fence bigint not null default 0,
  original_delivery_id bigint,
  redelivery_id bigint,
  attempts integer not null default 0,
  max_attempts integer not null,
  ambiguous_attempts integer not null default 0,
  due_at timestamp with time zone not null default now(),
  lease_until timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  settled_at timestamp with time zone,
  kind text collate "C" not null,
  subject text collate "C" not null,
  dedupe_key text collate "C" not null,
  state text not null default 'pending'::text,
  leased_by text,
  last_error_code text,
  payload jsonb not null default '{}'::jsonb,
  result jsonb,
  requested_by text,
  settled_by text,
  traceparent text,
  constraint deliveries_pkey PRIMARY KEY (id),
  constraint deliveries_dedupe UNIQUE (integration_id, kind, dedupe_key),
  constraint deliveries_state CHECK ((state = ANY (ARRAY['pending'::text, 'leased'::text, 'delivered'::text, 'dead'::text, 'skipped'::text])))
) with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=20000, autovacuum_vacuum_cost_delay=0, autovacuum_analyze_scale_factor=0, autovacuum_analyze_threshold=50000);
CREATE INDEX deliveries_dead ON public.deliveries USING btree (integration_id, kind, COALESCE(last_error_code, ''::text) COLLATE "C", settled_at, last_error_code) WHERE ((state = 'dead'::text) AND (redelivery_id IS NULL));
CREATE INDEX deliveries_due ON public.deliveries USING btree (integration_id, due_at) WHERE (state = 'pending'::text);
CREATE INDEX deliveries_leased ON public.deliveries USING btree (lease_until) WHERE (state = 'leased'::text);
CREATE INDEX deliveries_list ON public.deliveries USING btree (company_id, state, created_at);
CREATE INDEX deliveries_open ON public.deliveries USING btree (integration_id, subject, id) WHERE (state = ANY (ARRAY['pending'::text, 'leased'::text]));
CREATE INDEX deliveries_original ON public.deliveries USING btree (original_delivery_id) WHERE (original_delivery_id IS NOT NULL);
CREATE INDEX deliveries_subject ON public.deliveries USING btree (company_id, subject, id) WHERE (state = ANY (ARRAY['delivered'::text, 'dead'::text, 'skipped'::text]));

create table delivery_attempts (
  delivery_id bigint not null,
  fence bigint not null,
  company_id bigint not null,
  ended_at timestamp with time zone not null default now(),
  duration_ms integer,
  outcome text not null,
  error_code text,
  worker text not null,
  request jsonb,
  response jsonb,
  late_outcome text,
  constraint delivery_attempts_delivery_id_fence_pk PRIMARY KEY (delivery_id, fence),
  constraint delivery_attempts_outcome CHECK ((outcome = ANY (ARRAY['delivered'::text, 'retry'::text, 'dead'::text, 'ambiguous'::text, 'skipped'::text])))
) with (autovacuum_vacuum_insert_scale_factor=0, autovacuum_vacuum_insert_threshold=500000);
CREATE INDEX delivery_attempts_ended ON public.delivery_attempts USING brin (ended_at) WITH (pages_per_range='16', autosummarize='true');

create table delivery_hours (
  company_id bigint not null,
  hour timestamp with time zone not null,
  integration_id bigint not null,
  kind text not null,
  delivered integer not null,
  failed integer not null,
  dead integer not null,
  ambiguous integer not null,
  skipped integer not null,
  durations numeric not null,
  constraint delivery_hours_company_id_hour_integration_id_kind_pk PRIMARY KEY (company_id, hour, integration_id, kind)
);

create table delivery_hours_cursor (
  id smallint not null,
  counted_to timestamp with time zone not null,
  constraint delivery_hours_cursor_pkey PRIMARY KEY (id)
);

create table delivery_targets (
  integration_id bigint not null,
  company_id bigint not null,
  paused_at timestamp with time zone,
  paused_by text,
  pause_reason text,
  quota_until timestamp with time zone,
  quota_code text,
  breaker text not null default 'closed'::text,
  breaker_code text,
  breaker_until timestamp with time zone,
  used_per_second double precision,
  allowed_per_second double precision,
  reported_at timestamp with time zone,
  constraint delivery_targets_pkey PRIMARY KEY (integration_id)
) with (fillfactor=50);

create table domovoy_migrations (
  name text not null,
  applied_at timestamp with time zone not null default now(),
  constraint domovoy_migrations_pkey PRIMARY KEY (name)
);

create table entrance_flat_ranges (
  company_id bigint not null,
  entrance_rosdomofon_id bigint not null,
  flat_start integer not null,
  flat_end integer not null,
  constraint entrance_flat_ranges_pkey PRIMARY KEY (company_id, entrance_rosdomofon_id, flat_start, flat_end)
);

create table entrance_services (
  company_id bigint not null,
  entrance_rosdomofon_id bigint not null,
  service_rosdomofon_id bigint not null,
  constraint entrance_services_pkey PRIMARY KEY (company_id, entrance_rosdomofon_id, service_rosdomofon_id)
);
CREATE INDEX entrance_services_service ON public.entrance_services USING btree (company_id, service_rosdomofon_id, entrance_rosdomofon_id);

create table entrances (
  id bigint not null generated always as identity,
  company_id bigint not null,
  rosdomofon_id bigint not null,
  synced_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  vanished_at timestamp with time zone,
  address_line text not null,
  address_words text not null,
  word_vector tsvector not null generated always as (array_to_tsvector(string_to_array(address_words, ' '::text))) stored,
  country_code text,
  city text,
  city_fias text,
  street text,
  street_rosdomofon_id bigint,
  street_fias text,
  street_kladr text,
  street_universal_code text,
  house text,
  house_rosdomofon_id bigint,
  house_fias text,
  block text,
  building text,
  housing text,
  number text,
  prefix text,
  created_at timestamp with time zone not null default now(),
  constraint entrances_pkey PRIMARY KEY (id),
  constraint entrances_rosdomofon UNIQUE (company_id, rosdomofon_id)
) with (fillfactor=75, autovacuum_vacuum_scale_factor=0.1);
CREATE INDEX entrances_house ON public.entrances USING btree (company_id, house_rosdomofon_id);
CREATE INDEX entrances_words ON public.entrances USING gin (word_vector);

create table external_refs (
  integration_id bigint not null,
  company_id bigint not null,
  entity text not null,
  entity_id bigint not null,
  remote_kind text not null,
  remote_id text,
  is_shared boolean not null default false,
  state text not null default 'linked'::text,
  detail jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint external_refs_integration_id_entity_entity_id_remote_kind_pk PRIMARY KEY (integration_id, entity, entity_id, remote_kind),
  constraint external_refs_state CHECK ((state = ANY (ARRAY['sending'::text, 'linked'::text, 'ambiguous'::text, 'gone'::text])))
);
CREATE UNIQUE INDEX external_refs_remote ON public.external_refs USING btree (integration_id, remote_kind, remote_id) WHERE ((remote_id IS NOT NULL) AND (NOT is_shared));
CREATE INDEX external_refs_shared ON public.external_refs USING btree (integration_id, remote_kind, remote_id) WHERE is_shared;

create table feed_epochs (
  epoch integer not null generated always as identity,
  system_identifier text not null,
  timeline integer not null,
  started_at timestamp with time zone not null default now(),
  forgotten_xid xid8,
  forgotten_id bigint,
  constraint feed_epochs_pkey PRIMARY KEY (epoch)
);

create table feed_marks (
  epoch integer not null,
  at timestamp with time zone not null default now(),
  xid xid8 not null,
  id bigint not null,
  constraint feed_marks_epoch_at_pk PRIMARY KEY (epoch, at)
);

create table field_mappings (
  integration_id bigint not null,
  version integer not null,
  company_id bigint not null,
  mapping jsonb not null,
  saved_by text not null,
  saved_at timestamp with time zone not null default now(),
  constraint field_mappings_integration_id_version_pk PRIMARY KEY (integration_id, version)
);

create table flats (
  id bigint not null generated always as identity,
  company_id bigint not null,
  rosdomofon_id bigint not null,
  synced_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  vanished_at timestamp with time zone,
  entrance_rosdomofon_id bigint,
  number text,
  account_rosdomofon_id bigint,
  owner_abonent_rosdomofon_id bigint,
  is_virtual boolean not null,
  is_blocked boolean,
  created_at timestamp with time zone not null default now(),
  constraint flats_pkey PRIMARY KEY (id),
  constraint flats_rosdomofon UNIQUE (company_id, rosdomofon_id)
) with (fillfactor=75, autovacuum_vacuum_scale_factor=0.1);
CREATE INDEX flats_account ON public.flats USING btree (company_id, account_rosdomofon_id, id);
CREATE INDEX flats_entrance ON public.flats USING btree (company_id, entrance_rosdomofon_id, id);
CREATE INDEX flats_number ON public.flats USING btree (company_id, number, rosdomofon_id);
CREATE INDEX flats_number_entrance ON public.flats USING btree (company_id, number, entrance_rosdomofon_id);

create table hook_refusals (
  integration_id bigint not null,
  company_id bigint not null,
  reason text not null,
  count bigint not null default 0,
  last_at timestamp with time zone,
  constraint hook_refusals_integration_id_reason_pk PRIMARY KEY (integration_id, reason)
);

create table hook_tokens (
  integration_id bigint not null,
  token_hash bytea not null,
  origin text not null,
  member_id text,
  created_at timestamp with time zone not null default now(),
  constraint hook_tokens_integration_id_token_hash_pk PRIMARY KEY (integration_id, token_hash),
  constraint hook_tokens_origin CHECK ((origin = ANY (ARRAY['outgoing_webhook'::text, 'application'::text])))
);

create table idempotency_keys (
  company_id bigint not null,
  key text not null,
  mutation text not null,
  input_hash text not null,
  result jsonb,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_keys_company_id_key_pk PRIMARY KEY (company_id, key)
);
CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (created_at);

create table inbox_events (
  source_id integer not null,
  partition integer not null,
  "offset" bigint not null,
  company_id bigint not null,
  hash bigint not null,
  state text not null default 'done'::text,
  key text,
  payload text,
  raw bytea,
  reason text,
  received_at timestamp with time zone not null default now(),
  secrets bytea,
  timestamp_ms bigint,
  reprocessed_by text,
  reprocessed_at timestamp with time zone,
  constraint inbox_events_source_id_partition_offset_pk PRIMARY KEY (source_id, partition, "offset"),
  constraint inbox_events_state CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text, 'dead'::text])))
) with (autovacuum_vacuum_insert_scale_factor=0, autovacuum_vacuum_insert_threshold=500000);
CREATE INDEX inbox_events_dead ON public.inbox_events USING btree (company_id, source_id, "left"(regexp_replace(COALESCE(reason, ''::text), '[0-9]+'::text, '#'::text, 'g'::text), 200) COLLATE "C", received_at) WHERE (state = 'dead'::text);
CREATE UNIQUE INDEX inbox_events_key ON public.inbox_events USING btree (source_id, key) WHERE (key IS NOT NULL);
CREATE INDEX inbox_events_open ON public.inbox_events USING btree (company_id, received_at) WHERE (state <> 'done'::text);
CREATE INDEX inbox_events_pending ON public.inbox_events USING btree (source_id, "offset") WHERE (state = 'pending'::text);
CREATE INDEX inbox_events_reprocessed ON public.inbox_events USING btree (company_id, received_at) WHERE (reprocessed_at IS NOT NULL);

create table inbox_sources (
  id integer not null generated always as identity,
  integration_id bigint not null,
  topic text not null,
  epoch integer not null default 1,
  created_at timestamp with time zone not null default now(),
  constraint inbox_sources_pkey PRIMARY KEY (id),
  constraint inbox_sources_topic UNIQUE (integration_id, topic, epoch),
  constraint inbox_sources_integration_id_integrations_id_fk FOREIGN KEY (integration_id) REFERENCES integrations(id)
);

create table intake_reports (
  integration_id bigint not null,
  company_id bigint not null,
  state text not null,
  state_at timestamp with time zone not null default now(),
  error_code text,
  partitions jsonb not null,
  reported_at timestamp with time zone not null default now(),
  constraint intake_reports_pkey PRIMARY KEY (integration_id)
);

create table integrations (
  id bigint not null generated always as identity,
  company_id bigint not null,
  kind text not null,
  origin text not null,
  config jsonb not null default '{}'::jsonb,
  secrets bytea,
  state text not null default 'active'::text,
  state_reason text,
  owner text,
  owner_fence bigint not null default 0,
  created_at timestamp with time zone not null default now(),
  name text,
  tokens bytea,
  state_code text,
  state_at timestamp with time zone not null default now(),
  checks jsonb,
  checked_at timestamp with time zone,
  progress jsonb not null default '{}'::jsonb,
  constraint integrations_pkey PRIMARY KEY (id),
  constraint integrations_company_id_companies_id_fk FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint integrations_kind CHECK ((kind = ANY (ARRAY['rosdomofon'::text, 'bitrix24'::text]))),
  constraint integrations_origin CHECK ((origin = ANY (ARRAY['environment'::text, 'stored'::text]))),
  constraint integrations_state CHECK ((state = ANY (ARRAY['active'::text, 'shadow'::text, 'paused'::text, 'broken'::text])))
) with (fillfactor=70);
CREATE UNIQUE INDEX integrations_environment ON public.integrations USING btree (company_id, kind) WHERE (origin = 'environment'::text);
CREATE INDEX integrations_owner ON public.integrations USING btree (owner);

create table invitations (
  id bigint not null generated always as identity,
  company_id bigint not null,
  email text not null,
  role text not null,
  token_hash text not null,
  created_by text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint invitations_pkey PRIMARY KEY (id),
  constraint invitations_token UNIQUE (token_hash),
  constraint invitations_company_id_companies_id_fk FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint invitations_role CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'agent'::text, 'engineer'::text, 'viewer'::text])))
);
CREATE INDEX invitations_list ON public.invitations USING btree (company_id, id);
CREATE UNIQUE INDEX invitations_open ON public.invitations USING btree (company_id, email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));

create table issue_decisions (
  id bigint not null generated always as identity,
  company_id bigint not null,
  fingerprint text collate "C" not null,
  resolved_at timestamp with time zone,
  resolved_by text,
  resolved_note text,
  resolved_through timestamp with time zone,
  muted_until timestamp with time zone,
  muted_by text,
  muted_note text,
  constraint issue_decisions_pkey PRIMARY KEY (id),
  constraint issue_decisions_issue UNIQUE (company_id, fingerprint)
);

create table jobs (
  id bigint not null generated always as identity,
  company_id bigint not null,
  kind text not null,
  state text not null default 'queued'::text,
  input jsonb not null,
  done integer not null default 0,
  failed integer not null default 0,
  total integer,
  checkpoint jsonb not null default '{}'::jsonb,
  result jsonb,
  error_code text,
  error_message text,
  requested_by text not null,
  cancelled_by text,
  worker text,
  lease_until timestamp with time zone,
  fence bigint not null default 0,
  created_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  progress_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint jobs_pkey PRIMARY KEY (id),
  constraint jobs_state CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'completed'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX jobs_list ON public.jobs USING btree (company_id, id);
CREATE INDEX jobs_open ON public.jobs USING btree (id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

create table memberships (
  company_id bigint not null,
  user_id bigint not null,
  role text not null,
  created_by text not null,
  created_at timestamp with time zone not null default now(),
  constraint memberships_company_id_user_id_pk PRIMARY KEY (company_id, user_id),
  constraint memberships_company_id_companies_id_fk FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint memberships_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id),
  constraint memberships_role CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'agent'::text, 'engineer'::text, 'viewer'::text])))
);
CREATE INDEX memberships_user ON public.memberships USING btree (user_id);

create table message_readers (
  company_id bigint not null,
  person text not null,
  since_message_id bigint not null,
  constraint message_readers_company_id_person_pk PRIMARY KEY (company_id, person)
);

create table messages (
  id bigint not null generated always as identity,
  company_id bigint not null,
  conversation_id bigint not null,
  direction text not null,
  state text not null,
  text text not null,
  source_id integer,
  partition integer,
  "offset" bigint,
  sent_at timestamp with time zone not null,
  author text,
  failure_code text,
  failure_reason text,
  is_outcome_unknown boolean not null default false,
  author_name text,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_direction CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint messages_state CHECK ((state = ANY (ARRAY['received'::text, 'queued'::text, 'sent'::text, 'failed'::text])))
) with (autovacuum_vacuum_insert_scale_factor=0, autovacuum_vacuum_insert_threshold=500000);
CREATE INDEX messages_own ON public.messages USING btree (conversation_id, sent_at) WHERE (author IS NOT NULL);
CREATE INDEX messages_page ON public.messages USING btree (conversation_id, id);

create table messaging_policies (
  company_id bigint not null,
  send_by text not null,
  auto_replies jsonb,
  version integer not null default 1,
  updated_by text not null,
  updated_at timestamp with time zone not null default now(),
  constraint messaging_policies_pkey PRIMARY KEY (company_id),
  constraint messaging_policies_send_by CHECK ((send_by = ANY (ARRAY['kafka'::text, 'rest'::text])))
);

create table oauth_states (
  state_hash bytea not null,
  integration_id bigint not null,
  company_id bigint not null,
  requested_by text not null,
  created_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  constraint oauth_states_pkey PRIMARY KEY (state_hash)
);

create table person_identities (
  issuer text not null,
  subject text not null,
  user_id bigint not null,
  created_at timestamp with time zone not null default now(),
  constraint person_identities_issuer_subject_pk PRIMARY KEY (issuer, subject),
  constraint person_identities_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE UNIQUE INDEX person_identities_person ON public.person_identities USING btree (user_id, issuer);

create table refresh_tokens (
  token_hash text not null,
  session_id bigint not null,
  created_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  constraint refresh_tokens_pkey PRIMARY KEY (token_hash),
  constraint refresh_tokens_session_id_sessions_id_fk FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE
);
CREATE INDEX refresh_tokens_session ON public.refresh_tokens USING btree (session_id);

create table search_backfills (
  entity text not null,
  done_to bigint not null,
  up_to bigint not null,
  constraint search_backfills_pkey PRIMARY KEY (entity)
);

create table search_cursors (
  id smallint not null,
  epoch integer not null,
  xid xid8 not null,
  change_id bigint not null,
  updated_at timestamp with time zone not null default now(),
  constraint search_cursors_pkey PRIMARY KEY (id),
  constraint search_cursors_one CHECK ((id = 1))
);

create table search_documents (
  entity text not null,
  entity_id bigint not null,
  company_id bigint not null,
  words tsvector not null,
  constraint search_documents_entity_company_id_entity_id_pk PRIMARY KEY (entity, company_id, entity_id),
  constraint search_documents_entity CHECK ((entity = ANY (ARRAY['message'::text, 'sign_up'::text, 'conversation'::text])))
) with (autovacuum_vacuum_insert_scale_factor=0, autovacuum_vacuum_insert_threshold=500000);
CREATE INDEX search_documents_conversations ON public.search_documents USING gin (((company_words(company_id, (words)::text))::tsvector)) WHERE (entity = 'conversation'::text);
CREATE INDEX search_documents_messages ON public.search_documents USING gin (((company_words(company_id, (words)::text))::tsvector)) WHERE (entity = 'message'::text);
CREATE INDEX search_documents_sign_ups ON public.search_documents USING gin (((company_words(company_id, (words)::text))::tsvector)) WHERE (entity = 'sign_up'::text);

create table service_connections (
  id bigint not null generated always as identity,
  company_id bigint not null,
  rosdomofon_id bigint not null,
  synced_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  vanished_at timestamp with time zone,
  service_rosdomofon_id bigint not null,
  account_rosdomofon_id bigint,
  flat_rosdomofon_id bigint,
  is_blocked boolean not null,
  tariff numeric(14,2),
  currency text,
  created_at timestamp with time zone not null default now(),
  constraint service_connections_pkey PRIMARY KEY (id),
  constraint service_connections_rosdomofon UNIQUE (company_id, rosdomofon_id)
) with (fillfactor=75, autovacuum_vacuum_scale_factor=0.1);
CREATE INDEX service_connections_account ON public.service_connections USING btree (company_id, account_rosdomofon_id, id);
CREATE INDEX service_connections_flat ON public.service_connections USING btree (company_id, flat_rosdomofon_id, id);
CREATE INDEX service_connections_service ON public.service_connections USING btree (company_id, service_rosdomofon_id, id);

create table services (
  id bigint not null generated always as identity,
  company_id bigint not null,
  rosdomofon_id bigint not null,
  synced_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  vanished_at timestamp with time zone,
  name text not null,
  custom_name text,
  type text not null,
  tariff numeric(14,2),
  created_at timestamp with time zone not null default now(),
  constraint services_pkey PRIMARY KEY (id),
  constraint services_rosdomofon UNIQUE (company_id, rosdomofon_id)
);

create table sessions (
  id bigint not null generated always as identity,
  public_id text not null,
  user_id bigint not null,
  company_id bigint not null,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  address text not null,
  user_agent text,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_public_id UNIQUE (public_id)
);
CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_user ON public.sessions USING btree (user_id, id) WHERE (ended_at IS NULL);

create table sign_in_attempts (
  key text not null,
  attempts integer not null,
  window_started_at timestamp with time zone not null default now(),
  constraint sign_in_attempts_pkey PRIMARY KEY (key)
);

create table sign_up_events (
  id bigint not null generated always as identity,
  company_id bigint not null,
  sign_up_id bigint not null,
  kind text not null,
  wire_status text not null,
  source_id integer,
  partition integer,
  "offset" bigint,
  occurred_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  actor text,
  details jsonb,
  constraint sign_up_events_pkey PRIMARY KEY (id),
  constraint sign_up_events_kind CHECK ((kind = ANY (ARRAY['received'::text, 'adopted'::text, 'status_changed'::text, 'repeated'::text, 'outdated'::text, 'matched'::text, 'review_needed'::text, 'approved'::text, 'step_done'::text, 'step_skipped'::text, 'step_failed'::text, 'retried'::text, 'assigned'::text, 'handed_back'::text, 'rejected'::text, 'followed'::text, 'completed'::text, 'crm_refused'::text, 'undone'::text, 'compensated'::text, 'parked'::text])))
) with (autovacuum_vacuum_insert_scale_factor=0, autovacuum_vacuum_insert_threshold=500000);
CREATE INDEX sign_up_events_timeline ON public.sign_up_events USING btree (sign_up_id, id);

create table sign_up_plans (
  sign_up_id bigint not null,
  company_id bigint not null,
  suggestions jsonb not null default '[]'::jsonb,
  entrance_rosdomofon_id bigint,
  address_line text,
  flat text,
  is_virtual boolean,
  services jsonb not null default '[]'::jsonb,
  decided_by text,
  account_rosdomofon_id bigint,
  account_number text,
  owner_rosdomofon_id bigint,
  flat_rosdomofon_id bigint,
  rejected_reason text,
  updated_at timestamp with time zone not null default now(),
  held_until timestamp with time zone,
  before_decision jsonb,
  constraint sign_up_plans_pkey PRIMARY KEY (sign_up_id)
);

create table sign_up_policies (
  company_id bigint not null,
  mode text not null,
  starts_at timestamp with time zone not null,
  rules jsonb not null,
  version integer not null default 1,
  updated_by text not null,
  updated_at timestamp with time zone not null default now(),
  constraint sign_up_policies_pkey PRIMARY KEY (company_id),
  constraint sign_up_policies_mode CHECK ((mode = ANY (ARRAY['automatic'::text, 'review'::text])))
);

create table sign_up_steps (
  sign_up_id bigint not null,
  step text not null,
  company_id bigint not null,
  state text not null,
  delivery_id bigint not null,
  error_code text,
  result jsonb,
  started_at timestamp with time zone not null default now(),
  settled_at timestamp with time zone,
  constraint sign_up_steps_sign_up_id_step_pk PRIMARY KEY (sign_up_id, step),
  constraint sign_up_steps_state CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'skipped'::text, 'failed'::text]))),
  constraint sign_up_steps_step CHECK ((step = ANY (ARRAY['started'::text, 'account'::text, 'flat'::text, 'connections'::text, 'status'::text, 'welcome'::text, 'refusal'::text, 'block_connections'::text, 'block_account'::text])))
);

create table sign_ups (
  id bigint not null generated always as identity,
  company_id bigint not null,
  uid uuid not null,
  rosdomofon_id bigint not null,
  wire_status text not null,
  state text not null,
  abonent_rosdomofon_id bigint not null,
  phone text not null,
  country_code text,
  city text,
  street text,
  house text,
  block text,
  building text,
  housing text,
  flat text,
  application text,
  time_zone text,
  contract_number text,
  is_virtual boolean,
  is_offer_signed boolean,
  requested_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  state_reason text,
  version integer not null default 1,
  moved_by text,
  moved_at timestamp with time zone,
  assignee text,
  asked_status text,
  claimed_by text,
  claimed_at timestamp with time zone,
  parked_until timestamp with time zone,
  park_note text,
  needs_review_at timestamp with time zone,
  provisioning_at timestamp with time zone,
  completed_at timestamp with time zone,
  rejected_at timestamp with time zone,
  failed_at timestamp with time zone,
  constraint sign_ups_pkey PRIMARY KEY (id),
  constraint sign_ups_uid UNIQUE (company_id, uid),
  constraint sign_ups_state CHECK ((state = ANY (ARRAY['network'::text, 'new'::text, 'needs_review'::text, 'provisioning'::text, 'completed'::text, 'rejected'::text, 'failed'::text])))
) with (fillfactor=85, autovacuum_vacuum_scale_factor=0.05);
CREATE INDEX sign_ups_list ON public.sign_ups USING btree (company_id, created_at, id, needs_review_at, provisioning_at, completed_at, rejected_at, failed_at) WHERE (state <> 'network'::text);
CREATE INDEX sign_ups_network ON public.sign_ups USING btree (company_id, requested_at) WHERE (state = 'network'::text);
CREATE INDEX sign_ups_parked ON public.sign_ups USING btree (parked_until) WHERE (parked_until IS NOT NULL);
CREATE INDEX sign_ups_state ON public.sign_ups USING btree (company_id, state, created_at, id) WHERE (state <> 'network'::text);

create table sync_run_counts (
  run_id bigint not null,
  company_id bigint not null,
  entity text not null,
  added integer not null default 0,
  changed integer not null default 0,
  same integer not null default 0,
  vanished integer not null default 0,
  unreadable integer not null default 0,
  constraint sync_run_counts_run_id_entity_pk PRIMARY KEY (run_id, entity)
);

create table sync_runs (
  id bigint not null generated always as identity,
  company_id bigint not null,
  integration_id bigint not null,
  kind text not null,
  account_rosdomofon_id bigint,
  state text not null default 'queued'::text,
  phase text,
  done integer not null default 0,
  total integer,
  checkpoint jsonb not null default '{}'::jsonb,
  problems jsonb not null default '[]'::jsonb,
  fence bigint not null default 0,
  error_code text,
  error_message text,
  requested_by text not null,
  created_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  progress_at timestamp with time zone,
  finished_at timestamp with time zone,
  differences jsonb not null default '[]'::jsonb,
  constraint sync_runs_pkey PRIMARY KEY (id),
  constraint sync_runs_integration_id_integrations_id_fk FOREIGN KEY (integration_id) REFERENCES integrations(id),
  constraint sync_runs_kind CHECK ((kind = ANY (ARRAY['full'::text, 'account'::text, 'preview'::text]))),
  constraint sync_runs_phase CHECK ((phase = ANY (ARRAY['services'::text, 'entrances'::text, 'accounts'::text, 'connections'::text, 'flats'::text, 'account'::text]))),
  constraint sync_runs_state CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'completed'::text, 'failed'::text, 'cancelled'::text]))),
  constraint sync_runs_subject CHECK (((kind = 'account'::text) = (account_rosdomofon_id IS NOT NULL)))
) with (fillfactor=50);
CREATE UNIQUE INDEX sync_runs_account ON public.sync_runs USING btree (integration_id, account_rosdomofon_id, state) WHERE ((kind = 'account'::text) AND (state = ANY (ARRAY['queued'::text, 'running'::text])));
CREATE UNIQUE INDEX sync_runs_full ON public.sync_runs USING btree (integration_id) WHERE ((kind = 'full'::text) AND (state = ANY (ARRAY['queued'::text, 'running'::text])));
CREATE INDEX sync_runs_integration ON public.sync_runs USING btree (integration_id, kind, id);
CREATE INDEX sync_runs_list ON public.sync_runs USING btree (company_id, kind, id);
CREATE UNIQUE INDEX sync_runs_preview ON public.sync_runs USING btree (integration_id) WHERE ((kind = 'preview'::text) AND (state = ANY (ARRAY['queued'::text, 'running'::text])));

create table users (
  id bigint not null generated always as identity,
  public_id text not null,
  email text not null,
  name text not null,
  password_hash text,
  password_changed_at timestamp with time zone,
  totp_secret bytea,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  recovery_codes text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default now(),
  constraint users_pkey PRIMARY KEY (id),
  constraint users_email UNIQUE (email),
  constraint users_public_id UNIQUE (public_id)
);

create table workers (
  id text not null,
  lease_until timestamp with time zone not null,
  constraint workers_pkey PRIMARY KEY (id)
) with (fillfactor=50);
