import { accountNumbers, type StepResult } from '@domovoy/domain';
import type { CreatedAccount, RosDomofonAccount } from '@domovoy/models';
import { NotFoundError, RequestRejectedError } from '@domovoy/rosdomofon-sdk';
import { mirrorEnsuredAccount } from '@domovoy/store';
import type { HandlerTools } from '../../delivery-handlers.ts';
import { type StepInHand, type StepPayload, stepHandler } from './step.ts';

/** The abonent's accounts in the mirror that are worth asking for. */
const MOST_KNOWN = 5;

interface Ensured {
  readonly id: number;
  readonly number: string | null;
  readonly ownerId: number;
  readonly isMade: boolean;
}

/** The account of the abonent's phone: the one that there is, or a new one. */
export const ensureAccount = (tools: HandlerTools) =>
  stepHandler<StepPayload>(
    tools,
    () => 'account',
    async (step) => {
      const account = (await inMirror(tools, step)) ?? (await atService(step)) ?? (await create(step));
      return resultOf(account, step);
    },
  );

const ensured = (
  { id, number, owner }: Pick<RosDomofonAccount, 'id' | 'number' | 'owner'>,
  isMade = false,
): Ensured => ({ id, number: number ?? null, ownerId: owner.id, isMade });

/** What the mirror knows may be gone by now: RosDomofon confirms it. */
async function inMirror(
  { store }: HandlerTools,
  { signUp, rosdomofon, signal }: StepInHand<StepPayload>,
): Promise<Ensured | null> {
  const known = await store
    .company(signUp.companyId)
    .loadAccountsByPhone({ phones: [signUp.phone], limit: MOST_KNOWN });
  for (const { rosdomofonId } of known) {
    try {
      const account = await rosdomofon.accounts.get({ accountId: Number(rosdomofonId) }, { signal });
      if (account.owner.phone === null || account.owner.phone === signUp.phone) return ensured(account);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
  return null;
}

/** Reads the whole list: only when an account is about to be created. */
async function atService({ signUp, rosdomofon, signal }: StepInHand<StepPayload>): Promise<Ensured | null> {
  const found = await rosdomofon.accounts.findByPhone({ phone: signUp.phone }, { signal });
  return found === undefined ? null : ensured(found);
}

/** Under the first of the wanted numbers that RosDomofon takes. */
async function create({
  signUp,
  plan,
  policy,
  rosdomofon,
  signal,
  record,
}: StepInHand<StepPayload>): Promise<Ensured> {
  const numbers = accountNumbers(policy.rules.accountNumber, { ...signUp, flat: plan.flat });
  for (const [at, number] of numbers.entries()) {
    try {
      record({ request: { create: 'account', number } });
      const made: CreatedAccount = await rosdomofon.accounts.create(
        { number, phone: signUp.phone },
        { signal },
      );
      return ensured({ ...made, number }, true);
    } catch (error) {
      const isLast = at === numbers.length - 1;
      if (!(error instanceof RequestRejectedError) || isLast) throw error;
    }
  }
  throw new TypeError('there is always a number');
}

function resultOf(account: Ensured, { signUp }: StepInHand<StepPayload>): StepResult {
  const { id, number, ownerId, isMade } = account;
  return {
    result: { accountId: id, number, isMade },
    plan: {
      accountRosdomofonId: BigInt(id),
      accountNumber: number,
      ownerRosdomofonId: BigInt(ownerId),
    },
    mirror: (tx) =>
      mirrorEnsuredAccount(tx, {
        companyId: signUp.companyId,
        rosdomofonId: BigInt(id),
        number,
        ownerAbonentRosdomofonId: BigInt(ownerId),
        phone: signUp.phone,
      }),
  };
}
