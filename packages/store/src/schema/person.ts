import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, id, reference, timestamptz } from './_columns.ts';
import { companies } from './company.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const role = () => text({ enum: ['owner', 'manager', 'agent', 'engineer', 'viewer'] }).notNull();

/** A person, of whatever companies. */
export const users = pgTable('users', {
  id: id(),
  /** By which rows name who did something: `user:<public id>`. */
  publicId: text().notNull().unique('users_public_id'),
  /** In lower case; with it the person signs in. */
  email: text().notNull().unique('users_email'),
  name: text().notNull(),
  /** Argon2id, as a PHC string; null: signs in by another way. */
  passwordHash: text(),
  passwordChangedAt: timestamptz(),
  /** Of the second factor, encrypted under ENCRYPTION_KEY; it counts from `totpConfirmedAt` on. */
  totpSecret: bytea(),
  totpConfirmedAt: timestamptz(),
  /** The last period whose code was used: each is good for once. */
  totpLastStep: bigint({ mode: 'number' }),
  /** SHA-256 of the codes that are left, hex; each has 80 random bits. */
  recoveryCodes: text().array().notNull().default(sql`'{}'`),
  createdAt: createdAt(),
});

/** By whom an identity provider knows a person. The subject is the provider's own name for them: e-mails change hands. */
export const personIdentities = pgTable(
  'person_identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    userId: bigint({ mode: 'bigint' })
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    // One for each person: whoever is given a former colleague's e-mail there does not become them here.
    uniqueIndex('person_identities_person').on(t.userId, t.issuer),
  ],
);

/** What a person may do in a company. */
export const memberships = pgTable(
  'memberships',
  {
    companyId: bigint({ mode: 'bigint' })
      .notNull()
      .references(() => companies.id),
    userId: bigint({ mode: 'bigint' })
      .notNull()
      .references(() => users.id),
    role: role(),
    /** `user:…`, `api-key:…`, `cli`. */
    createdBy: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId] }),
    index('memberships_user').on(t.userId),
    check('memberships_role', sql`role in ('owner', 'manager', 'agent', 'engineer', 'viewer')`),
  ],
);

/** A person who was asked to join a company, by a link that works once. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    companyId: bigint({ mode: 'bigint' })
      .notNull()
      .references(() => companies.id),
    /** In lower case; whoever accepts it becomes this person. */
    email: text().notNull(),
    role: role(),
    /** SHA-256 of the link's token, hex. */
    tokenHash: text().notNull().unique('invitations_token'),
    createdBy: text().notNull(),
    createdAt: createdAt(),
    expiresAt: timestamptz().notNull(),
    acceptedAt: timestamptz(),
    withdrawnAt: timestamptz(),
  },
  (t) => [
    index('invitations_list').on(t.companyId, t.id),
    // One for each address: another one takes its place.
    uniqueIndex('invitations_open')
      .on(t.companyId, t.email)
      .where(sql`accepted_at is null and withdrawn_at is null`),
    check('invitations_role', sql`role in ('owner', 'manager', 'agent', 'engineer', 'viewer')`),
  ],
);

/** How often it was tried to sign in lately: by a person's address in the net, and for an account. */
export const signInAttempts = pgTable('sign_in_attempts', {
  /** `address:…` or `account:<SHA-256 of the e-mail>`. */
  key: text().primaryKey(),
  attempts: integer().notNull(),
  windowStartedAt: timestamptz().notNull().defaultNow(),
});

/** A person who is signed in, from one browser or program, in one company. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    /** By which tokens name it; not secret. */
    publicId: text().notNull().unique('sessions_public_id'),
    userId: reference(),
    companyId: reference(),
    createdAt: createdAt(),
    lastUsedAt: timestamptz().notNull().defaultNow(),
    /** Moves on with its use, up to a longest life. */
    expiresAt: timestamptz().notNull(),
    endedAt: timestamptz(),
    endReason: text({
      enum: ['sign_out', 'everywhere', 'revoked', 'reuse', 'password', 'removed', 'switched'],
    }),
    /** Where it began, for the person to know it by. */
    address: text().notNull(),
    userAgent: text(),
  },
  (t) => [
    index('sessions_user').on(t.userId, t.id).where(sql`ended_at is null`),
    index('sessions_expiry').on(t.expiresAt),
  ],
);

/** The refresh tokens of a session: the last one works, a used one that comes again ends the session. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    /** SHA-256, hex: the token has 256 random bits. */
    tokenHash: text().primaryKey(),
    sessionId: bigint({ mode: 'bigint' })
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    usedAt: timestamptz(),
  },
  (t) => [index('refresh_tokens_session').on(t.sessionId)],
);
