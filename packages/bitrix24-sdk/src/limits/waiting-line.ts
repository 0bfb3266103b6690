import { LANES, type Lane } from '../call/command.ts';

export interface Waiting {
  readonly lane: Lane;
  readonly order: number;
}

/** Who waits, by lane, and in a lane in the order of asking. */
export interface WaitingLine<W extends Waiting> {
  readonly size: () => number;
  add(waiting: W): void;
  /** False when it is not there any more. */
  remove(waiting: W): boolean;
  /** In the order in which they are to go. */
  inOrder(): Iterable<W>;
}

export function createWaitingLine<W extends Waiting>(): WaitingLine<W> {
  const lanes = new Map<Lane, W[]>(LANES.map((lane) => [lane, []]));
  const laneOf = ({ lane }: Waiting): W[] => lanes.get(lane) ?? [];
  return {
    size: () => LANES.reduce((sum, lane) => sum + (lanes.get(lane)?.length ?? 0), 0),
    add(waiting) {
      const lane = laneOf(waiting);
      lane.splice(placeOf(lane, waiting.order), 0, waiting);
    },
    remove(waiting) {
      const lane = laneOf(waiting);
      const at = placeOf(lane, waiting.order);
      if (lane[at] !== waiting) return false;
      lane.splice(at, 1);
      return true;
    },
    *inOrder() {
      for (const lane of LANES) yield* lanes.get(lane) ?? [];
    },
  };
}

/** The first place whose order is not smaller. */
function placeOf(lane: readonly Waiting[], order: number): number {
  let from = 0;
  let to = lane.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((lane[middle]?.order ?? 0) < order) from = middle + 1;
    else to = middle;
  }
  return from;
}
