/** Brokers (`host:port,…`) to run the plain suite on, instead of starting one. */
export const givenBrokers: readonly string[] | undefined = process.env['KAFKA_BROKERS_TEST']?.split(',');
