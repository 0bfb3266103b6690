export { freePort } from './port/free-port.ts';
export { createTestDatabase, type TestDatabase } from './test-database/create-test-database.ts';
