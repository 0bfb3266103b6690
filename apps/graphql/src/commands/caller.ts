import type { Identity } from '@domovoy/domain';

/** Who asks: a person in a session, or a program with a key. */
export type Caller = Pick<Identity, 'companyId' | 'actor' | 'permissions' | 'session'>;
