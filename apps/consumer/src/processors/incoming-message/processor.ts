import { receiveIncomingMessages } from '@domovoy/domain';
import { type CompanyShortName, messagesIn } from '@domovoy/models';
import { defineProcessor } from '../processor.ts';

/** `MESSAGES_IN_<company>`: what abonents write. */
export const incomingMessageProcessor = (company: CompanyShortName) =>
  defineProcessor({ topic: messagesIn(company), receive: receiveIncomingMessages });
