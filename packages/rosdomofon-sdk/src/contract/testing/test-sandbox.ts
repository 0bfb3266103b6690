import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRosDomofon, type RosDomofon, type RosDomofonOptions } from '@domovoy/rosdomofon-sdk';
import { type SandboxEndpoints, type SandboxOptions, startSandbox } from '@domovoy/sandbox';

export interface TestSandbox extends AsyncDisposable {
  endpoints: SandboxEndpoints;
  /** A client of it; closed with it. */
  connect(options?: Partial<RosDomofonOptions>): RosDomofon;
  /** A call of the control API: `control('POST /faults', { kind: 'cut' })`. */
  control<Answer>(call: string, body?: object): Promise<Answer>;
}

/** A sandbox in a folder of its own, both gone when it is closed. */
export async function openTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const dataDir = mkdtempSync(join(tmpdir(), 'domovoy-rosdomofon-sdk-'));
  const sandbox = await startSandbox({ dataDir, accounts: 200, seed: 'sdk', ...options });
  const { endpoints } = sandbox;
  const clients: RosDomofon[] = [];
  return {
    endpoints,
    connect(more) {
      const { url: baseUrl, username, password } = endpoints.rosdomofon;
      const client = createRosDomofon({ baseUrl, username, password, retry: { baseDelayMs: 1 }, ...more });
      clients.push(client);
      return client;
    },
    async control<Answer>(call: string, body?: object) {
      const [method = '', path = ''] = call.split(' ');
      const response = await fetch(`${endpoints.control}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${call}: ${response.status} ${await response.text()}`);
      return (await response.json()) as Answer;
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) await client.close({ deadlineMs: 0 });
      await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
