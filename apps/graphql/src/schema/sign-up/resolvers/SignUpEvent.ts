import { kafkaCoordinates } from '../../inbox/kafka-coordinates.ts';
import type { SignUpEventResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const SignUpEvent: SignUpEventResolvers = {
  kind: ({ kind }) => upperCase(kind),
  kafka: (event, _args, { loaders }) => kafkaCoordinates(loaders, event),
};
