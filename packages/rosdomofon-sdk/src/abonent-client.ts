import { z } from 'zod';
import { createApi } from './call/api.ts';
import type { Transport } from './call/call.ts';
import type { ExchangeContext } from './call/exchange.ts';
import { ClientOptions, check } from './options.ts';
import { createRedactor } from './redact.ts';
import { cameras } from './resources/app/cameras.ts';
import { keys } from './resources/app/keys.ts';
import { settings as abonentSettings } from './resources/app/settings.ts';
import { type AbonentTokens, createAbonentSignIn } from './sign-in/abonent.ts';
import { createTransport } from './transport.ts';

const Options = ClientOptions.extend({
  /** Of an earlier sign-in. */
  tokens: z
    .strictObject({ accessToken: z.string().min(1), refreshToken: z.string(), expiresAt: z.number() })
    .optional(),
  /** Told of every new pair of tokens, before it is used; calls wait for it. Keep them as a secret. */
  onTokens: z
    .custom<(tokens: AbonentTokens) => void | Promise<void>>((value) => typeof value === 'function')
    .optional(),
});
export type RosDomofonAbonentOptions = z.input<typeof Options>;
type Settings = z.output<typeof Options>;

/** RosDomofon as the application of one abonent sees it. */
export type RosDomofonAbonent = ReturnType<typeof assembleAbonent>;

/** @throws {ConfigurationError} names everything that is wrong with the options. */
export function createRosDomofonAbonent(options: RosDomofonAbonentOptions = {}): RosDomofonAbonent {
  const settings = checkAbonentOptions(options);
  return assembleAbonent(settings, createTransport(settings));
}

export const checkAbonentOptions = (options: RosDomofonAbonentOptions): Settings =>
  check(Options, options, 'createRosDomofonAbonent');

export function assembleAbonent(settings: Settings, transport: Transport) {
  const redact = createRedactor({ hidePhones: settings.hidePhones, secrets: () => tokens.secrets() });
  const context: ExchangeContext = { transport, settings, redact };
  const { signIn, tokens } = createAbonentSignIn(context, {
    tokens: settings.tokens,
    onTokens: settings.onTokens,
  });
  const api = createApi({ ...context, tokens });
  const close = async ({ deadlineMs = 10_000 } = {}) => transport.close({ deadlineMs });
  return {
    signIn,
    keys: keys(api),
    cameras: cameras(api),
    settings: abonentSettings(api),
    /** Waits for what is running, at most so long (10 s), and cuts off the rest. */
    close,
    [Symbol.asyncDispose]: () => close(),
  };
}
