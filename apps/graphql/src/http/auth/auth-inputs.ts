import { z } from 'zod';

/** Longer than any of them is: what is too long is refused before a hash is made of it. */
const text = z.string().max(1_000);
const code = text.optional();

export const SignInInput = z.object({ email: text, password: text, code, company: text.optional() });
export const CompanyInput = z.object({ company: text });
export const InvitationInput = z.object({ token: text });
export const JoinInput = z.object({ token: text, name: text.optional(), password: text, code });
export const PasswordInput = z.object({ password: text, code, newPassword: text });
export const ProofInput = z.object({ password: text, code });
export const CodeInput = z.object({ code: text });
export const NoInput = z.object({}).optional();
