/** A record that a careless or hostile producer might send. */
export interface PoisonKind {
  name: string;
  /** The topic that it is meant for: what is expected of it holds there. */
  on: 'sign-ups' | 'messages-in';
  /** `dead`: no event can be read from it. `handled`: strange, but a person would understand it. */
  expected: 'dead' | 'handled';
  why: string;
  key: string | null;
  /** Built when asked for: some are a megabyte. */
  value: () => Uint8Array | null;
  timestampMs?: number;
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
export const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value));
