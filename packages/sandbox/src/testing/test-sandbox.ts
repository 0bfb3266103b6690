import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox.ts';
import type { RecordPosition } from '../topics/event-log.ts';

/** A folder that goes away with the test. */
export function temporaryFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'domovoy-sandbox-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export interface TestSandbox extends Sandbox {
  call: CallApi;
}

/** A sandbox in a folder of its own, both gone when it is closed. */
export async function openTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const folder = temporaryFolder();
  const sandbox = await startSandbox({ dataDir: folder.path, ...options }).catch((error: unknown) => {
    folder[Symbol.dispose]();
    throw error;
  });
  const close = async () => {
    await sandbox.close();
    folder[Symbol.dispose]();
  };
  return { ...sandbox, close, [Symbol.asyncDispose]: close, call: callApi(sandbox.endpoints.control) };
}

/** Every field that some call answers with: each test knows which of them it asked for. */
interface AnswerBody {
  signUps: { id: number; uid: string; status: string; records: RecordPosition[] }[];
  messages: { abonentId: number; text: string; key: string; event: { message: string } }[];
  poison: ({ kind: string; expected: string | null } & RecordPosition)[];
  topics: Record<string, number>;
  next: string;
  code: string;
  message: string;
  accepted: Record<string, string>;
}

export interface Answer {
  status: number;
  body: AnswerBody;
  text: string;
}
export type CallApi = (call: string, body?: unknown) => Promise<Answer>;

/** `call('POST /sign-ups', { count: 2 })` */
export const callApi =
  (url: string): CallApi =>
  async (call, body) => {
    const [method, path] = call.split(' ');
    const response = await fetch(`${url}${path}`, {
      ...(method === undefined ? {} : { method }),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, text, body: JSON.parse(isJson ? text : '{}') };
  };
