import { z } from 'zod';
import { againSignUp } from '../../events/sign-up.ts';
import { defineCall } from '../call.ts';
import { abonentId, count, phone, timestampMs } from '../fields.ts';

const accepts = z
  .strictObject({
    count,
    uid: z
      .guid()
      .optional()
      .describe('uid; one that was sent before sends that sign-up again, with what else is given changed'),
    id: z.int().optional().describe('id of the sign-up'),
    city: z.string().optional().describe('city; any'),
    flat: z.union([z.string(), z.int()]).nullable().optional().describe('flat: text, number or null'),
    status: z
      .string()
      .min(1)
      .optional()
      .describe('status: unprocessed, processed, connected, delegated, rejected, or any other'),
    virtual: z.boolean().optional().describe('virtual: true or false'),
    abonentId,
    phone,
    createdAt: z.int().optional().describe('time of the sign-up in ms since 1970'),
    onlyNetwork: z.boolean().optional().describe('true: a sign-up of another company, in SIGN_UPS_ALL alone'),
    timestampMs,
  })
  .refine((body) => body.count === 1 || (body.uid === undefined && body.id === undefined), {
    error: 'uid and id name one sign-up, so count has to be 1',
    path: ['count'],
  });

export const sendSignUps = defineCall({
  method: 'POST',
  path: '/sign-ups',
  summary: 'Sends sign-ups, each to SIGN_UPS_ALL and to the topic of the company.',
  accepts,
  status: 201,
  run: ({ count: amount, onlyNetwork, timestampMs: time, ...details }, { log, events, signUps }) => ({
    signUps: Array.from({ length: amount }, () => {
      const known = details.uid === undefined ? null : signUps.byUid(details.uid);
      const event = known ? againSignUp(known, details) : events().signUpEvent(details);
      const records = events().signUpRecords(event, { onlyNetwork, timestampMs: time });
      return {
        id: event.id,
        uid: event.uid,
        status: event.status,
        records: records.map((record) => log.append(record)),
      };
    }),
  }),
});
