import { rmSync } from 'node:fs';
import { z } from 'zod';
import { readJsonIfThere, writePrivateFile } from './data-dir.ts';

/** A person who may do everything in the demo company. */
export const DemoOwner = z.object({ email: z.string(), password: z.string() });
export type DemoOwner = z.infer<typeof DemoOwner>;

/**
 * Where everything is, for other programs: `.data/endpoints.json`. It is there only while everything runs and was
 * ready. With a Kafka of one's own no sandbox runs: its keys stay and are null, only `companyShortName` is given,
 * so that a program which sends sample events cannot send them to the real service by mistake.
 */
export const Endpoints = z.object({
  graphql: z.string(),
  graphqlWs: z.string(),
  /** The /readyz addresses. */
  health: z.object({ graphql: z.string(), consumer: z.string() }),
  apiKey: z.string(),
  /** Who may sign in with `POST /auth/sign-in`; null: with a Kafka of one's own nobody is made, see `person create`. */
  owner: DemoOwner.nullable(),
  databaseUrl: z.string(),
  sandbox: z.object({
    control: z.string().nullable(),
    rosdomofon: z.object({
      url: z.string().nullable(),
      username: z.string().nullable(),
      password: z.string().nullable(),
    }),
    kafka: z.object({ brokers: z.string().nullable(), groupId: z.string().nullable() }),
    bitrix24: z.object({
      webhookUrl: z.string().nullable(),
      portalUrl: z.string().nullable(),
      oauth: z.object({
        clientId: z.string().nullable(),
        clientSecret: z.string().nullable(),
        authorizeUrl: z.string().nullable(),
      }),
    }),
    companyShortName: z.string(),
  }),
});

export type Endpoints = z.infer<typeof Endpoints>;

export const NO_SANDBOX = {
  control: null,
  rosdomofon: { url: null, username: null, password: null },
  kafka: { brokers: null, groupId: null },
  bitrix24: {
    webhookUrl: null,
    portalUrl: null,
    oauth: { clientId: null, clientSecret: null, authorizeUrl: null },
  },
} as const;

export function writeEndpoints(path: string, endpoints: Endpoints): void {
  writePrivateFile(path, `${JSON.stringify(endpoints, null, 2)}\n`);
}

export function removeEndpoints(path: string): void {
  rmSync(path, { force: true });
}

export function readEndpoints(path: string): Endpoints | null {
  const parsed = Endpoints.safeParse(readJsonIfThere(path));
  return parsed.success ? parsed.data : null;
}
