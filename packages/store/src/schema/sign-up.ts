import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { coordinates, createdAt, id, reference, timestamptz } from './_columns.ts';

/**
 * A wish to be connected. One row per company and uid, however many topics and events told of it. State
 * `network`: seen only in SIGN_UPS_ALL, kept for statistics, never worked on until the company's own topic brings it.
 */
export const signUps = pgTable(
  'sign_ups',
  {
    id: id(),
    companyId: reference(),
    uid: uuid().notNull(),
    rosdomofonId: bigint({ mode: 'bigint' }).notNull(),
    /** RosDomofon's status, lower case: unprocessed, processed, connected, delegated, rejected, or one not known yet. */
    wireStatus: text().notNull(),
    /** Ours. Moves only through the transition table of packages/domain. */
    state: text({
      enum: ['network', 'new', 'needs_review', 'provisioning', 'completed', 'rejected', 'failed'],
    }).notNull(),
    abonentRosdomofonId: bigint({ mode: 'bigint' }).notNull(),
    phone: text().notNull(),
    countryCode: text(),
    city: text(),
    street: text(),
    house: text(),
    block: text(),
    building: text(),
    housing: text(),
    flat: text(),
    application: text(),
    timeZone: text(),
    contractNumber: text(),
    isVirtual: boolean(),
    isOfferSigned: boolean(),
    /** `createdAt` of the event: when the abonent asked. */
    requestedAt: timestamptz().notNull(),
    /** Record time of the newest event: an older one never overwrites. */
    seenAt: timestamptz().notNull(),
    createdAt: createdAt(),
    updatedAt: timestamptz().notNull().defaultNow(),
    /** Why it is where it is: a code of packages/domain. Null: nothing needs an explanation. */
    stateReason: text(),
    /** Moves on with every move of the state and every act of a person: who acts on an older one is refused. */
    version: integer().notNull().default(1),
    /** What made the version what it is: `workflow`, `rosdomofon`, or a person or key; null: its first event. */
    movedBy: text(),
    movedAt: timestamptz(),
    // When it first came to each of these states; null: it never did. The funnel is counted by them.
    needsReviewAt: timestamptz(),
    provisioningAt: timestamptz(),
    completedAt: timestamptz(),
    rejectedAt: timestamptz(),
    failedAt: timestamptz(),
    /** Who does the rest by hand; the hub leaves it alone meanwhile. */
    assignee: text(),
    /** The last status that the hub asked RosDomofon for: when an event tells it, nobody else was at work. */
    askedStatus: text(),
    /** Who looks at it at this moment, so that others leave it to them; unlike `assignee` it stops nothing. */
    claimedBy: text(),
    claimedAt: timestamptz(),
    /** Set aside by a person until then. */
    parkedUntil: timestamptz(),
    /** Why, in the person's words. */
    parkNote: text(),
  },
  (t) => [
    unique('sign_ups_uid').on(t.companyId, t.uid),
    // By time, not by id alone: lists are ordered by it, and a day long ago is found at once.
    // With all that the funnel counts: 100,000 rows are read out of the index in a third of the time.
    index('sign_ups_list')
      .on(
        t.companyId,
        t.createdAt,
        t.id,
        t.needsReviewAt,
        t.provisioningAt,
        t.completedAt,
        t.rejectedAt,
        t.failedAt,
      )
      .where(sql`state <> 'network'`),
    index('sign_ups_state').on(t.companyId, t.state, t.createdAt, t.id).where(sql`state <> 'network'`),
    // Counted by the day on which the abonent asked: the hub reads years of old records in one day.
    index('sign_ups_network').on(t.companyId, t.requestedAt).where(sql`state = 'network'`),
    // Few at any time: what comes back is found by one probe.
    index('sign_ups_parked').on(t.parkedUntil).where(sql`parked_until is not null`),
    check(
      'sign_ups_state',
      sql`state in ('network', 'new', 'needs_review', 'provisioning', 'completed', 'rejected', 'failed')`,
    ),
  ],
);

/** What a timeline tells: first what an event did, then what the hub and people did. */
const TIMELINE_KINDS = [
  'received',
  'adopted',
  'status_changed',
  'repeated',
  'outdated',
  'matched',
  'review_needed',
  'approved',
  'step_done',
  'step_skipped',
  'step_failed',
  'retried',
  'assigned',
  'handed_back',
  'rejected',
  'followed',
  'completed',
  'crm_refused',
  'undone',
  'compensated',
  'parked',
] as const;

/** The timeline of a sign-up: one row per event that told of it, one per thing that was done about it. */
export const signUpEvents = pgTable(
  'sign_up_events',
  {
    id: id(),
    companyId: reference(),
    signUpId: reference(),
    /**
     * received: the first one. adopted: a network sign-up came through the company's own topic. status_changed.
     * repeated: the status that is known. outdated: another one, but older than what is known; changed nothing.
     * matched: its entrance is known. review_needed: a person has to decide. approved, retried, assigned, handed_back,
     * rejected: a person did. step_done, step_skipped, step_failed. followed: others moved it in RosDomofon or a CRM. completed.
     * crm_refused: somebody wanted something of it in a CRM that the hub could not do. undone: a decision was taken back
     * before anything was done. compensated: what was done about it is taken back as far as possible. parked: set aside.
     */
    kind: text({ enum: TIMELINE_KINDS }).notNull(),
    /** RosDomofon's status, as the event told it or as it was then. */
    wireStatus: text().notNull(),
    ...coordinates(),
    /** Record time, by the producer's clock; of what the hub did its own time. */
    occurredAt: timestamptz().notNull(),
    createdAt: createdAt(),
    /** Who did it; null: an event told it. */
    actor: text(),
    /** Codes and ids; by kind. */
    details: jsonb(),
  },
  (t) => [
    index('sign_up_events_timeline').on(t.signUpId, t.id),
    check(
      'sign_up_events_kind',
      sql.raw(`kind in (${TIMELINE_KINDS.map((kind) => `'${kind}'`).join(', ')})`),
    ),
  ],
);
