/** How long a test waits for what it expects: it costs nothing when all is well, and a busy machine is not a failure. */
export const PATIENCE = { timeout: 15_000 };
