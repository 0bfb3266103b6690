import { CreatedFlat } from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import { Id, Text } from '../../call/params.ts';

/** The service wants the number of a flat and the id of an entrance as text (facts §4.8). */
const asText = z.union([Text, z.int().positive()]).transform(String);

const NewFlat = z.strictObject({
  abonentId: Id.optional(),
  entranceId: asText.optional(),
  flatNumber: asText,
  /** Without a hardware intercom. */
  virtual: z.boolean(),
});

/** Flats of abonents (facts §1.3). */
export const flats = (api: Api) => ({
  /** Never repeated blindly: look at `accounts.flats` before creating it again. */
  create: api.json({
    operation: 'flats.create',
    call: 'POST /abonents-service/api/v1/flats',
    params: NewFlat,
    // What is not given is left out: the service refuses null.
    json: ({ abonentId, entranceId, flatNumber, virtual }) => ({
      abonentId,
      entranceId,
      flatNumber,
      virtual,
    }),
    answer: CreatedFlat,
  }),
});
