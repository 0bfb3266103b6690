/** REST client of RosDomofon. */
export interface RosDomofon extends AsyncDisposable {
  close(): Promise<void>;
}

export function createRosDomofon(): RosDomofon {
  const close = async () => {};
  return { close, [Symbol.asyncDispose]: close };
}
