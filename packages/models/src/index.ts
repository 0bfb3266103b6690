export {
  type Address,
  type AddressHouse,
  type AddressStreet,
  addressOfSignUp,
  type EntranceQuery,
} from './address/address.ts';
export type {
  DoubtReason,
  EntranceCandidate,
  EntranceMatch,
  EntranceOption,
  FieldEvidence,
  MatchEvidence,
  NoMatchReason,
} from './address/entrance/entrance-match.ts';
export { explainMatch, type FieldExplanation } from './address/entrance/explain-match.ts';
export { matchEntrances } from './address/entrance/match-entrances.ts';
export { EventAddress } from './address/event-address.ts';
export { containsFlat } from './address/flat/contains-flat.ts';
export { type FlatRange, flatRangesOf } from './address/flat/flat-range.ts';
export { normaliseHouse } from './address/house/normalise-house.ts';
export { type ParsedAddress, parseAddressLine } from './address/line/parse-address-line.ts';
export { printAddressLine } from './address/line/print-address-line.ts';
export { searchLines } from './address/line/search-lines.ts';
export { normaliseStreet } from './address/street/normalise-street.ts';
export {
  Bitrix24Application,
  Bitrix24EventBinding,
  Bitrix24MethodAvailability,
  Bitrix24Profile,
} from './bitrix24/application/application.ts';
export {
  Bitrix24Catalog,
  Bitrix24CrmProduct,
  Bitrix24Price,
  Bitrix24PriceType,
  Bitrix24Product,
} from './bitrix24/catalog/product.ts';
export { Bitrix24ProductRow } from './bitrix24/catalog/product-row.ts';
export { Bitrix24Duplicates, Bitrix24Merge } from './bitrix24/crm/duplicate.ts';
export {
  Bitrix24Field,
  Bitrix24Fields,
  Bitrix24UserField,
  Bitrix24UserFieldChoice,
} from './bitrix24/crm/field.ts';
export {
  BITRIX24_ENTITY_TYPES,
  Bitrix24Contact,
  Bitrix24Deal,
  Bitrix24Item,
  Bitrix24Lead,
} from './bitrix24/crm/item.ts';
export {
  Bitrix24ClassicMultiField,
  Bitrix24MultiField,
  KNOWN_MULTI_FIELD_TYPES,
} from './bitrix24/crm/multi-field.ts';
export { Bitrix24Category, Bitrix24Status } from './bitrix24/crm/pipeline.ts';
export { Bitrix24LogMessage, Bitrix24TimelineComment } from './bitrix24/crm/timeline.ts';
export {
  Bitrix24ConnectorDialogs,
  Bitrix24ConnectorMessages,
  Bitrix24ConnectorRemoved,
  Bitrix24LineRemoved,
  Bitrix24OperatorMessage,
} from './bitrix24/events/connector-event.ts';
export { Bitrix24CrmEventData } from './bitrix24/events/crm-event.ts';
export { Bitrix24EventAuth, Bitrix24EventEnvelope } from './bitrix24/events/envelope.ts';
export { Bitrix24OfflineEvent, Bitrix24OfflineEvents } from './bitrix24/events/offline-event.ts';
export {
  Bitrix24ConnectorStatus,
  Bitrix24MessageResult,
  Bitrix24MessageResults,
} from './bitrix24/open-lines/connector.ts';
export { Bitrix24OpenLine } from './bitrix24/open-lines/line.ts';
export { CompanyShortName } from './company/company-short-name.ts';
export { DomovoyError, type DomovoyErrorOptions } from './error/domovoy-error.ts';
export { IncomingMessageEvent, messageText, OutgoingMessageEvent } from './events/message-event.ts';
export { type MessageToAbonent, outgoingMessage } from './events/outgoing-message.ts';
export { KNOWN_SIGN_UP_STATUSES, SignUpEvent } from './events/sign-up-event.ts';
export {
  BITRIX24_HOOKS,
  Bitrix24Authorization,
  Bitrix24AuthorizationSecrets,
  Bitrix24HookEvent,
  Bitrix24HookSecrets,
} from './hooks/bitrix24-hook.ts';
export { Phone, PhoneOrUnknown } from './phone/phone.ts';
export { AbonentKey, AbonentSettings, ActionToken } from './rosdomofon/abonent-app.ts';
export { CreatedAccount, RosDomofonAccount } from './rosdomofon/account.ts';
export { RosDomofonAccountDetails } from './rosdomofon/account-details.ts';
export { AddressEntrance, RosDomofonAddress } from './rosdomofon/address.ts';
export {
  EntranceService,
  RosDomofonCamera,
  RosDomofonEntrance,
  RosDomofonEntranceDetails,
} from './rosdomofon/entrance.ts';
export { CreatedFlat, RosDomofonFlat } from './rosdomofon/flat.ts';
export { KNOWN_MESSAGE_CHANNELS, MessageResult, RosDomofonMessage } from './rosdomofon/message.ts';
export { RosDomofonOwner, RosDomofonOwnerDetails } from './rosdomofon/owner.ts';
export { pageOf } from './rosdomofon/page.ts';
export { KNOWN_SERVICE_TYPES, RosDomofonService, ServiceConnection } from './rosdomofon/service.ts';
export { type EventReading, readEvent } from './topics/reading/read-event.ts';
export { messagesIn, messagesOut, signUps, signUpsAll, type TopicDefinition } from './topics/topics.ts';
