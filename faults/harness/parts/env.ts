/** What the tests take from their own environment; the processes under test inherit only the path. */
export const env = {
  path: process.env['PATH'] ?? '',
  /** In CI what is missing on the machine is a failure, never a skip. */
  isCi: Boolean(process.env['CI']),
};
