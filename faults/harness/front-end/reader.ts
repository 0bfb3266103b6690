import { type DomovoyClient, MessageAddedDocument, type SubscribeOptions } from '@domovoy/graphql-client';

/** A front-end that writes down the texts of abonents' messages as it is told of them. */
export interface Reader {
  readonly texts: readonly string[];
  readonly cursor: string | undefined;
  readonly breaks: number;
  readonly isLive: boolean;
  stop(): Promise<void>;
}

export function readMessages(client: DomovoyClient, given: SubscribeOptions = {}): Reader {
  const texts: string[] = [];
  const leaving = new AbortController();
  let cursor: string | undefined;
  let breaks = 0;
  let isLive = false;
  const follow = async () => {
    const options: SubscribeOptions = {
      ...given,
      signal: leaving.signal,
      onState: ({ state }) => {
        isLive = state === 'live';
        if (!isLive) breaks += 1;
      },
    };
    for await (const event of client.subscribe(MessageAddedDocument, {}, options)) {
      cursor = event.cursor;
      if (event.__typename === 'MessageAdded' && event.message.direction === 'IN')
        texts.push(event.message.text);
    }
  };
  const ended = follow();
  return {
    texts,
    get cursor() {
      return cursor;
    },
    get breaks() {
      return breaks;
    },
    get isLive() {
      return isLive;
    },
    stop: async () => {
      leaving.abort();
      await ended;
    },
  };
}
