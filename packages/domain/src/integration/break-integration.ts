import { type Executor, type IntegrationRow, updateIntegration } from '@domovoy/store';
import { type ConnectionTrouble, troubleText } from './bitrix24/connection-trouble.ts';
import { INTEGRATION_TRANSITIONS, type IntegrationState } from './integration-transitions.ts';

type Which = Pick<IntegrationRow, 'id' | 'companyId'>;

const statesBefore = (to: IntegrationState): IntegrationState[] =>
  (Object.keys(INTEGRATION_TRANSITIONS) as IntegrationState[]).filter((from) =>
    INTEGRATION_TRANSITIONS[from].includes(to),
  );

/** What follows from these is no news: the token of an application that was taken away is refused, too. */
const SAYS_MORE: readonly string[] = [
  'APPLICATION_REMOVED',
  'AUTHORIZATION_AWAITED',
] satisfies ConnectionTrouble[];

/** A person has to act, and is told why. One that is paused stays paused: nobody works with it. */
export const breakIntegration = (
  db: Executor,
  { id, companyId }: Which,
  code: ConnectionTrouble,
): Promise<boolean> =>
  updateIntegration(
    db,
    {
      id,
      companyId,
      from: statesBefore('broken').filter((state) => state !== 'paused'),
      ...(code === 'AUTHORIZATION_LOST' ? { unlessCodes: SAYS_MORE } : {}),
    },
    { state: 'broken', stateCode: code, stateReason: troubleText(code, 'en') },
  );

/** It was broken, and works again. */
export const healIntegration = (db: Executor, { id, companyId }: Which): Promise<boolean> =>
  updateIntegration(
    db,
    { id, companyId, from: ['broken'] },
    { state: 'active', stateCode: null, stateReason: null },
  );
