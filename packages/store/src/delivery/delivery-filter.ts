import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { bigintArray, textArray } from '../page/bigint-array.ts';
import { inTimeRange, type TimeRange } from '../page/time-range.ts';
import { deliveries } from '../schema/delivery.ts';
import { integrations } from '../schema/integration.ts';
import type { DeliveryState } from './settle-deliveries.ts';

export type DeliveryRow = typeof deliveries.$inferSelect;

/** Of one kind those whose keys begin so; with what a person sent again, whose keys begin with that of the first. */
export interface DeliveryKeys {
  readonly kind: string;
  /** Ends with `:`. */
  readonly keyPrefix: string;
}

export interface DeliveryFilter {
  readonly states?: readonly DeliveryState[] | undefined;
  readonly integrationIds?: readonly bigint[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** `account:7`; those of kinds without an order (`account:7#…`) are found by it too. */
  readonly subjects?: readonly string[] | undefined;
  /** Members that the payload has: `{ signUpId: '7' }`. Narrow it by something else as well. */
  readonly payload?: Readonly<Record<string, string>> | undefined;
  readonly keys?: DeliveryKeys | undefined;
  readonly errorCodes?: readonly string[] | undefined;
  readonly createdAt?: TimeRange | undefined;
  /** Over by then; as the database writes a time. */
  readonly settledUntil?: string | undefined;
  /** Redeliveries of this one. */
  readonly originalDeliveryId?: bigint | undefined;
  /** Of a line of redeliveries the newest one alone: it stands for those before it. */
  readonly isNewest?: boolean | undefined;
}

const STATES: readonly DeliveryState[] = ['pending', 'leased', 'delivered', 'dead', 'skipped'];

/**
 * Conditions of which any may hold, each with an index of its own: one per state out of deliveries_list, or, for a
 * subject, one for what is settled and one for what is open.
 */
export function deliveryConditions(companyId: bigint, filter: DeliveryFilter): SQL[] {
  const { states, subjects, payload, keys, originalDeliveryId } = filter;
  const common = [
    eq(deliveries.companyId, companyId),
    filter.integrationIds && sql`${deliveries.integrationId} = any(${bigintArray(filter.integrationIds)})`,
    filter.kinds && sql`${deliveries.kind} = any(${textArray(filter.kinds)})`,
    filter.errorCodes && sql`${deliveries.lastErrorCode} = any(${textArray(filter.errorCodes)})`,
    ...inTimeRange(deliveries.createdAt, filter.createdAt),
    filter.settledUntil === undefined
      ? undefined
      : sql`${deliveries.settledAt} <= ${filter.settledUntil}::timestamptz`,
    filter.isNewest === true ? isNull(deliveries.redeliveryId) : undefined,
    originalDeliveryId === undefined ? undefined : eq(deliveries.originalDeliveryId, originalDeliveryId),
    payload && sql`${deliveries.payload} @> ${JSON.stringify(payload)}::text::jsonb`,
  ];
  const all = (...more: (SQL | undefined)[]) => and(...common, ...more) ?? sql`false`;
  const inStates = states && sql`${deliveries.state} = any(${textArray(states)})`;
  if (subjects !== undefined)
    return subjects
      .flatMap((subject) => subjectConditions(companyId, subject))
      .map((condition) => all(condition, inStates));
  if (keys !== undefined) return [all(keyCondition(companyId, keys), inStates)];
  if (originalDeliveryId !== undefined) return [all(inStates)];
  return [...new Set(states ?? STATES)].map((state) => all(eq(deliveries.state, state)));
}

const ownIntegrations = (companyId: bigint): SQL => sql`${deliveries.integrationId} = any(array(
    select ${integrations.id} from ${integrations} where ${integrations.companyId} = ${companyId}))`;

/** Out of deliveries_dedupe. `;` is the character after `:`. */
export const keyCondition = (companyId: bigint, { kind, keyPrefix }: DeliveryKeys): SQL =>
  and(
    ownIntegrations(companyId),
    eq(deliveries.kind, kind),
    sql`${deliveries.dedupeKey} > ${keyPrefix} and ${deliveries.dedupeKey} < ${keyPrefix.replace(/:$/, ';')}`,
  ) ?? sql`false`;

/** States are written out: the partial indexes are chosen by them. */
function subjectConditions(companyId: bigint, subject: string): SQL[] {
  const isSettled = sql`${deliveries.state} in ('delivered', 'dead', 'skipped')`;
  const isOpen = sql`${deliveries.state} in ('pending', 'leased') and ${ownIntegrations(companyId)}`;
  const isSubject = eq(deliveries.subject, subject);
  // `$` is the character after `#`.
  const isPart = sql`${deliveries.subject} > ${`${subject}#`} and ${deliveries.subject} < ${`${subject}$`}`;
  return [isSettled, isOpen].flatMap((state) =>
    [isSubject, isPart].map((part) => and(state, part) ?? sql`false`),
  );
}
