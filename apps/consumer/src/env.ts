import { CompanyShortName } from '@domovoy/models';
import {
  databaseEnv,
  envVariable,
  healthEnv,
  httpAccessEnv,
  kafkaEnv,
  logEnv,
  numberEnv,
  publicUrlEnv,
  readEnv,
  secretKeyEnv,
} from '@domovoy/service-kit';

const HOUR_MS = 60 * 60_000;

const daysEnv = (name: string, fallback: number, what: string) =>
  numberEnv(name, { fallback, min: 1, max: 36_500, expected: `days after which ${what} are forgotten` });

/** Cursors of the feed, events, runs, deliveries: how long they are kept. */
const retentionEnv = () => ({
  feedDays: daysEnv('RETENTION_FEED_DAYS', 14, 'changes, and cursors of subscriptions with them,'),
  eventDays: daysEnv('RETENTION_EVENTS_DAYS', 90, 'events that were taken in'),
  deadEventDays: daysEnv('RETENTION_DEAD_EVENTS_DAYS', 365, 'events that could not be read'),
  deliveryDays: daysEnv('RETENTION_DELIVERIES_DAYS', 90, 'settled deliveries'),
  runDays: daysEnv('RETENTION_RUNS_DAYS', 90, 'runs of the mirror, and jobs, that are over'),
});

/**
 * Without any KAFKA_ variable the process works for the integrations in the database alone, without any ROSDOMOFON_ one
 * the mirror of the environment's integration is off.
 */
export const readConsumerEnv = () =>
  readEnv(
    {
      database: databaseEnv(),
      kafka: kafkaEnv(),
      rosdomofon: httpAccessEnv({
        url: 'ROSDOMOFON_URL',
        username: 'ROSDOMOFON_USERNAME',
        password: 'ROSDOMOFON_PASSWORD',
      }),
      syncEveryMs: numberEnv('ROSDOMOFON_SYNC_EVERY_MS', {
        fallback: 6 * HOUR_MS,
        min: 1_000,
        max: 30 * 24 * HOUR_MS,
        expected: 'milliseconds between two full imports',
      }),
      requestsPerSecond: numberEnv('ROSDOMOFON_REQUESTS_PER_SECOND', {
        fallback: 20,
        min: 1,
        max: 10_000,
        expected: 'requests a second to the RosDomofon of one company, of deliveries and the mirror together',
      }),
      ...retentionEnv(),
      companyShortName: envVariable('COMPANY_SHORT_NAME', CompanyShortName.optional(), {
        expected: 'the short name of the company at RosDomofon; its topics end with it',
      }),
      encryptionKey: secretKeyEnv('ENCRYPTION_KEY'),
      previousEncryptionKey: secretKeyEnv('ENCRYPTION_KEY_PREVIOUS'),
      hooksUrl: publicUrlEnv('HOOKS_PUBLIC_URL'),
      reconcileEveryMs: numberEnv('BITRIX24_RECONCILE_EVERY_MS', {
        fallback: 10 * 60_000,
        min: 1_000,
        max: 24 * HOUR_MS,
        expected: 'milliseconds between two looks at what changed in a portal',
      }),
      operatingSeconds: numberEnv('BITRIX24_OPERATING_SECONDS', {
        fallback: 480,
        min: 1,
        max: 10_000_000,
        expected: 'seconds that a portal runs one method for us within ten minutes',
      }),
      rosdomofonRequestTimeoutMs: numberEnv('ROSDOMOFON_REQUEST_TIMEOUT_MS', {
        fallback: 8_000,
        min: 100,
        // Below the time of an attempt, so that a call that hangs is told as such, and not cut off with its handler.
        max: 24_000,
        expected: 'milliseconds after which a call that RosDomofon has not answered is given up',
      }),
      portalRequestTimeoutMs: numberEnv('BITRIX24_REQUEST_TIMEOUT_MS', {
        fallback: 40_000,
        min: 100,
        max: 40_000,
        expected: 'milliseconds after which a request that a portal has not answered is given up',
      }),
      portalCutMs: numberEnv('BITRIX24_CUT_MS', {
        fallback: 60_000,
        min: 0,
        max: 10 * 60_000,
        expected: 'milliseconds after which a portal has cut off a call that it did not answer',
      }),
      health: healthEnv({ defaultPort: 9464 }),
      log: logEnv(),
    },
    process.env,
    {
      together: [['KAFKA_BROKERS', 'COMPANY_SHORT_NAME']],
      requires: { ROSDOMOFON_URL: 'COMPANY_SHORT_NAME', ENCRYPTION_KEY_PREVIOUS: 'ENCRYPTION_KEY' },
    },
  );
