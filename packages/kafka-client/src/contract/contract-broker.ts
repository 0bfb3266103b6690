import type { DataHook, FaultProxy } from '@domovoy/testkit';
import type { KafkaAccess } from '../access/access.ts';

/** A broker that the contract is tried on. */
export interface ContractBroker {
  /** As the client under test connects: it may use groups and topics that begin with `contract`. */
  readonly access: KafkaAccess;
  /** As the third party connects, who creates topics and produces. */
  readonly adminAccess: KafkaAccess;
  /** Only of a broker of our own: it may die. */
  readonly outage?: { kill9(): Promise<void>; restart(): Promise<void> };
  /** Only of a broker that can be put behind a proxy. */
  readonly proxy?: {
    readonly access: KafkaAccess;
    readonly faults: FaultProxy;
    /** A test sets them to act at a named moment. */
    readonly hooks: { onClientData?: DataHook; onServerData?: DataHook };
  };
  /** The broker has no request for it, and says so in its documentation. */
  readonly cannotAddPartitions?: boolean;
  stop(): Promise<void>;
}

export type StartContractBroker = () => Promise<ContractBroker>;
