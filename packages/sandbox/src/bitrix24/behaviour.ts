/** How the portal behaves. Can be changed while it runs. */
export interface PortalBehaviour {
  /** Off: no request is ever refused for there being too many. */
  limits: 'on' | 'off';
  burst: number;
  perSecond: number;
  operatingLimitS: number;
  /** The cloud cuts a request after so long: a batch whose commands take longer is answered by the gateway. */
  cutAfterS: number;
  tokenLifetimeS: number;
  refreshLifetimeS: number;
  licenceFamily: string;
  /** Without a plan that has REST, everything is refused. */
  hasSubscription: boolean;
}

/** The documented numbers of every plan but Enterprise, which has 250 and 5 (facts §6). */
export const DEFAULT_PORTAL_BEHAVIOUR: Readonly<PortalBehaviour> = {
  limits: 'on',
  burst: 50,
  perSecond: 2,
  operatingLimitS: 480,
  cutAfterS: 60,
  tokenLifetimeS: 3600,
  refreshLifetimeS: 180 * 86_400,
  licenceFamily: 'pro',
  hasSubscription: true,
};
