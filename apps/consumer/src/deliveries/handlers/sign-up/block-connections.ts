import {
  connectionsMade,
  isMadeBy,
  mirrorServiceConnections,
  type StepResult,
  serviceConnectionRows,
} from '@domovoy/domain';
import type { ServiceConnection } from '@domovoy/models';
import { listStepsOf } from '@domovoy/store';
import type { HandlerTools } from '../../delivery-handlers.ts';
import { type StepPayload, stepHandler } from './step.ts';

/**
 * Blocks what was connected for a sign-up that is taken back. Which connections those are is asked when its turn comes: the
 * step that made them may have been in work when a person decided. What the abonent had before stays.
 */
export const blockConnections = (tools: HandlerTools) =>
  stepHandler<StepPayload>(
    tools,
    () => 'block_connections',
    async ({ plan, signUp, rosdomofon, signal, record }) => {
      const { accountRosdomofonId, flatRosdomofonId } = plan;
      if (accountRosdomofonId === null || flatRosdomofonId === null) return none();
      const accountId = Number(accountRosdomofonId);
      const there = await rosdomofon.accounts.connections({ accountId }, { signal });
      const ofFlat = there.filter(({ flat }) => flat.id === Number(flatRosdomofonId));
      const made = await madeOf(tools, signUp.id, ofFlat);
      // It may have been there before: a person has to look.
      if (made === null) return { ...none(), skippedFor: 'UNKNOWN_WHAT_WAS_MADE' };
      const toBlock = made.filter(({ blocked }) => !blocked);
      record({ request: { block: toBlock.map(({ id }) => id) } });
      for (const { id } of toBlock)
        await rosdomofon.serviceConnections.block({ connectionId: id }, { signal });
      return {
        result: { blocked: made.map(({ id }) => id) },
        async mirror(tx) {
          const rows = made.map((one) => serviceConnectionRows({ ...one, blocked: true }, accountId));
          await mirrorServiceConnections(tx, { companyId: signUp.companyId }, rows);
        },
      };
    },
  );

const none = (): StepResult => ({ result: { blocked: [] } });

/** Of those that the flat has; null: nobody knows. */
async function madeOf(
  { store }: HandlerTools,
  signUpId: bigint,
  ofFlat: readonly ServiceConnection[],
): Promise<readonly ServiceConnection[] | null> {
  const steps = await listStepsOf(store.db, signUpId);
  const connected = steps.find(({ step }) => step === 'connections');
  if (connected === undefined) return [];
  const made = connectionsMade(connected);
  if (made !== null) return ofFlat.filter(({ id }) => made.includes(id));
  // The step never told its end: of a flat that was made for this sign-up all are.
  const flat = steps.find(({ step }) => step === 'flat');
  if (flat !== undefined && isMadeBy(flat)) return ofFlat;
  return ofFlat.length === 0 ? [] : null;
}
