import {
  delivered,
  failMatch,
  followedIn,
  followRosdomofon,
  isForMatching,
  judgeMatch,
  loadSignUpWork,
  matchInMirror,
  queryOf,
  settleMatch,
  skipped,
} from '@domovoy/domain';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { DeliveryHandler } from '../../handler.ts';
import { matchAtService } from './match-at-service.ts';

/** Looks for the entrance of a sign-up: in the mirror, and at RosDomofon for what the mirror does not know. */
export const signUpMatch = ({
  store,
  rosdomofonOf,
}: HandlerTools): DeliveryHandler<{ readonly signUpId: bigint }> => ({
  async handle({ companyId, payload: { signUpId }, traceparent }, { integration, signal, record }) {
    const asked = { companyId, signUpId };
    const work = await loadSignUpWork(store, asked);
    if (work === null) return skipped('SIGN_UP_GONE');
    const { signUp, policy } = work;
    if (followedIn(signUp))
      return skipped('DECIDED_ELSEWHERE', async (tx) => void (await followRosdomofon(tx, asked)));
    if (!isForMatching(signUp)) return skipped('SIGN_UP_MOVED_ON');

    const query = await queryOf(store, signUp);
    const inMirror = await matchInMirror(store, companyId, query);
    const { match, place } = await matchAtService(inMirror, query, rosdomofonOf(integration), signal);
    const decision = judgeMatch(match, query.flat ?? null, policy);
    const told =
      decision.kind === 'provision'
        ? { entranceId: decision.place.entranceId }
        : { reason: decision.reason, entrances: decision.suggestions.length };
    record({ request: { searched: place }, response: told });
    const target = { integrationId: integration.id, companyId, kind: 'rosdomofon' } as const;
    return delivered(told, (tx) => settleMatch(tx, asked, decision, { target, policy, traceparent }));
  },
  onDead: (tx, { companyId, payload: { signUpId } }, code) => failMatch(tx, { companyId, signUpId }, code),
});
