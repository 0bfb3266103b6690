import { CompanyShortName } from '@domovoy/models';
import {
  databaseEnv,
  envVariable,
  healthEnv,
  kafkaEnv,
  logEnv,
  readEnv,
  secretKeyEnv,
} from '@domovoy/service-kit';

/** Without any KAFKA_ variable the process works for the integrations in the database alone. */
export const readConsumerEnv = () =>
  readEnv(
    {
      database: databaseEnv(),
      kafka: kafkaEnv(),
      companyShortName: envVariable('COMPANY_SHORT_NAME', CompanyShortName.optional(), {
        expected: 'the short name of the company at RosDomofon; its topics end with it',
      }),
      encryptionKey: secretKeyEnv('ENCRYPTION_KEY'),
      health: healthEnv({ defaultPort: 9464 }),
      log: logEnv(),
    },
    process.env,
    { together: [['KAFKA_BROKERS', 'COMPANY_SHORT_NAME']] },
  );
