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
export { matchEntrances } from './address/entrance/match-entrances.ts';
export { EventAddress } from './address/event-address.ts';
export { containsFlat } from './address/flat/contains-flat.ts';
export { type FlatRange, flatRangesOf } from './address/flat/flat-range.ts';
export { normaliseHouse } from './address/house/normalise-house.ts';
export { type ParsedAddress, parseAddressLine } from './address/line/parse-address-line.ts';
export { printAddressLine } from './address/line/print-address-line.ts';
export { searchLines } from './address/line/search-lines.ts';
export { normaliseStreet } from './address/street/normalise-street.ts';
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
export { messagesIn, messagesOut, signUps, signUpsAll, type TopicDefinition } from './topics/topics.ts';
