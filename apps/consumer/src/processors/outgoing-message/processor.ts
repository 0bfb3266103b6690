import { receiveOutgoingMessages } from '@domovoy/domain';
import { type CompanyShortName, messagesOut } from '@domovoy/models';
import { defineProcessor } from '../processor.ts';

/** `MESSAGES_OUT_<company>`: what the company answers, from here or from its other programs. */
export const outgoingMessageProcessor = (company: CompanyShortName) =>
  defineProcessor({ topic: messagesOut(company), receive: receiveOutgoingMessages });
