import type { EntranceSuggestionResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const EntranceSuggestion: EntranceSuggestionResolvers = {
  entranceRosdomofonId: ({ entranceId }) => entranceId,
  entrance: ({ entranceId }, _args, { loaders }) => loaders.entrancesByRosdomofonId.load(BigInt(entranceId)),
  evidence: ({ evidence: { city, street, house, flat } }) => ({
    city: upperCase(city),
    street: upperCase(street),
    house: upperCase(house),
    flat: upperCase(flat),
  }),
};
