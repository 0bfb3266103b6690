/** A module for Node's `--import` that sets the wall clock of the process forward, or back. */
export const skewedClock = (ms: number): string =>
  `data:text/javascript,${encodeURIComponent(`
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { if (given.length === 0) super(Real.now() + ${ms}); else super(...given); }
    static now() { return Real.now() + ${ms}; }
  };
`)}`;
