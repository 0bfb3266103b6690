import type { DeliveryWaiter } from '@domovoy/domain';
import type { SecretBox, Store } from '@domovoy/store';
import { type AccessCommands, accessCommands } from './access-commands.ts';
import { type AccountCommands, accountCommands } from './account-commands.ts';
import type { Caller } from './caller.ts';
import { type DeliveryCommands, deliveryCommands } from './delivery-commands.ts';
import { type EventCommands, eventCommands } from './event-commands.ts';
import { type IntegrationCommands, integrationCommands } from './integration-commands.ts';
import { type IssueCommands, issueCommands } from './issue-commands.ts';
import { type MessageCommands, messageCommands } from './message-commands.ts';
import { type SignUpCommands, signUpCommands } from './sign-up-commands.ts';

/** The use cases that a caller may ask for. What has an effect outside is a row, on which another process works. */
export interface Commands
  extends AccessCommands,
    AccountCommands,
    DeliveryCommands,
    EventCommands,
    IntegrationCommands,
    IssueCommands,
    MessageCommands,
    SignUpCommands {}

/** What they work with. */
export interface CommandTools {
  readonly store: Store;
  readonly waiter: DeliveryWaiter;
  /** Null: no secret can be kept. */
  readonly encryption: SecretBox | null;
}

/** The use cases, on behalf of the caller. */
export const commandsOf = ({ store, waiter, encryption }: CommandTools, caller: Caller): Commands => ({
  ...accessCommands(store, caller),
  ...accountCommands(store, waiter, caller),
  ...deliveryCommands(store, caller),
  ...eventCommands(store, caller),
  ...integrationCommands(store, encryption, caller),
  ...issueCommands(store, caller),
  ...messageCommands(store, caller),
  ...signUpCommands(store, caller),
});
