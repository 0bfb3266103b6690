/** What apps/hooks takes from whom. */
export const LIMITS = {
  /** A message of a chat with its files and names is a few KB. */
  bodyBytes: 256 * 1_024,
  /** Events of one integration, in all processes together: a portal into which somebody imports 15,000 contacts at once. */
  events: { points: 15_000, pointsPerSecond: 300 },
  /** The share of that burst that is only for what no look at the portal makes up for, such as words of operators. */
  reservedShare: 1 / 15,
  /** Claims of one integration: believed by none but the portal itself, and each is a question to it. */
  claims: { points: 12, pointsPerSecond: 0.2 },
  /** What one address may send in vain, in each process, before it hears nothing but "later". */
  strangers: { points: 100, pointsPerSecond: 2 },
} as const;
