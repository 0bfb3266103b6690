import { accountNumbers, type StepResult } from '@domovoy/domain';
import type { CreatedAccount, RosDomofonAccount } from '@domovoy/models';
import { NotFoundError, RequestRejectedError } from '@domovoy/rosdomofon-sdk';
import { type AccountMirrorRow, upsertAccounts } from '@domovoy/store';
import type { HandlerTools } from '../../delivery-handlers.ts';
import { accountReadings } from '../account/account-readings.ts';
import { type StepInHand, type StepPayload, stepHandler } from './step.ts';

/** The abonent's accounts in the mirror that are worth asking for. */
const MOST_KNOWN = 5;

interface Ensured {
  readonly account: AccountMirrorRow;
  readonly isMade: boolean;
}

/** The account of the abonent's phone: the one that there is, or a new one. */
export const ensureAccount = (tools: HandlerTools) =>
  stepHandler<StepPayload>(
    tools,
    () => 'account',
    async (step) => {
      const known = (await inMirror(tools, step)) ?? (await atService(step));
      // What the hub itself made while the list was read may have been read past: the mirror has it.
      const ensured = known ?? (await inMirror(tools, step)) ?? (await create(step));
      return resultOf(ensured, step);
    },
  );

const found = ({ id, number, owner, blocked, blockReason }: RosDomofonAccount): Ensured => ({
  account: {
    rosdomofonId: id,
    number: number ?? null,
    ownerAbonentRosdomofonId: owner.id,
    phone: owner.phone,
    isBlocked: blocked,
    blockReason: blockReason ?? null,
  },
  isMade: false,
});

const made = ({ id, owner }: CreatedAccount, number: string, phone: string): Ensured => ({
  account: {
    rosdomofonId: id,
    number,
    ownerAbonentRosdomofonId: owner.id,
    phone,
    isBlocked: false,
    blockReason: null,
  },
  isMade: true,
});

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
      if (account.owner.phone === null || account.owner.phone === signUp.phone) return found(account);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
  return null;
}

/** Reads the whole list, together with whoever else waits for it: only when an account is about to be created. */
async function atService({
  signUp,
  mayBeDone,
  rosdomofon,
  signal,
}: StepInHand<StepPayload>): Promise<Ensured | null> {
  const accounts = await accountReadings(rosdomofon).read({ isFresh: mayBeDone, signal });
  const known = accounts.byPhone.get(signUp.phone);
  if (known !== undefined) return found(known);
  accounts.assertComplete();
  return null;
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
      const { phone } = signUp;
      return made(await rosdomofon.accounts.create({ number, phone }, { signal }), number, phone);
    } catch (error) {
      const isLast = at === numbers.length - 1;
      if (!(error instanceof RequestRejectedError) || isLast) throw error;
    }
  }
  throw new TypeError('there is always a number');
}

function resultOf({ account, isMade }: Ensured, { signUp }: StepInHand<StepPayload>): StepResult {
  const { rosdomofonId, number, ownerAbonentRosdomofonId } = account;
  return {
    result: { accountId: rosdomofonId, number, isMade },
    plan: {
      accountRosdomofonId: BigInt(rosdomofonId),
      accountNumber: number,
      ownerRosdomofonId: BigInt(ownerAbonentRosdomofonId),
    },
    mirror: async (tx) => void (await upsertAccounts(tx, { companyId: signUp.companyId }, [account])),
  };
}
