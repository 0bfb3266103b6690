import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface TestCertificate {
  /** PEM of the authority that clients are to trust, and where it is. */
  readonly ca: string;
  readonly caFile: string;
  readonly key: string;
  readonly cert: string;
}

/** An authority of its own and a certificate for this machine, made with openssl in `dir`. */
export function createCertificate(dir: string): TestCertificate {
  const file = (name: string) => path.join(dir, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-days',
    '2',
    '-subj',
    '/CN=Test authority',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );
  openssl('req', ...newKey, '-subj', '/CN=localhost', '-keyout', 'server.key', '-out', 'server.csr');
  writeFileSync(file('extensions'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  const signWith = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'extensions'];
  openssl('x509', '-req', '-in', 'server.csr', ...signWith, '-days', '2', '-out', 'server.pem');
  const read = (name: string) => readFileSync(file(name), 'utf8');
  return { ca: read('ca.pem'), caFile: file('ca.pem'), key: read('server.key'), cert: read('server.pem') };
}
