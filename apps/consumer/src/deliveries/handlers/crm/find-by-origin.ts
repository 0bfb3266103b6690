import type { Bitrix24 } from '@domovoy/bitrix24-sdk';
import { originFields } from '@domovoy/domain';
import type { CrmWork } from './crm-work.ts';

export interface FoundByOrigin {
  readonly id: number;
  readonly stageId?: string | null | undefined;
}

/** Below a page of 50 rows: a name that is there twice must not push another one out. */
const MOST_NAMES = 40;
/** So long the first of them waits for others. */
const GATHER_MS = 10;

/**
 * What the hub planted when it created it; null: it never did, or it is gone. Of several the oldest. Forty that look at
 * the same time are one call: it is the one that every creation begins with.
 */
export function findByOrigin(
  { portal }: Pick<CrmWork, 'portal'>,
  { entityTypeId, originId }: { entityTypeId: number; originId: string },
): Promise<FoundByOrigin | null> {
  const looks = looksOf(portal);
  let look = looks.get(entityTypeId);
  if (look === undefined || look.names.size >= MOST_NAMES) {
    look = beginLook(portal, entityTypeId, () => {
      if (looks.get(entityTypeId) === look) looks.delete(entityTypeId);
    });
    looks.set(entityTypeId, look);
  }
  const [field = '', name = ''] = Object.entries(originFields(entityTypeId, originId)).at(-1) ?? [];
  look.names.add(name);
  return look.rows.then((rows) => rows.find((row) => row[field] === name) ?? null);
}

interface Look {
  readonly names: Set<string>;
  readonly rows: Promise<readonly (FoundByOrigin & Readonly<Record<string, unknown>>)[]>;
}

const looksByPortal = new WeakMap<Bitrix24, Map<number, Look>>();

function looksOf(portal: Bitrix24): Map<number, Look> {
  const known = looksByPortal.get(portal);
  if (known) return known;
  const looks = new Map<number, Look>();
  looksByPortal.set(portal, looks);
  return looks;
}

function beginLook(portal: Bitrix24, entityTypeId: number, onBegin: () => void): Look {
  const names = new Set<string>();
  const look = async () => {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    onBegin();
    // The last of the fields is the name; the one before it is the same for all.
    const [field, ...common] = Object.entries(originFields(entityTypeId, '')).toReversed();
    const { rows } = await portal.items.list(
      {
        entityTypeId,
        filter: {
          ...Object.fromEntries(common.map(([key, value]) => [`=${key}`, value])),
          [`@${field?.[0]}`]: [...names],
        },
        select: ['id', field?.[0] ?? '', ...(entityTypeId === 3 ? [] : ['stageId'])],
        order: { id: 'ASC' },
      },
      { gather: true, start: -1 },
    );
    return rows;
  };
  return { names, rows: look() };
}
