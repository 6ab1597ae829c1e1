/** Which entry of a range is the greatest, in a few dozen steps whatever the range: a tree of fan-out 16 over an array. */

export interface Peaks {
  key: ArrayLike<number>;
  /** `levels[k][j]` is the position of the greatest key among the entries 16^(k+1)·j … of the array; the first wins a tie. */
  levels: Int32Array[];
}

export function buildPeaks(key: ArrayLike<number>): Peaks {
  const levels: Int32Array[] = [];
  let size = key.length;
  let below: Int32Array | null = null;
  while (size > 16) {
    const groups = (size + 15) >> 4;
    const level = new Int32Array(groups);
    for (let g = 0; g < groups; g++) level[g] = bestOf(key, below, g << 4, Math.min(size, (g + 1) << 4));
    levels.push(level);
    below = level;
    size = groups;
  }
  return { key, levels };
}

function bestOf(key: ArrayLike<number>, below: Int32Array | null, from: number, to: number): number {
  let best = below ? below[from]! : from;
  for (let i = from + 1; i < to; i++) {
    const at = below ? below[i]! : i;
    if (key[at]! > key[best]!) best = at;
  }
  return best;
}

/** Position of the greatest key in [from, to), or −1 when that is empty. */
export function peak({ key, levels }: Peaks, from: number, to: number): number {
  let best = -1;
  const offer = (at: number) => {
    if (best < 0 || key[at]! > key[best]! || (key[at]! === key[best]! && at < best)) best = at;
  };
  let a = from;
  let b = to;
  for (let k = 0; a < b; k++) {
    const level = k === 0 ? null : levels[k - 1]!;
    const last = k >= levels.length;
    while (a < b && (last || (a & 15) !== 0)) offer(level ? level[a++]! : a++);
    while (a < b && (b & 15) !== 0) offer(level ? level[--b]! : --b);
    a >>= 4;
    b >>= 4;
  }
  return best;
}

/** Positions before `to` whose key exceeds `above`, at most `limit` of them, in order. */
export function exceeding(peaks: Peaks, to: number, above: number, limit: number): number[] {
  const found: number[] = [];
  const top = peaks.levels.length;
  const size = top ? peaks.levels[top - 1]!.length : peaks.key.length;
  for (let i = 0; i < size; i++) descend(peaks, top, i, to, above, limit, found);
  return found;
}

function descend(peaks: Peaks, level: number, node: number, to: number, above: number, limit: number, found: number[]): void {
  if (found.length >= limit || node * 16 ** level >= to) return;
  const at = level ? peaks.levels[level - 1]![node]! : node;
  if (!(peaks.key[at]! > above)) return;
  if (level === 0) {
    found.push(node);
    return;
  }
  const size = level > 1 ? peaks.levels[level - 2]!.length : peaks.key.length;
  for (let i = node * 16; i < Math.min(size, node * 16 + 16); i++) descend(peaks, level - 1, i, to, above, limit, found);
}
