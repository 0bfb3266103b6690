import {
  CreatedAccount,
  RosDomofonAccount,
  RosDomofonAccountDetails,
  RosDomofonFlat,
  ServiceConnection,
} from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import { Id, NoParams, PhoneParam, Text } from '../../call/params.ts';
import { ResponseValidationError } from '../../errors.ts';
import { check } from '../../options.ts';
import type { RowIssue, RowOptions } from '../../rows/rows.ts';

const AccountId = z.strictObject({ accountId: Id });
/** The operator's own number, which is text: an id is no number and does not fit. */
const AccountNumber = z.strictObject({ accountNumber: z.string().min(1) });
const ByPhone = z.strictObject({ phone: PhoneParam });

/** The contracts of abonents with the operator (facts §1.3). */
export function accounts(api: Api) {
  const list = api.rows({
    operation: 'accounts.list',
    call: 'GET /abonents-service/api/v1/accounts',
    params: NoParams,
    answer: RosDomofonAccount,
  });
  return {
    /** All accounts of the operator, tens of thousands of them, one at a time. */
    list,

    /** One account with its money, service connections and delegations. */
    get: api.json({
      operation: 'accounts.get',
      call: 'GET /abonents-service/api/v1/accounts/{accountId}',
      params: AccountId,
      answer: RosDomofonAccountDetails,
    }),

    /**
     * The first account whose owner has the phone. The service has no search: this reads the list until then, so
     * look into a copy of your own first. "There is none" is said only when every row could be read, because an
     * account is created next; with `onIssue` that is up to you.
     */
    async findByPhone(
      params: z.input<typeof ByPhone>,
      options: RowOptions = {},
    ): Promise<RosDomofonAccount | undefined> {
      const { phone } = check(ByPhone, params, 'accounts.findByPhone');
      const unread: RowIssue[] = [];
      const onIssue = options.onIssue ?? ((issue) => void unread.push(issue));
      for await (const account of list({}, { ...options, onIssue }))
        if (account.owner.phone === phone) return account;
      const [first] = unread;
      if (!first) return undefined;
      throw new ResponseValidationError(
        `nobody has that phone, but ${unread.length} accounts cannot be read, the first of them row ${first.index}`,
        {
          isJson: true,
          issues: first.issues,
          meta: { operation: 'accounts.findByPhone', index: first.index },
        },
      );
    },

    /** Never repeated blindly: an account is found by phone before it is created again. */
    create: api.json({
      operation: 'accounts.create',
      call: 'POST /abonents-service/api/v1/accounts',
      params: z.strictObject({ number: Text, phone: PhoneParam }),
      json: ({ number, phone }) => ({ number, phone }),
      answer: CreatedAccount,
    }),

    /** By account number, not by id. */
    block: api.nothing({
      operation: 'accounts.block',
      call: 'PUT /abonents-service/api/v1/accounts/{accountNumber}/block',
      params: AccountNumber,
    }),

    /** By account number, not by id. */
    unblock: api.nothing({
      operation: 'accounts.unblock',
      call: 'DELETE /abonents-service/api/v1/accounts/{accountNumber}/block',
      params: AccountNumber,
    }),

    /** The reliable way to the flats of an abonent. */
    flats: api.json({
      operation: 'accounts.flats',
      call: 'GET /abonents-service/api/v1/accounts/{accountId}/flats',
      params: AccountId,
      answer: z.array(RosDomofonFlat),
    }),

    /** The service connections of the account's flats. */
    connections: api.json({
      operation: 'accounts.connections',
      call: 'GET /abonents-service/api/v1/accounts/{accountId}/connections',
      params: AccountId,
      answer: z.array(ServiceConnection),
    }),
  };
}
