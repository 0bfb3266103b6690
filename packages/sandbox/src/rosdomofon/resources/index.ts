import type { Resource } from '../resource.ts';
import { listAbonentFlats } from './abonents/list-abonent-flats.ts';
import { blockAccount } from './accounts/block-account.ts';
import { createAccount } from './accounts/create-account.ts';
import { listAccounts } from './accounts/list-accounts.ts';
import { readAccount } from './accounts/read-account.ts';
import { verifyActionToken } from './action-tokens/verify-action-token.ts';
import { listCameras } from './cameras/list-cameras.ts';
import { blockConnection } from './connections/block-connection.ts';
import { connectService } from './connections/connect-service.ts';
import { listKeys } from './doors/list-keys.ts';
import { openDoor } from './doors/open-door.ts';
import { readEntrance } from './entrances/read-entrance.ts';
import { searchEntrances } from './entrances/search-entrances.ts';
import { createFlat } from './flats/create-flat.ts';
import { listMessages } from './messages/list-messages.ts';
import { sendMessage } from './messages/send-message.ts';
import { listServices } from './services/list-services.ts';
import { settings } from './settings/settings.ts';
import { updateSignUp } from './sign-ups/update-sign-up.ts';
import { sendCode } from './sms/send-code.ts';

export const RESOURCES: readonly Resource[] = [
  listAccounts,
  readAccount,
  createAccount,
  blockAccount,
  listAbonentFlats,
  listServices,
  connectService,
  blockConnection,
  searchEntrances,
  readEntrance,
  createFlat,
  sendMessage,
  listMessages,
  updateSignUp,
  sendCode,
  settings,
  listKeys,
  openDoor,
  listCameras,
  verifyActionToken,
];
