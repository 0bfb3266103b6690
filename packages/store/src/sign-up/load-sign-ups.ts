import { and, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { signUps } from '../schema/sign-up.ts';
import { ownSignUps, type SignUpRow } from './sign-up-filter.ts';

/** In no order; ids that the company has not are left out. */
export const loadSignUps = ({ db, companyId }: CompanyReader, ids: readonly bigint[]): Promise<SignUpRow[]> =>
  db
    .select()
    .from(signUps)
    .where(and(sql`${signUps.id} = any(${bigintArray(ids)})`, eq(signUps.companyId, companyId), ownSignUps));
