import type { Budgets, ThrottleStatus } from '@domovoy/service-kit';
import { type ExecutionResult, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { type OperationSize, VALUES_PER_COUNT } from './measure-operation.ts';

/** A point is a hundred values of an answer. */
const VALUES_PER_POINT = 100;
/** A field of a mutation writes, and may wait. */
const POINTS_PER_MUTATION = 10;

/** `extensions.cost` of an answer. */
export interface Cost {
  readonly requestedQueryCost: number;
  /** Null: it was not executed. */
  readonly actualQueryCost: number | null;
  readonly maximumAvailable: number;
  readonly throttleStatus: ThrottleStatus;
}

/** What an operation has been charged before it is executed. */
export interface Charge {
  readonly requested: number;
  /** Gives back what the answer did not need, and says how that stands. */
  settle(result: ExecutionResult): Cost;
}

export function costOf({ operation }: OperationDefinitionNode, size: OperationSize): number {
  const writes = operation === OperationTypeNode.MUTATION ? size.rootFields * POINTS_PER_MUTATION : 0;
  return Math.ceil(size.values / VALUES_PER_POINT) + writes;
}

/** Null when the key has not so much left. */
export function charge(
  budgets: Budgets,
  key: string,
  { cost, node, size }: { cost: number; node: OperationDefinitionNode; size: OperationSize },
): Charge | null {
  if (!budgets.take(key, cost)) return null;
  return {
    requested: cost,
    settle: (result) => {
      const values = Math.min(size.values, countValues(result.data));
      const actual = costOf(node, { ...size, values });
      budgets.giveBack(key, cost - actual);
      return describeCost(budgets, key, { requested: cost, actual });
    },
  };
}

export const describeCost = (
  budgets: Budgets,
  key: string,
  { requested, actual }: { requested: number; actual: number | null },
): Cost => ({
  requestedQueryCost: requested,
  actualQueryCost: actual,
  maximumAvailable: budgets.points,
  throttleStatus: budgets.status(key),
});

/** Fields of an answer, as `measureOperation` counts them. */
function countValues(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  let count = 0;
  if (Array.isArray(data)) {
    for (const entry of data) count += countValues(entry);
    return count;
  }
  // Half the time of Object.entries; a page has a thousand fields.
  for (const name in data)
    count +=
      name === 'totalCount' ? VALUES_PER_COUNT : 1 + countValues((data as Record<string, unknown>)[name]);
  return count;
}
