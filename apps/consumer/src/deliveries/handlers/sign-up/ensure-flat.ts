import { dead } from '@domovoy/domain';
import type { RosDomofonFlat } from '@domovoy/models';
import { upsertFlats } from '@domovoy/store';
import type { HandlerTools } from '../../delivery-handlers.ts';
import { type StepInHand, type StepPayload, stepHandler } from './step.ts';

interface Wanted {
  readonly accountId: number;
  readonly ownerId: number;
  readonly entranceId: number;
  readonly flat: string;
}

/** The abonent's flat behind the entrance: the one that there is, or a new one. */
export const ensureFlat = (tools: HandlerTools) =>
  stepHandler<StepPayload>(
    tools,
    () => 'flat',
    async (step) => {
      const wanted = wantedOf(step);
      if (wanted === null) return { outcome: dead('PLAN_INCOMPLETE') };
      const { rosdomofon, signal, plan, signUp, record } = step;
      const { accountId, ownerId, entranceId, flat } = wanted;
      const isVirtual = plan.isVirtual ?? false;
      const known = await find(step, wanted);
      if (known === null) record({ request: { create: 'flat', entranceId, flat, isVirtual } });
      const { id } =
        known ??
        (await rosdomofon.flats.create(
          { abonentId: ownerId, entranceId, flatNumber: flat, virtual: isVirtual },
          { signal },
        ));
      return {
        result: { flatId: id, flat, isMade: known === null },
        plan: { flatRosdomofonId: BigInt(id) },
        mirror: async (tx) =>
          void (await upsertFlats(tx, { companyId: signUp.companyId }, [
            {
              rosdomofonId: id,
              entranceRosdomofonId: entranceId,
              number: flat,
              accountRosdomofonId: accountId,
              ownerAbonentRosdomofonId: ownerId,
              isVirtual: known?.virtual ?? isVirtual,
              isBlocked: known?.blocked ?? null,
            },
          ])),
      };
    },
  );

const wantedOf = ({ plan }: StepInHand<StepPayload>): Wanted | null =>
  plan.accountRosdomofonId === null ||
  plan.ownerRosdomofonId === null ||
  plan.entranceRosdomofonId === null ||
  plan.flat === null
    ? null
    : {
        accountId: Number(plan.accountRosdomofonId),
        ownerId: Number(plan.ownerRosdomofonId),
        entranceId: Number(plan.entranceRosdomofonId),
        flat: plan.flat,
      };

/** Among the account's own, then among the entrance's: a flat without a service may not be its account's yet. */
async function find(
  { rosdomofon, signal }: StepInHand<StepPayload>,
  { accountId, ownerId, entranceId, flat }: Wanted,
): Promise<RosDomofonFlat | null> {
  const isIt = ({ address }: RosDomofonFlat): boolean =>
    address?.entrance?.id === entranceId && String(address.flat) === flat;
  const own = await rosdomofon.accounts.flats({ accountId }, { signal });
  const found = own.find(isIt);
  if (found) return found;
  const behind = await rosdomofon.entrances.flats({ entranceId }, { signal });
  const isTheirs = (one: RosDomofonFlat): boolean =>
    one.owner?.id === ownerId && (one.accountId ?? accountId) === accountId;
  return behind.find((one) => isIt(one) && isTheirs(one)) ?? null;
}
