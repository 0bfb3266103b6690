// A program: the sandbox with a portal of so many contacts behind TLS, since b24jssdk takes nothing else. Tells where it is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox } from '@domovoy/sandbox';

const [, , dataDir = '', contacts = '0'] = process.argv;
const read = (name: string) => readFileSync(join(dataDir, name), 'utf8');
const sandbox = await startSandbox({
  dataDir: join(dataDir, 'sandbox'),
  accounts: 1,
  bitrix24: {
    contacts: Number(contacts),
    limits: 'off',
    tls: { key: read('key.pem'), cert: read('cert.pem') },
  },
});
process.send?.(sandbox.endpoints);
process.on('SIGTERM', () => void sandbox.close().then(() => process.exit(0)));
