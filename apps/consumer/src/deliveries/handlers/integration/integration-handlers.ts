import { type AuthorizeTools, integrationAuthorizeHandler } from './integration-authorize.ts';
import { type CheckTools, integrationCheckHandler } from './integration-check.ts';

/** Neither goes through `atPortal`: the one looks at the connection itself, the other makes it. */
export const integrationHandlers = (tools: AuthorizeTools & CheckTools) => ({
  'integration.authorize': integrationAuthorizeHandler(tools),
  'integration.check': integrationCheckHandler(tools),
});
