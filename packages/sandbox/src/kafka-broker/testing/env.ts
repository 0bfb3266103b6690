/** Where the Python environments of scripts/python-clients.sh are, and whether this run may leave anything out. */
export const testEnvironment = {
  path: process.env['PATH'] ?? '',
  isCi: Boolean(process.env['CI']),
  pythonCurrent: process.env['KAFKA_PYTHON_CURRENT'],
  pythonLegacy: process.env['KAFKA_PYTHON_LEGACY'],
};
