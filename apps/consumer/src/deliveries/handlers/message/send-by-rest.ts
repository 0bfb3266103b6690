import { dead, delivered } from '@domovoy/domain';
import { KNOWN_MESSAGE_CHANNELS, type RosDomofonMessage } from '@domovoy/models';
import type { RosDomofon } from '@domovoy/rosdomofon-sdk';
import { countToldSince, type IntegrationWithCompany, type MessageToSend, type Store } from '@domovoy/store';
import { settleSent } from './settle-sent.ts';
import type { Trace, Way } from './way.ts';

const PAGE = 100;
/** An abonent with a longer history is looked at no further. */
const MOST_PAGES = 10;
/** How far the service's clock may be from ours. */
const SKEW_MS = 10 * 60_000;

const knownChannel = (channel: string) => KNOWN_MESSAGE_CHANNELS.find((known) => known === channel);

/** One call for each message. What became of a call without an answer is seen in the abonent's history. */
export function byRest(store: Store, rosdomofonOf: (integration: IntegrationWithCompany) => RosDomofon): Way {
  return {
    async send(message, { integration, signal, record }, of) {
      const channel = knownChannel(message.channel);
      if (channel === undefined) return dead('CHANNEL_UNSUPPORTED');
      record({ request: { operation: 'messages.send', channel, length: message.text.length } });
      const to = { id: Number(message.abonentRosdomofonId) };
      const [result] = await rosdomofonOf(integration).messages.send(
        { to, message: message.text, channel },
        { signal },
      );
      const told = { success: result?.success ?? false, reason: reasonOf(result?.result) };
      record({ response: told });
      // An answer for nobody, or the service's no: nothing was sent, and asking again changes nothing.
      if (!told.success) return dead('RECIPIENT_REFUSED');
      return delivered({ rosdomofonId: result?.id ?? null }, settleSent(of));
    },

    async look(message, { integration, signal }): Promise<Trace> {
      const since = new Date(message.sentAt.getTime() - SKEW_MS);
      const seen = await countInHistory(rosdomofonOf(integration), message, since, signal);
      const known = await countToldSince(store.db, { ...message, since });
      return seen > known ? 'sent' : 'absent';
    },
  };
}

const reasonOf = (result: unknown): string | null =>
  result === null || result === undefined
    ? null
    : typeof result === 'string'
      ? result
      : JSON.stringify(result);

/** Newest first, as far as anybody has seen; whole pages are looked through, whatever their order. */
async function countInHistory(
  rosdomofon: RosDomofon,
  { abonentRosdomofonId, channel, text }: MessageToSend,
  since: Date,
  signal: AbortSignal,
): Promise<number> {
  const isIt = ({ incoming, message, messageDate }: RosDomofonMessage) =>
    !incoming && message === text && new Date(messageDate) >= since;
  let count = 0;
  for (let page = 0; page < MOST_PAGES; page++) {
    const abonentId = Number(abonentRosdomofonId);
    const { content, last } = await rosdomofon.messages.list(
      { abonentId, channel, page, size: PAGE },
      { signal },
    );
    count += content.filter(isIt).length;
    const isOlder = content.length > 0 && content.every(({ messageDate }) => new Date(messageDate) < since);
    if (last || content.length === 0 || isOlder) break;
  }
  return count;
}
