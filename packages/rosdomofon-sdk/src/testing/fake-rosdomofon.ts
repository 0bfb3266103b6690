import { assembleAbonent, checkAbonentOptions, type RosDomofonAbonent } from '../abonent-client.ts';
import { assemble, checkOptions, type RosDomofon, type RosDomofonOptions } from '../client.ts';
import { type AnswerOf, createFakeTransport, type FakeRequest } from './fake-transport.ts';

/** Names of calls: `accounts.get`. */
type CallsOf<Client> = {
  [Resource in keyof Client & string]: Client[Resource] extends (...args: never) => unknown
    ? never
    : `${Resource}.${keyof Client[Resource] & string}`;
}[keyof Client & string];

/** They are made of other calls, which are what to answer. */
type Composed = 'accounts.findByPhone' | 'entrances.find';

export interface Fake<Client, Operation extends string> {
  /** The client to hand to what is tested: the real one, but for the network. */
  readonly client: Client;
  /**
   * What a call answers: the JSON of the service, `status(…)`, `connectionLost(…)`, or a function of the request that
   * gives one of these. Of several, each is used once, and the last one from then on.
   */
  readonly answer: (operation: Operation, ...answers: [AnswerOf, ...AnswerOf[]]) => void;
  /** What was sent, in order, sign-ins not among it. */
  readonly requests: readonly FakeRequest[];
}

export type FakeRosDomofon = Fake<RosDomofon, Exclude<CallsOf<RosDomofon>, Composed> | 'signIn'>;
export type FakeRosDomofonAbonent = Fake<RosDomofonAbonent, CallsOf<RosDomofonAbonent> | 'signIn.refresh'>;

/** Nobody wants to wait in a test. */
const RETRY = { baseDelayMs: 0 };

/** An operator's client that answers what it is told to. Parameters, errors, repeats and checks are the real ones. */
export function createFakeRosDomofon(options: Partial<RosDomofonOptions> = {}): FakeRosDomofon {
  const transport = createFakeTransport();
  const settings = checkOptions({ username: 'fake', password: 'fake', retry: RETRY, ...options });
  return { ...fake(transport), client: assemble(settings, transport) };
}

/** An abonent's client that answers what it is told to. Its abonent is signed in. */
export function createFakeRosDomofonAbonent(): FakeRosDomofonAbonent {
  const transport = createFakeTransport();
  const tokens = { accessToken: 'fake', refreshToken: 'fake', expiresAt: Date.now() + 3_600_000 };
  const settings = checkAbonentOptions({ tokens, retry: RETRY });
  return { ...fake(transport), client: assembleAbonent(settings, transport) };
}

const fake = ({ requests, answer }: ReturnType<typeof createFakeTransport>) => ({ requests, answer });
