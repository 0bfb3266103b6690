import type { Bitrix24Calls } from './call/calls.ts';
import type { Transport } from './call/transport-port.ts';
import type { Bitrix24Options, Settings } from './options.ts';

/** A Bitrix24 portal. */
export interface Bitrix24 extends Bitrix24Calls, AsyncDisposable {
  /** Waits for what is running, at most so long (10 s), and cuts off the rest. */
  close(options?: { deadlineMs?: number }): Promise<void>;
}

export declare function createBitrix24(options: Bitrix24Options): Bitrix24;
export declare const checkOptions: (options: Bitrix24Options) => Settings;
export declare function assemble(settings: Settings, transport: Transport): Bitrix24;
