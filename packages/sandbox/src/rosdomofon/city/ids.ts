/**
 * Where the ids of each kind of thing begin. The ranges lie apart, so that a client that takes one id for another
 * gets a 404 and not somebody else's flat.
 */
export const FIRST_ID_OF = {
  entrance: 26_000,
  service: 60_000,
  rda: 200_000,
  camera: 390_000,
  account: 900_000,
  flat: 5_000_000,
  connection: 8_000_000,
  delegation: 12_000_000,
  /** Whatever is made later, one counter for all kinds. */
  made: 20_000_000,
} as const;
