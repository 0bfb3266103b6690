/** Do all brokers listen on the loopback interface? */
export function isOnThisMachine(brokers: readonly string[]): boolean {
  return brokers.every((broker) => /^(localhost|127(\.\d+){3}|\[::1\]):\d+$/.test(broker));
}
