import { countAbonents, listAbonents } from '../abonent/list-abonents.ts';
import { loadAbonents, loadAbonentsByRosdomofonId } from '../abonent/load-abonents.ts';
import { countAccounts, listAccounts } from '../account/list-accounts.ts';
import { countAccountsOfAbonents, listAccountsOfAbonents } from '../account/list-accounts-of-abonents.ts';
import { loadAccounts, loadAccountsByRosdomofonId } from '../account/load-accounts.ts';
import { loadAccountsByNumber, loadAccountsByPhone } from '../account/load-accounts-by-text.ts';
import { listAuditEntries } from '../audit/list-audit-entries.ts';
import { countRecipients, listRecipients } from '../broadcast/list-recipients.ts';
import {
  countCannedResponses,
  listCannedResponses,
  loadCannedResponses,
} from '../canned-response/canned-responses.ts';
import { loadPersonalUnread } from '../conversation/conversation-reads.ts';
import { countConversations, listConversations } from '../conversation/list-conversations.ts';
import { countMessages, listMessages } from '../conversation/list-messages.ts';
import { loadConversations } from '../conversation/load-conversations.ts';
import { loadMessages } from '../conversation/load-messages.ts';
import { loadCrmCursorsOf } from '../crm/crm-cursors.ts';
import { listCrmReviews } from '../crm/crm-reviews.ts';
import { countDeliveriesByCode } from '../delivery/count-by-code.ts';
import { countDeliveries, listDeliveries, listDeliveryIds } from '../delivery/list-deliveries.ts';
import { listDeliveriesOfSignUps } from '../delivery/list-deliveries-of-sign-ups.ts';
import { loadDeliveries, loadDeliveryAttempts } from '../delivery/load-deliveries.ts';
import { countOpenDeliveries } from '../delivery-target/count-deliveries.ts';
import {
  listDeliveryTargets,
  loadDeliveryBacklogs,
  loadDeliveryTargets,
} from '../delivery-target/load-delivery-targets.ts';
import { loadDrafts } from '../draft/drafts.ts';
import { countEntrances, listEntrances } from '../entrance/list-entrances.ts';
import { loadEntranceFlatRanges, loadEntranceServices } from '../entrance/load-entrance-parts.ts';
import { loadEntrances, loadEntrancesByRosdomofonId } from '../entrance/load-entrances.ts';
import { loadRefsOfEntities } from '../external-ref/load-refs-of-entities.ts';
import { countFlats, listFlats } from '../flat/list-flats.ts';
import { listFlatsByNumber } from '../flat/list-flats-by-number.ts';
import { countFlatsOfParents, listFlatsOfParents } from '../flat/list-flats-of-parents.ts';
import { loadFlats, loadFlatsByRosdomofonId } from '../flat/load-flats.ts';
import { readInstallation } from '../health/read-installation.ts';
import { listIntakes } from '../health/read-intakes.ts';
import { listStandings, loadStandings } from '../health/read-standings.ts';
import { listBelievedIntegrations, loadHookRefusals } from '../hook-event/hook-refusals.ts';
import { countInboxEvents, listInboxEvents } from '../inbox/list-inbox-events.ts';
import { loadInboxEvents } from '../inbox/load-inbox-events.ts';
import { loadInboxSources } from '../inbox/load-inbox-sources.ts';
import { listIntegrations, loadIntegrationsOf } from '../integration/integrations.ts';
import {
  countDeliveryIssues,
  listDeliveryIssues,
  listNewestOfDeliveryIssues,
} from '../issue/delivery-issues.ts';
import { countEventIssues, listEventIssues, listNewestOfEventIssues } from '../issue/event-issues.ts';
import { countJobDeliveries, listPendingJobDeliveries } from '../job/job-deliveries.ts';
import { countJobs, listJobs, loadJobs } from '../job/list-jobs.ts';
import { searchFlats } from '../search/search-flats.ts';
import {
  searchAccounts,
  searchConversations,
  searchEntrances,
  searchMessages,
  searchSignUps,
} from '../search/search-rows.ts';
import { countServices, listServices } from '../service/list-services.ts';
import { loadServices, loadServicesByRosdomofonId } from '../service/load-services.ts';
import {
  countFlatsAtEntrance,
  listFlatsWithoutService,
} from '../service-connection/flats-without-service.ts';
import {
  countServiceConnectionsOfParents,
  listServiceConnectionsOfParents,
} from '../service-connection/list-service-connections-of-parents.ts';
import {
  loadServiceConnections,
  loadServiceConnectionsByRosdomofonId,
} from '../service-connection/load-service-connections.ts';
import { countNetworkSignUps } from '../sign-up/count-network-sign-ups.ts';
import { findEntranceOptions } from '../sign-up/find-entrance-options.ts';
import { countSignUpEvents, listSignUpEvents } from '../sign-up/list-sign-up-events.ts';
import { countSignUps, listSignUpIds, listSignUps } from '../sign-up/list-sign-ups.ts';
import { loadSignUps } from '../sign-up/load-sign-ups.ts';
import { loadSignUpPlans } from '../sign-up/work/sign-up-plans.ts';
import { loadSignUpSteps } from '../sign-up/work/sign-up-steps.ts';
import { loadSignUpPolicy } from '../sign-up-policy/sign-up-policies.ts';
import { readDeliveryStats, readDurations } from '../statistics/read-delivery-stats.ts';
import { readSignUpFunnel } from '../statistics/read-sign-up-funnel.ts';
import { countSyncRuns, listSyncRuns } from '../sync-run/list-sync-runs.ts';
import { loadSyncRunCounts, loadSyncRuns } from '../sync-run/load-sync-runs.ts';
import { accessReads } from './access-reads.ts';
import { bind } from './bind.ts';
import type { CompanyReader } from './company-reader.ts';
import { loadCompany } from './load-company.ts';

/** Every read that belongs to one tenant, with the tenant already given. */
export const companyReads = (reader: CompanyReader) => ({
  loadCompany: () => loadCompany(reader),
  listAbonents: bind(reader, listAbonents),
  countAbonents: bind(reader, countAbonents),
  loadAbonents: bind(reader, loadAbonents),
  loadAbonentsByRosdomofonId: bind(reader, loadAbonentsByRosdomofonId),
  listSignUps: bind(reader, listSignUps),
  listSignUpIds: bind(reader, listSignUpIds),
  countSignUps: bind(reader, countSignUps),
  loadSignUps: bind(reader, loadSignUps),
  listSignUpEvents: bind(reader, listSignUpEvents),
  countSignUpEvents: bind(reader, countSignUpEvents),
  countNetworkSignUps: bind(reader, countNetworkSignUps),
  loadSignUpPlans: bind(reader, loadSignUpPlans),
  loadSignUpSteps: bind(reader, loadSignUpSteps),
  loadSignUpPolicy: () => loadSignUpPolicy(reader),
  findEntranceOptions: bind(reader, findEntranceOptions),
  listAuditEntries: bind(reader, listAuditEntries),
  listConversations: bind(reader, listConversations),
  countConversations: bind(reader, countConversations),
  loadConversations: bind(reader, loadConversations),
  loadPersonalUnread: bind(reader, loadPersonalUnread),
  loadDrafts: bind(reader, loadDrafts),
  listCannedResponses: bind(reader, listCannedResponses),
  countCannedResponses: bind(reader, countCannedResponses),
  loadCannedResponses: bind(reader, loadCannedResponses),
  listRecipients: bind(reader, listRecipients),
  countRecipients: bind(reader, countRecipients),
  listMessages: bind(reader, listMessages),
  countMessages: bind(reader, countMessages),
  loadMessages: bind(reader, loadMessages),
  listInboxEvents: bind(reader, listInboxEvents),
  countInboxEvents: bind(reader, countInboxEvents),
  loadInboxEvents: bind(reader, loadInboxEvents),
  loadInboxSources: bind(reader, loadInboxSources),
  listIntegrations: () => listIntegrations(reader),
  loadIntegrations: bind(reader, loadIntegrationsOf),
  listBelievedIntegrations: bind(reader, listBelievedIntegrations),
  loadHookRefusals: bind(reader, loadHookRefusals),
  loadCrmCursors: bind(reader, loadCrmCursorsOf),
  loadRefsOfEntities: bind(reader, loadRefsOfEntities),
  listDeliveries: bind(reader, listDeliveries),
  countDeliveries: bind(reader, countDeliveries),
  listDeliveryIds: bind(reader, listDeliveryIds),
  countDeliveriesByCode: bind(reader, countDeliveriesByCode),
  listDeliveriesOfSignUps: bind(reader, listDeliveriesOfSignUps),
  loadDeliveries: bind(reader, loadDeliveries),
  loadDeliveryAttempts: bind(reader, loadDeliveryAttempts),
  listDeliveryTargets: bind(reader, listDeliveryTargets),
  loadDeliveryTargets: bind(reader, loadDeliveryTargets),
  countOpenDeliveries: bind(reader, countOpenDeliveries),
  loadDeliveryBacklogs: bind(reader, loadDeliveryBacklogs),
  listJobs: bind(reader, listJobs),
  countJobs: bind(reader, countJobs),
  loadJobs: bind(reader, loadJobs),
  countJobDeliveries: bind(reader, countJobDeliveries),
  listPendingJobDeliveries: bind(reader, listPendingJobDeliveries),
  listCrmReviews: bind(reader, listCrmReviews),
  ...mirrorReads(reader),
  ...accessReads(reader),
  ...searches(reader),
  ...statistics(reader),
  ...health(reader),
  ...issues(reader),
});

const searches = (reader: CompanyReader) => ({
  searchAccounts: bind(reader, searchAccounts),
  searchEntrances: bind(reader, searchEntrances),
  searchMessages: bind(reader, searchMessages),
  searchSignUps: bind(reader, searchSignUps),
  searchConversations: bind(reader, searchConversations),
  searchFlats: bind(reader, searchFlats),
});

const statistics = (reader: CompanyReader) => ({
  readDeliveryStats: bind(reader, readDeliveryStats),
  readDurations: bind(reader, readDurations),
  readSignUpFunnel: bind(reader, readSignUpFunnel),
});

const health = (reader: CompanyReader) => ({
  listIntakes: bind(reader, listIntakes),
  readInstallation: () => readInstallation(reader),
  listStandings: bind(reader, listStandings),
  loadStandings: bind(reader, loadStandings),
});

const issues = (reader: CompanyReader) => ({
  listDeliveryIssues: bind(reader, listDeliveryIssues),
  countDeliveryIssues: bind(reader, countDeliveryIssues),
  listNewestOfDeliveryIssues: bind(reader, listNewestOfDeliveryIssues),
  listEventIssues: bind(reader, listEventIssues),
  countEventIssues: bind(reader, countEventIssues),
  listNewestOfEventIssues: bind(reader, listNewestOfEventIssues),
});

/** What the mirror of RosDomofon tells. */
const mirrorReads = (reader: CompanyReader) => ({
  listAccounts: bind(reader, listAccounts),
  countAccounts: bind(reader, countAccounts),
  loadAccounts: bind(reader, loadAccounts),
  loadAccountsByRosdomofonId: bind(reader, loadAccountsByRosdomofonId),
  loadAccountsByNumber: bind(reader, loadAccountsByNumber),
  loadAccountsByPhone: bind(reader, loadAccountsByPhone),
  listAccountsOfAbonents: bind(reader, listAccountsOfAbonents),
  countAccountsOfAbonents: bind(reader, countAccountsOfAbonents),
  listEntrances: bind(reader, listEntrances),
  countEntrances: bind(reader, countEntrances),
  loadEntrances: bind(reader, loadEntrances),
  loadEntrancesByRosdomofonId: bind(reader, loadEntrancesByRosdomofonId),
  loadEntranceFlatRanges: bind(reader, loadEntranceFlatRanges),
  loadEntranceServices: bind(reader, loadEntranceServices),
  listFlats: bind(reader, listFlats),
  countFlats: bind(reader, countFlats),
  loadFlats: bind(reader, loadFlats),
  loadFlatsByRosdomofonId: bind(reader, loadFlatsByRosdomofonId),
  listFlatsByNumber: bind(reader, listFlatsByNumber),
  listFlatsOfParents: bind(reader, listFlatsOfParents),
  countFlatsOfParents: bind(reader, countFlatsOfParents),
  listServices: bind(reader, listServices),
  countServices: bind(reader, countServices),
  loadServices: bind(reader, loadServices),
  loadServicesByRosdomofonId: bind(reader, loadServicesByRosdomofonId),
  loadServiceConnections: bind(reader, loadServiceConnections),
  loadServiceConnectionsByRosdomofonId: bind(reader, loadServiceConnectionsByRosdomofonId),
  listServiceConnectionsOfParents: bind(reader, listServiceConnectionsOfParents),
  countServiceConnectionsOfParents: bind(reader, countServiceConnectionsOfParents),
  listFlatsWithoutService: bind(reader, listFlatsWithoutService),
  countFlatsAtEntrance: bind(reader, countFlatsAtEntrance),
  listSyncRuns: bind(reader, listSyncRuns),
  countSyncRuns: bind(reader, countSyncRuns),
  loadSyncRuns: bind(reader, loadSyncRuns),
  loadSyncRunCounts: bind(reader, loadSyncRunCounts),
});

export type CompanyReads = ReturnType<typeof companyReads>;
