/** An input that the mutation can do something with, made when its turn comes. */
export interface PreparedMutation {
  readonly input: () => Promise<Record<string, unknown>> | Record<string, unknown>;
  /** As the trail calls it. */
  readonly action: string;
  /** Of the row, what the trail has to say at least; left out: it changes nothing of a row that was there. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  /** What has to be among what it caused. */
  readonly causes?: readonly string[];
}
