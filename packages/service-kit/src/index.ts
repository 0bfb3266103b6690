export { addressBlock } from './address/address-block.ts';
export { type BudgetOptions, Budgets, type ThrottleStatus } from './budget/budgets.ts';
export { type SharedBudgets, type ShareOptions, shareBudgets } from './budget/share-budgets.ts';
export { choiceEnv, fileEnv, originsEnv } from './env/choices.ts';
export { type EnvRules, type EnvVariable, envFragment, envVariable } from './env/env-fragment.ts';
export { EnvironmentError, type EnvironmentProblem } from './env/environment-error.ts';
export {
  databaseEnv,
  healthEnv,
  httpEnv,
  type LogLevel,
  logEnv,
  numberEnv,
  publicUrlEnv,
  secretKeyEnv,
} from './env/fragments.ts';
export { type HttpAccessEnv, httpAccessEnv } from './env/http-access-env.ts';
export { type KafkaEnv, kafkaEnv } from './env/kafka-env.ts';
export { networksEnv } from './env/networks-env.ts';
export { type EnvSource, readEnv } from './env/read-env.ts';
export {
  HEALTH_PATHS,
  type HealthAnswer,
  type HealthCheck,
  type HealthChecks,
  type HealthPath,
  type HealthReport,
  healthRoutes,
} from './health/health-routes.ts';
export { type HealthServer, startHealthServer } from './health/start-health-server.ts';
export { createLogger, type Logger } from './logger/create-logger.ts';
export { type SerializedError, serializeError } from './logger/serialize-error.ts';
export {
  type Counter,
  createMetrics,
  type Gauge,
  type Histogram,
  type MetricOptions,
  type Metrics,
} from './metrics/create-metrics.ts';
export type { Lifecycle } from './process/lifecycle.ts';
export { runProcess } from './process/run-process.ts';
