import { z } from 'zod';
import { addressOf, type ChosenAddress } from '../../../events/address.ts';
import { againSignUp } from '../../../events/sign-up.ts';
import { type ControlContext, defineCall } from '../../call.ts';
import { chosenAbonent, chosenAccount } from '../../chosen-abonent.ts';
import { ControlError } from '../../control-error.ts';
import { abonentId, accountId, count, phone, timestampMs } from '../../fields.ts';

const accepts = z
  .strictObject({
    count,
    uid: z
      .guid()
      .optional()
      .describe('uid; one that was sent before sends that sign-up again, with what else is given changed'),
    id: z.int().optional().describe('id of the sign-up'),
    city: z.string().optional().describe('city; any'),
    street: z.string().optional().describe('street; any'),
    house: z.string().optional().describe('house as people write it: 52, 52А, 52к2с1; any'),
    entranceId: z.int().optional().describe('id of an entrance of the company: its address'),
    flat: z.union([z.string(), z.int()]).nullable().optional().describe('flat: text, number or null'),
    status: z
      .string()
      .min(1)
      .optional()
      .describe('status: unprocessed, processed, connected, delegated, rejected, or any other'),
    virtual: z.boolean().optional().describe('virtual: true or false'),
    abonentId,
    phone,
    accountId,
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
  run(
    {
      count: amount,
      onlyNetwork,
      timestampMs: time,
      abonentId: id,
      phone: by,
      accountId: of,
      entranceId,
      ...details
    },
    context,
  ) {
    const { log, events, signUps } = context;
    const abonent = chosenAbonent(context, { abonentId: id, phone: by, accountId: of });
    const given = { ...details, onlyNetwork, abonentId: abonent?.id, phone: abonent?.phone };
    return {
      signUps: Array.from({ length: amount }, () => {
        const known = given.uid === undefined ? null : signUps.byUid(given.uid);
        const event = known
          ? againSignUp(known, given)
          : events().signUpEvent({ ...given, at: placeOf(context, { accountId: of, entranceId }) });
        const records = events().signUpRecords(event, { onlyNetwork, timestampMs: time });
        return {
          id: event.id,
          uid: event.uid,
          status: event.status,
          records: records.map((record) => log.append(record)),
        };
      }),
    };
  },
});

/** The flat of an account, or one of an entrance; nothing when neither is given. */
function placeOf(
  context: ControlContext,
  { accountId: of, entranceId }: { accountId: number | undefined; entranceId: number | undefined },
): ChosenAddress | undefined {
  if (entranceId !== undefined) {
    const entrance = context.state.current().city.entrances.get(entranceId);
    if (entrance?.company.shortName !== context.companyShortName)
      throw new ControlError(404, 'UNKNOWN_ENTRANCE', `The company has no entrance ${entranceId}`);
    return addressOf(entrance.place, entrance.plan.flatStart);
  }
  const flat = of === undefined ? null : chosenAccount(context, of).flats.find(({ entrance }) => entrance);
  return flat?.entrance ? addressOf(flat.entrance.place, flat.number) : undefined;
}
