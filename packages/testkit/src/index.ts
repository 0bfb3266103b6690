export { compileCache } from './compile-cache/compile-cache.ts';
export {
  createProxy,
  type DataHook,
  type FaultProxy,
  type FaultProxyOptions,
  type ProxyConnection,
} from './fault-proxy/fault-proxy.ts';
export { freePort } from './port/free-port.ts';
export { skewedClock } from './skewed-clock/skewed-clock.ts';
export { createTestDatabase, type TestDatabase } from './test-database/create-test-database.ts';
export { createTestServer, type TestServer } from './test-database/create-test-server.ts';
export { fillDataFolder } from './test-database/fill-data-folder.ts';
