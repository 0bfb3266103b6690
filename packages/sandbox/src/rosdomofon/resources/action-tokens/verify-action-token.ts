import { operatorOf } from '../../auth/caller.ts';
import { RequestProblem } from '../../problem.ts';
import { ABONENTS_V1, type Resource } from '../../resource.ts';

/** Who is it that opened the operator's page inside the application? Says so to the abonent's own operators only. */
export const verifyActionToken: Resource = (app, { state, abonents, now }) => {
  app.get<{ Params: { token: string } }>(`${ABONENTS_V1}/action_token/verify/:token`, (request) => {
    const company = operatorOf(request);
    const known = state.current().actionTokens.get(request.params.token);
    const isGood = known && known.expiresAtMs > now() && abonents.find(company, { id: known.abonentId });
    if (!isGood) throw new RequestProblem(404, 'The token is unknown or has expired');
    state.commit({ what: 'action token used', token: known.token });
    return {
      id: known.id,
      token: known.token,
      useCount: known.useCount,
      expiryDate: known.expiresAtMs,
      subscriberId: known.abonentId,
    };
  });
};
