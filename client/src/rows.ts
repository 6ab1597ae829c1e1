/** Rows for things that last, so that no two in a row overlap. Given once for the whole scene: zooming and filtering never reshuffle them. */
import { lowerBound } from './sorting.ts';

/** Above this, rows are dealt in order of time; below it, heavier events come nearer to the baseline. */
const BY_WEIGHT_LIMIT = 4000;

/** Row of each event of `rows` (sorted by `lo`), or −1 when all `limit` rows are taken. */
export function dealRows(events: Int32Array, lo: ArrayLike<number>, hi: ArrayLike<number>, weight: Uint8Array, limit: number): Int8Array {
  return events.length > BY_WEIGHT_LIMIT ? byTime(events, lo, hi, limit) : byWeight(events, lo, hi, weight, limit);
}

function byTime(events: Int32Array, lo: ArrayLike<number>, hi: ArrayLike<number>, limit: number): Int8Array {
  const ends = new Float64Array(limit).fill(-Infinity);
  return Int8Array.from(events, (e) => {
    const row = ends.findIndex((end) => end <= lo[e]!);
    if (row >= 0) ends[row] = hi[e]!;
    return row;
  });
}

function byWeight(events: Int32Array, lo: ArrayLike<number>, hi: ArrayLike<number>, weight: Uint8Array, limit: number): Int8Array {
  const given = new Int8Array(events.length).fill(-1);
  const taken: { from: number[]; to: number[] }[] = Array.from({ length: limit }, () => ({ from: [], to: [] }));
  const order = Array.from(events, (_, k) => k).sort((a, b) => weight[events[b]!]! - weight[events[a]!]! || a - b);
  for (const k of order) given[k] = taken.findIndex((row) => place(row, lo[events[k]!]!, hi[events[k]!]!));
  return given;
}

/** Puts the extent into the row if it is free there. */
function place(row: { from: number[]; to: number[] }, from: number, to: number): boolean {
  const i = lowerBound(row.from, from);
  if (i > 0 && row.to[i - 1]! > from) return false;
  if (i < row.from.length && row.from[i]! < to) return false;
  row.from.splice(i, 0, from);
  row.to.splice(i, 0, to);
  return true;
}
