import { parse } from 'qs';
import { EventError } from './event-errors.ts';

export interface EventFormLimits {
  /** Events carry ids and at most a few chat messages. */
  maxBytes?: number;
  /** `data[MESSAGES][0][message][files][0][name]` has 7. */
  maxDepth?: number;
  maxFields?: number;
}

const DEFAULTS = { maxBytes: 256 * 1024, maxDepth: 10, maxFields: 2_000 };

/**
 * The body of an event: a form with PHP's brackets, in which every value is text. Anybody may send one, so it is read
 * before it is believed: size, depth and number of fields are limited, objects have no prototype to pollute.
 * @throws {EventError} BITRIX24_EVENT_INVALID
 */
export function parseEventForm(body: string, limits: EventFormLimits = {}): Record<string, unknown> {
  const { maxBytes, maxDepth, maxFields } = { ...DEFAULTS, ...limits };
  // No text has fewer bytes than characters: the cheap question first.
  if (body.length > maxBytes || Buffer.byteLength(body) > maxBytes)
    throw new EventError(`it has more than ${maxBytes} bytes`);
  try {
    const form = parse(body, {
      plainObjects: true,
      depth: maxDepth,
      strictDepth: true,
      parameterLimit: maxFields,
      throwOnLimitExceeded: true,
      // As PHP reads it: the last one counts, and the indices of a list may have gaps.
      duplicates: 'last',
      parseArrays: false,
    });
    return withLists(form) as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EventError(`it has more than ${maxFields} fields or ${maxDepth} levels`, error);
  }
}

/** A map with the keys 0, 1, 2 … is a list. */
function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries.length === 1 ? entries : [];
  // `a[]=1&a[]=2`
  if (only?.[0] === '0' && Array.isArray(only[1])) return only[1];
  if (entries.length > 0 && entries.every(([key], at) => key === String(at)))
    return entries.map(([, one]) => withLists(one));
  for (const [key, one] of entries) Reflect.set(value, key, withLists(one));
  return value;
}
