/** What listens, the variable that fixes its port, and the port that is tried first. */
export const PORT_SETTINGS = {
  graphql: { variable: 'PORT', preferred: 4000 },
  consumer: { variable: 'HEALTH_PORT', preferred: 4001 },
  hooks: { variable: 'HOOKS_PORT', preferred: 4002 },
  postgres: { variable: 'POSTGRES_PORT', preferred: 54_329 },
  kafka: { variable: 'SANDBOX_KAFKA_PORT', preferred: 54_330 },
  rosdomofon: { variable: 'SANDBOX_ROSDOMOFON_PORT', preferred: 54_331 },
  bitrix24: { variable: 'SANDBOX_BITRIX24_PORT', preferred: 54_332 },
  control: { variable: 'SANDBOX_CONTROL_PORT', preferred: 54_333 },
} as const;

export type PortName = keyof typeof PORT_SETTINGS;
export type Ports = Partial<Record<PortName, number>>;
