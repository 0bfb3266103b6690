import { KNOWN_SIGN_UP_STATUSES } from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import { Id } from '../../call/params.ts';

const SignUpChange = z
  .strictObject({
    signUpId: Id,
    status: z.enum(KNOWN_SIGN_UP_STATUSES).optional(),
    isVirtual: z.boolean().optional(),
    rejectedReason: z.string().optional(),
  })
  .refine((change) => Object.values(change).filter((value) => value !== undefined).length > 1, {
    error: 'expected something to change',
  });

/** Wishes to be connected; they come over Kafka (facts §1.3, §2). */
export const signUps = (api: Api) => ({
  /** Changes what is given, and nothing else. */
  update: api.nothing({
    operation: 'signUps.update',
    call: 'PATCH /abonents-service/api/v2/sign_ups/{signUpId}',
    params: SignUpChange,
    json: ({ status, isVirtual, rejectedReason }) => ({ status, isVirtual, rejectedReason }),
  }),
});
