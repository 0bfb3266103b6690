import { z } from 'zod';
import { RosDomofonAccount } from './account.ts';
import { RosDomofonOwnerDetails } from './owner.ts';
import { ServiceConnection } from './service.ts';
import { flag, int, list, text, timestamp } from './wire-values.ts';

const amount = z.number().nullish();

/** Everything about one account: money, what it is connected to, to whom it is delegated (facts §1.4 "AccountInfo"). */
export const RosDomofonAccountDetails = RosDomofonAccount.extend({
  owner: RosDomofonOwnerDetails,
  company: z.looseObject({
    id: z.int(),
    name: text,
    shortName: text,
    licenseeShort: text,
    paymentLink: text,
    personalAccountLink: text,
    supportChatEnabled: flag,
    supportPhone: z.union([z.string(), z.int().transform(String)]).nullish(),
  }),
  paidUntil: timestamp,
  balance: z
    .looseObject({
      accountId: int,
      balance: amount,
      /** Milliseconds since 1970. */
      balanceDate: timestamp,
      currency: text,
      isPaymentAvailable: flag,
      recommendedPaymentDate: timestamp,
      recommendedPaymentSum: amount,
      showBanner: flag,
    })
    .nullish(),
  connections: list(ServiceConnection),
  invoice: z
    .looseObject({ uid: text, amount, currency: text, dateBegin: timestamp, reminderNeeded: flag })
    .nullish(),
  recurringPayment: z
    .looseObject({
      amount,
      currency: text,
      date: timestamp,
      reason: text,
      /** `NEW`, `PENDING`, `SUCCESS`, `FAILED`, or what the service thinks of next. */
      status: text,
    })
    .nullish(),
});
export type RosDomofonAccountDetails = z.infer<typeof RosDomofonAccountDetails>;
