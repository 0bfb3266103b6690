import { groupApis } from './apis/group-apis.ts';
import { offsetApis } from './apis/offset-apis.ts';
import { recordApis } from './apis/record-apis.ts';
import { producerApis, sessionApis } from './apis/session-apis.ts';
import { topicApis } from './apis/topic-apis.ts';
import type { Codec, ValueOf } from './codec.ts';

/**
 * Every request that is offered, with its versions and its layout.
 *
 * The upper bound of a range is the last version before the "flexible" encoding, or the last one of use here.
 * The LOWER bounds matter as much: librdkafka 2.0.2 (Debian's kcat) switches its group consumer off, and says nothing, unless
 * exactly FindCoordinator 0, JoinGroup 0, SyncGroup 0, Heartbeat 0, LeaveGroup 0, OffsetFetch 1 and OffsetCommit 1 and 2 are
 * within them. Python clients pinned to Kafka 0.10.0 use Produce 2, Fetch 2, ListOffsets 0 and Metadata 1.
 */
const definitions = {
  ...recordApis,
  ...topicApis,
  ...groupApis,
  ...offsetApis,
  ...sessionApis,
  ...producerApis,
};

type Definitions = typeof definitions;
export type ApiName = keyof Definitions;
export type Requests = { [N in ApiName]: ValueOf<Definitions[N]['request']> };
export type Responses = { [N in ApiName]: ValueOf<Definitions[N]['response']> };

export interface Api<N extends ApiName> {
  readonly key: number;
  readonly versions: readonly [min: number, max: number];
  readonly request: Codec<Requests[N]>;
  readonly response: Codec<Responses[N]>;
}

export const apis: { readonly [N in ApiName]: Api<N> } = definitions;

const isApiName = (name: string): name is ApiName => Object.hasOwn(definitions, name);
const namesByKey = new Map<number, ApiName>(
  Object.keys(definitions)
    .filter(isApiName)
    .map((name) => [definitions[name].key, name]),
);

export const apiName = (key: number): ApiName | undefined => namesByKey.get(key);

export function offersVersion(name: ApiName, version: number): boolean {
  const [min, max] = apis[name].versions;
  return version >= min && version <= max;
}

/** The answer to "what do you speak?". */
export const offeredVersions = Object.values(definitions).map(({ key, versions: [min, max] }) => ({
  key,
  min,
  max,
}));
