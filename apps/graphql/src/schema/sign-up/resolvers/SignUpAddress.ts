import type { SignUpAddressResolvers } from '../../types.generated.ts';

/** Its fields are those of the sign-up itself. */
export const SignUpAddress: SignUpAddressResolvers = {};
