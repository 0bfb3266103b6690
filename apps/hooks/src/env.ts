import {
  databaseEnv,
  healthEnv,
  httpEnv,
  logEnv,
  networksEnv,
  numberEnv,
  readEnv,
  secretKeyEnv,
} from '@domovoy/service-kit';
import { LIMITS } from './limits/limits.ts';

/** The only file of this app that reads the environment. */
export const readHooksEnv = () =>
  readEnv(
    {
      database: databaseEnv(),
      http: httpEnv({ defaultPort: 4002 }),
      health: healthEnv({ defaultPort: 9465 }),
      /** Without it no application can be installed or authorised: what is secret about that could not be kept. */
      encryptionKey: secretKeyEnv('ENCRYPTION_KEY'),
      previousEncryptionKey: secretKeyEnv('ENCRYPTION_KEY_PREVIOUS'),
      eventsPerSecond: numberEnv('HOOKS_EVENTS_PER_SECOND', {
        fallback: LIMITS.events.pointsPerSecond,
        min: 1,
        max: 100_000,
        expected: 'events a second that are taken from one portal, by all processes together',
      }),
      eventsBurst: numberEnv('HOOKS_EVENTS_BURST', {
        fallback: LIMITS.events.points,
        min: 1,
        max: 10_000_000,
        expected: 'events that are taken from one portal at once',
      }),
      trustedProxies: networksEnv('TRUSTED_PROXIES'),
      log: logEnv(),
    },
    process.env,
    { requires: { ENCRYPTION_KEY_PREVIOUS: 'ENCRYPTION_KEY' } },
  );
