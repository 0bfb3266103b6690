import { z } from 'zod';
import { type Api, createApi } from './call/api.ts';
import type { Transport } from './call/call.ts';
import { ClientOptions, check } from './options.ts';
import { createRedactor } from './redact.ts';
import { abonents } from './resources/abonents/abonents.ts';
import { accounts } from './resources/accounts/accounts.ts';
import { actionTokens } from './resources/action-tokens/action-tokens.ts';
import type { EntranceCache } from './resources/entrances/entrance-cache.ts';
import { entrances } from './resources/entrances/entrances.ts';
import { flats } from './resources/flats/flats.ts';
import { messages } from './resources/messages/messages.ts';
import { serviceConnections } from './resources/service-connections/service-connections.ts';
import { services } from './resources/services/services.ts';
import { signUps } from './resources/sign-ups/sign-ups.ts';
import { createOperatorTokens } from './sign-in/operator.ts';
import { createTransport } from './transport.ts';

const Options = ClientOptions.extend({
  username: z.string().min(1),
  password: z.string().min(1),
  /** What `entrances.find` remembers; in memory when absent. */
  entranceCache: z
    .custom<EntranceCache>((value) => typeof value === 'object' && value !== null && 'get' in value, {
      error: 'expected an object with get and set',
    })
    .optional(),
});
export type RosDomofonOptions = z.input<typeof Options>;
type Settings = z.output<typeof Options>;

const resourcesOf = (api: Api, { entranceCache }: Settings) => ({
  abonents: abonents(api),
  accounts: accounts(api),
  actionTokens: actionTokens(api),
  entrances: entrances(api, entranceCache),
  flats: flats(api),
  messages: messages(api),
  serviceConnections: serviceConnections(api),
  services: services(api),
  signUps: signUps(api),
});

/** RosDomofon as an operator sees it. */
export interface RosDomofon extends ReturnType<typeof resourcesOf>, AsyncDisposable {
  /** Signs in now, instead of with the first call: to find out whether the credentials are right. */
  signIn(): Promise<void>;
  /** Waits for what is running, at most so long (10 s), and cuts off the rest. */
  close(options?: { deadlineMs?: number }): Promise<void>;
}

/** @throws {ConfigurationError} names everything that is wrong with the options. */
export function createRosDomofon(options: RosDomofonOptions): RosDomofon {
  const settings = checkOptions(options);
  return assemble(settings, createTransport(settings));
}

export const checkOptions = (options: RosDomofonOptions): Settings =>
  check(Options, options, 'createRosDomofon');

export function assemble(settings: Settings, transport: Transport): RosDomofon {
  const { hidePhones, password } = settings;
  const redact = createRedactor({ hidePhones, secrets: () => [password, ...tokens.secrets()] });
  const tokens = createOperatorTokens({ transport, settings, redact }, settings);
  const close = async ({ deadlineMs = 10_000 } = {}) => transport.close({ deadlineMs });
  return {
    ...resourcesOf(createApi({ transport, settings, redact, tokens }), settings),
    async signIn() {
      await tokens.current();
    },
    close,
    [Symbol.asyncDispose]: () => close(),
  };
}
