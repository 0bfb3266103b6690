import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export interface ServerCertificate {
  /** PEM of the authority that a client has to trust. */
  ca: string;
  /** PEM of the server's key and certificate. */
  key: string;
  cert: string;
  /** File with the server's key and certificate, as a broker's PEM key store wants it. */
  keyStoreFile: string;
}

/** An authority of our own and a server certificate for localhost and 127.0.0.1. */
export async function makeServerCertificate(dir: string): Promise<ServerCertificate> {
  await mkdir(dir, { recursive: true });
  const openssl = (...args: string[]) => run('openssl', args, { cwd: dir });
  const days = ['-days', '30'];
  await openssl(
    'req',
    '-x509',
    ...NEW_KEY,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    ...days,
    '-subj',
    '/CN=Domovoy test CA',
  );
  await writeFile(
    join(dir, 'server.ext'),
    'subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n',
  );
  await openssl('req', ...NEW_KEY, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'server.ext'];
  await openssl('x509', '-req', '-in', 'server.csr', ...signing, ...days, '-out', 'server.crt');

  const read = (name: string) => readFile(join(dir, name), 'utf8');
  await writeFile(join(dir, 'server.pem'), (await read('server.key')) + (await read('server.crt')), {
    mode: 0o600,
  });
  return readServerCertificate(dir);
}

export async function readServerCertificate(dir: string): Promise<ServerCertificate> {
  const read = (name: string) => readFile(join(dir, name), 'utf8');
  return {
    ca: await read('ca.pem'),
    key: await read('server.key'),
    cert: await read('server.crt'),
    keyStoreFile: join(dir, 'server.pem'),
  };
}
