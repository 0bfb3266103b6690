import type { Call } from '../call/call.ts';
import { whileWaiting } from '../call/interruption.ts';
import { AuthenticationError } from '../errors.ts';
import type { Tokens } from '../sign-in/tokens.ts';

/** Adds the token. When the service refuses it, one new token and one repeat: never a loop. */
export async function authorize<T>(call: Call, tokens: Tokens, attempt: () => Promise<T>): Promise<T> {
  call.token = await whileWaiting(tokens.current(), call);
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    call.token = await whileWaiting(tokens.replace(call.token), call);
    return await attempt();
  }
}
