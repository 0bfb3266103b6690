/** What the tests take from their own environment; the processes under test inherit only the path. */
export const env = {
  path: process.env['PATH'] ?? '',
  /** How often each fault of a CRM is repeated: 30 for a long run. */
  rounds: Number(process.env['FAULT_ROUNDS'] ?? 1),
  /** In CI what is missing on the machine is a failure, never a skip. */
  isCi: Boolean(process.env['CI']),
};
