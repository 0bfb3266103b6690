import { z } from 'zod';

// Bitrix24 has no one way to write a value (facts/bitrix24.md §12, traps 3 and 6): an id is a number in crm.item.* and text
// in the classic methods, "nothing" is null, "", 0, "0" or false, a boolean is Y, true or 1, an empty map is an empty
// list. Here each has one form: an id is a number, nothing is null, a boolean is a boolean, money is text. A field that
// was not asked for (`select`) stays absent, because "not read" is not "empty".

const noId = z.literal([null, '', 0, '0', false]).transform(() => null);
const noText = z.literal([null, '', false]).transform(() => null);

/** Positive, or 0 where 0 is an id (the general pipeline of deals). */
export const id = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)], { error: 'expected an id' })
  .pipe(z.int().nonnegative());

/** An id, null when there is none, absent when it was not asked for. */
export const idOrNull = z.union([noId, id]).optional();

/** What may be a number or a code on the wire, and is compared as text: ids of messages, of processes, of chats outside. */
export const code = z.union([z.string(), z.number().transform(String)]);

const written = z.union([noText, z.string(), z.number().transform(String)]);

export const text = written.optional();

/** Money and quantities keep every digit they came with. 0 is an amount, not nothing. */
export const decimal = written.optional();

export const flag = z
  .union([
    z.boolean(),
    z.literal(['Y', 'y', 'true', '1', 1]).transform(() => true),
    z.literal(['N', 'n', 'false', '0', 0, '', null]).transform(() => false),
  ])
  .optional();

export const wholeNumber = z
  .union([
    noText,
    z.int(),
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number),
  ])
  .optional();

/** A list, also where it is empty in another way. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z.union([z.literal([null, '', 0, '0', false]).transform((): z.output<Item>[] => []), z.array(item)]);

/** PHP writes a list with gaps as an object whose keys are the indices; the order is that of the indices. */
export const looseList = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : value,
    list(item),
  );

/** PHP cannot tell an empty map from an empty list, and writes a list. */
export const mapOrEmptyList = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (Array.isArray(value) && value.length === 0 ? {} : value), schema);
