import { failStep, judgeMatch, loadSignUpWork, matchInMirror, queryOf, settleMatch } from '@domovoy/domain';
import { notifyChanges, type Store } from '@domovoy/store';
import type { Tenant } from './tenant.ts';

/** What the consumer does about a company's sign-ups, as far as no service is asked. */
export interface TestSignUps {
  /** Looks for the entrance in the mirror, and settles that. */
  match(uid: string): Promise<void>;
  /** The step that waits has failed for good. */
  fail(uid: string, step: 'account' | 'status', code: string): Promise<void>;
}

export function testSignUps(store: Store, { company, integrationId }: Tenant): TestSignUps {
  const companyId = company.id;
  const target = { integrationId, companyId, kind: 'rosdomofon' } as const;
  const load = async (uid: string) => {
    const page = { direction: 'forward', limit: 1, cursor: null } as const;
    const [row] = (await store.company(companyId).listSignUps({ filter: { uid }, page })).rows;
    if (row === undefined) throw new TypeError('no such sign-up');
    return row;
  };
  return {
    match: async (uid) => {
      const { id } = await load(uid);
      const work = await loadSignUpWork(store, { companyId, signUpId: id });
      if (work === null) throw new TypeError('no such sign-up');
      const { signUp, policy } = work;
      const found = await matchInMirror(store, companyId, await queryOf(store, signUp));
      const decision = judgeMatch(found, signUp.flat, policy);
      await store.transaction((tx) =>
        settleMatch(tx, { companyId, signUpId: id }, decision, { target, policy }),
      );
      await notifyChanges(store);
    },
    fail: async (uid, step, code) => {
      const { id, version } = await load(uid);
      await store.transaction((tx) => failStep(tx, { companyId, signUpId: id, version, step }, code));
      await notifyChanges(store);
    },
  };
}
