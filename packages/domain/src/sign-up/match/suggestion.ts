import type { DoubtReason, MatchEvidence } from '@domovoy/models';
import { z } from 'zod';

const Service = z.object({ id: z.int(), name: z.string(), type: z.string() });
export const ChosenServices = z.array(Service);

/** The column `suggestions`: an entrance that may be the right one, with all that a person or the workflow needs of it. */
export const Suggestion = z.object({
  entranceId: z.int(),
  addressLine: z.string(),
  /** 0..1, to sort and to show. */
  score: z.number(),
  /** Empty: it fits, and only the policy wants a person. */
  reasons: z.array(z.custom<DoubtReason>((value) => typeof value === 'string')),
  evidence: z.custom<MatchEvidence>((value) => typeof value === 'object' && value !== null),
  /** Null: nobody knows. */
  flatRanges: z.array(z.object({ start: z.int(), end: z.int() })).nullable(),
  services: ChosenServices,
});
export type Suggestion = z.output<typeof Suggestion>;
export const Suggestions = z.array(Suggestion);

/** An entrance, wherever it was found. */
export type Place = Pick<Suggestion, 'entranceId' | 'addressLine' | 'flatRanges' | 'services'>;
