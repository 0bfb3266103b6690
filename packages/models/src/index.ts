export { EventAddress } from './address/event-address.ts';
export { CompanyShortName } from './company/company-short-name.ts';
export { DomovoyError, type DomovoyErrorOptions } from './error/domovoy-error.ts';
export { IncomingMessageEvent, messageText, OutgoingMessageEvent } from './events/message-event.ts';
export { KNOWN_SIGN_UP_STATUSES, SignUpEvent } from './events/sign-up-event.ts';
export { Phone, PhoneOrUnknown } from './phone/phone.ts';
export { messagesIn, messagesOut, signUps, signUpsAll, type TopicDefinition } from './topics/topics.ts';
