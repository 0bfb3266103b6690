import type { CompanyShortName } from '@domovoy/models';
import { incomingMessageProcessor } from './incoming-message/processor.ts';
import { networkSignUpProcessor } from './network-sign-up/processor.ts';
import { outgoingMessageProcessor } from './outgoing-message/processor.ts';
import type { Processor } from './processor.ts';
import { signUpProcessor } from './sign-up/processor.ts';

/** Everything that is read on behalf of one company. */
export const processorsOf = (company: CompanyShortName): readonly Processor[] => [
  signUpProcessor(company),
  networkSignUpProcessor(),
  incomingMessageProcessor(company),
  outgoingMessageProcessor(company),
];
