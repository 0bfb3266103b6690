/** How the service behaves where it is known to behave in more than one way. Can be changed while it runs. */
export interface Behaviour {
  /** How long a new token is good for. */
  tokenLifetimeS: number;
  /** `abonents/{id}/flats` is seen to work "every other time": what the other times are like. */
  abonentFlats: 'works' | 'empty every other time' | 'fails every other time';
  /** Leave out every field that the real service sometimes leaves out (facts §1.4), also those that known clients rely on. */
  isSparse: boolean;
}

/** A day: nobody has seen a longer one. */
export const MAX_TOKEN_LIFETIME_S = 86_400;

export const DEFAULT_BEHAVIOUR: Readonly<Behaviour> = {
  tokenLifetimeS: 3600,
  abonentFlats: 'works',
  isSparse: false,
};
