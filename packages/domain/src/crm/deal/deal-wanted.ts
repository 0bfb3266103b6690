import type { SignUpRow, SignUpState } from '@domovoy/store';
import { z } from 'zod';
import { contentHash } from '../content-hash.ts';
import type { CrmFacts } from '../mapping/crm-facts.ts';
import type { CrmMapping } from '../mapping/crm-mapping.ts';
import { filled, type PortalFields, userFields } from '../mapping/fill-fields.ts';
import { dealOrigin, originFields } from '../origin.ts';

/** The column `detail` of a deal's ref: what both sides know. By it our own echo is told from a person's move. */
export const DealDetail = z
  .object({
    /** Where the deal stood when it was last written or read. */
    stage: z.string().nullable().default(null),
    /** The state of the sign-up that the stage was last written for: a stage that people chose later stays. */
    toldState: z.string().nullable().default(null),
    /** Of the fields as they were last written. */
    hash: z.string().nullable().default(null),
    /** Of the product rows. */
    rowsHash: z.string().nullable().default(null),
  })
  .catch({ stage: null, toldState: null, hash: null, rowsHash: null });
export type DealDetail = z.output<typeof DealDetail>;

export const NOTHING_TOLD: DealDetail = { stage: null, toldState: null, hash: null, rowsHash: null };

export interface ProductRow {
  /** Null: the portal has no such product. */
  readonly productId: number | null;
  readonly name: string;
  readonly price: string;
}

export interface DealWanted {
  /** Given once: people change titles and responsible persons. */
  readonly created: PortalFields;
  /** Kept in step. */
  readonly kept: PortalFields;
  readonly state: SignUpState;
  /** Null: the stage stays as it is. */
  readonly stage: string | null;
  readonly rows: readonly ProductRow[];
}

/** How a sign-up is a deal. */
export function dealWanted(
  { deal, currency }: CrmMapping,
  given: { signUp: SignUpRow; facts: CrmFacts; contactId: number | null; rows: readonly ProductRow[] },
): DealWanted {
  const { signUp, facts, contactId, rows } = given;
  const state = signUp.state === 'network' ? 'new' : signUp.state;
  const { entityTypeId } = deal;
  return {
    created: {
      title: filled(deal.title, facts) || signUp.uid,
      ...originFields(entityTypeId, dealOrigin(signUp.uid)),
      ...(entityTypeId === 1 ? {} : { categoryId: deal.categoryId }),
      ...(contactId === null ? {} : { contactId }),
      ...(deal.responsibleId === null ? {} : { assignedById: deal.responsibleId }),
      ...(deal.sourceId === null ? {} : { sourceId: deal.sourceId }),
    },
    kept: userFields(deal.fields, facts, currency),
    state,
    stage: deal.stages[state],
    rows: deal.hasProductRows ? rows : [],
  };
}

export interface DealChanges {
  /** What to write; empty: nothing. */
  readonly fields: PortalFields;
  /** Null: the product rows are as they should be. */
  readonly rows: readonly ProductRow[] | null;
  /** Does the write move the deal to another stage? */
  readonly movesStage: boolean;
  /** What is known when it is written. */
  readonly detail: DealDetail;
}

/** What of a deal has to be written, by what was last written. */
export function dealChanges(wanted: DealWanted, known: DealDetail): DealChanges {
  const hash = contentHash(wanted.kept);
  const rowsHash = wanted.rows.length === 0 && known.rowsHash === null ? null : contentHash(wanted.rows);
  const isNews = wanted.state !== known.toldState;
  const stage = isNews && wanted.stage !== null ? wanted.stage : known.stage;
  const movesStage = stage !== null && stage !== known.stage;
  return {
    fields: { ...(hash === known.hash ? {} : wanted.kept), ...(movesStage ? { stageId: stage } : {}) },
    rows: rowsHash === known.rowsHash ? null : wanted.rows,
    movesStage,
    detail: { stage, toldState: wanted.state, hash, rowsHash },
  };
}
