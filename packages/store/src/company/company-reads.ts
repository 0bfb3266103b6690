import { loadAbonents, loadAbonentsByRosdomofonId } from '../abonent/load-abonents.ts';
import { countConversations, listConversations } from '../conversation/list-conversations.ts';
import { countMessages, listMessages } from '../conversation/list-messages.ts';
import { loadConversations } from '../conversation/load-conversations.ts';
import { loadMessages } from '../conversation/load-messages.ts';
import { countDeliveries, listDeliveries, listDeliveryIds } from '../delivery/list-deliveries.ts';
import { loadDeliveries, loadDeliveryAttempts } from '../delivery/load-deliveries.ts';
import { listDeliveryTargets } from '../delivery-target/list-delivery-targets.ts';
import { countInboxEvents, listInboxEvents } from '../inbox/list-inbox-events.ts';
import { loadInboxEvents } from '../inbox/load-inbox-events.ts';
import { loadInboxSources } from '../inbox/load-inbox-sources.ts';
import { countNetworkSignUps } from '../sign-up/count-network-sign-ups.ts';
import { countSignUpEvents, listSignUpEvents } from '../sign-up/list-sign-up-events.ts';
import { countSignUps, listSignUps } from '../sign-up/list-sign-ups.ts';
import { loadSignUps } from '../sign-up/load-sign-ups.ts';
import type { CompanyReader } from './company-reader.ts';
import { loadCompany } from './load-company.ts';

const bind =
  <Args, Result>(reader: CompanyReader, read: (reader: CompanyReader, args: Args) => Result) =>
  (args: Args): Result =>
    read(reader, args);

/** Every read that belongs to one tenant, with the tenant already given. */
export const companyReads = (reader: CompanyReader) => ({
  loadCompany: () => loadCompany(reader),
  loadAbonents: bind(reader, loadAbonents),
  loadAbonentsByRosdomofonId: bind(reader, loadAbonentsByRosdomofonId),
  listSignUps: bind(reader, listSignUps),
  countSignUps: bind(reader, countSignUps),
  loadSignUps: bind(reader, loadSignUps),
  listSignUpEvents: bind(reader, listSignUpEvents),
  countSignUpEvents: bind(reader, countSignUpEvents),
  countNetworkSignUps: bind(reader, countNetworkSignUps),
  listConversations: bind(reader, listConversations),
  countConversations: bind(reader, countConversations),
  loadConversations: bind(reader, loadConversations),
  listMessages: bind(reader, listMessages),
  countMessages: bind(reader, countMessages),
  loadMessages: bind(reader, loadMessages),
  listInboxEvents: bind(reader, listInboxEvents),
  countInboxEvents: bind(reader, countInboxEvents),
  loadInboxEvents: bind(reader, loadInboxEvents),
  loadInboxSources: bind(reader, loadInboxSources),
  listDeliveries: bind(reader, listDeliveries),
  countDeliveries: bind(reader, countDeliveries),
  listDeliveryIds: bind(reader, listDeliveryIds),
  loadDeliveries: bind(reader, loadDeliveries),
  loadDeliveryAttempts: bind(reader, loadDeliveryAttempts),
  listDeliveryTargets: bind(reader, listDeliveryTargets),
});

export type CompanyReads = ReturnType<typeof companyReads>;
