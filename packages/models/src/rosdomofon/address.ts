import { z } from 'zod';
import { int, list, numberText, text } from './wire-values.ts';

const name = { id: int, name: text, codeFias: text, type: text, typeFull: text };

/** Flats are numbered through a house; an entrance has one range of them and sometimes more (facts §1.4). */
const FlatRange = z.looseObject({ id: int, flatStart: int, flatEnd: int });

/** The entrance inside an address: the only place where flat ranges are found. */
export const AddressEntrance = z.looseObject({
  id: z.int(),
  number: numberText,
  prefix: text,
  flatStart: int,
  flatEnd: int,
  additionalFlatRanges: list(FlatRange),
});
export type AddressEntrance = z.infer<typeof AddressEntrance>;

/** An address as REST answers write it; that of a sign-up event is {@link EventAddress} and has no entrance. */
export const RosDomofonAddress = z.looseObject({
  country: z.looseObject({ shortName: text, name: text }).nullish(),
  city: text,
  cityObject: z.looseObject(name).nullish(),
  street: z.looseObject({ ...name, codeKladr: text, universalCode: text }).nullish(),
  house: z
    .looseObject({
      id: int,
      number: numberText,
      block: numberText,
      building: numberText,
      housing: numberText,
      codeFias: text,
      type: text,
      typeFull: text,
      geoLatitude: numberText,
      geoLongitude: numberText,
      geoAccuracy: numberText,
    })
    .nullish(),
  entrance: AddressEntrance.nullish(),
  flat: numberText,
});
export type RosDomofonAddress = z.infer<typeof RosDomofonAddress>;
