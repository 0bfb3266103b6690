import { z } from 'zod';
import { flag, int } from './wire-values.ts';

/** Spring's envelope of a page. What stands in `pageable` and `sort` stands outside too; either may be null. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.looseObject({
    content: z.array(item),
    last: flag,
    first: flag,
    empty: flag,
    /** The number of this page, from 0. */
    number: int,
    size: int,
    numberOfElements: int,
    totalElements: int,
    totalPages: int,
    pageable: z.looseObject({}).nullish(),
    sort: z.union([z.looseObject({}), z.array(z.unknown())]).nullish(),
  });
