/** What the tests take from their own environment; the processes under test inherit only the path. */
export const env = {
  path: process.env['PATH'] ?? '',
  /** In CI what is missing on the machine is a failure, never a skip. */
  isCi: Boolean(process.env['CI']),
  /** How often each fault is played that has rounds. */
  faultRounds: Number(process.env['FAULT_ROUNDS'] ?? 1),
  /** What those rounds are made of: `1` for rounds `1.0`, `1.1`, …; `1.7` for that one alone. */
  faultSeed: process.env['FAULT_SEED'] ?? '1',
  /** More than a look whether anything is broken: also what takes long. */
  isThorough:
    Number(process.env['FAULT_ROUNDS'] ?? 1) > 1 || process.env['FAULT_SEED']?.includes('.') === true,
  /** A file to which each round adds a line of JSON. */
  faultReport: process.env['FAULT_REPORT'],
};
