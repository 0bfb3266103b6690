// Takes a decision back, and stands still before or after the commit: for tests that kill it there. Arguments: the database,
// the company, the sign-up, the idempotency key, `before` or `after`.
import { actOnce, type DecisionToUndo, undoDecision } from '@domovoy/domain';
import { openStore, type Store } from '@domovoy/store';

const [url = '', companyId = '', signUpId = '', idempotencyKey = '', moment = ''] = process.argv.slice(2);
const store = openStore(url, { applicationName: 'undo' });
const untilKilled = () => new Promise<never>(() => setInterval(() => undefined, 60_000));

/** The same store, whose transactions stand still when all is done but the commit. */
const stopping: Store = new Proxy(store, {
  get(target, name, receiver) {
    if (name !== 'transaction') return Reflect.get(target, name, receiver) as unknown;
    const transaction: Store['transaction'] = (work) =>
      target.transaction(async (tx) => {
        await work(tx);
        process.send?.('before');
        return untilKilled();
      });
    return transaction;
  },
});

const given: DecisionToUndo = {
  companyId: BigInt(companyId),
  signUpId: BigInt(signUpId),
  actor: 'user:1',
};
await actOnce(
  moment === 'before' ? stopping : store,
  { mutation: 'undo', idempotencyKey },
  given,
  undoDecision,
);
process.send?.('after');
await untilKilled();
