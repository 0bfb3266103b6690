/** What became of a round. Three empty lists: everything is there, once, in its order. */
export interface Judgement {
  lost: string[];
  doubled: string[];
  /** Order that was broken, or an unknown outcome that nobody can account for. */
  broken: string[];
  /** Messages whose outcome stayed unknown. */
  flagged: number;
  /** Attempts whose end nobody knew. */
  ambiguous: number;
  /** Attempts beyond the first of each delivery: what the fault has cost. */
  repeats: number;
}
