/** Bisection, and a sort of row numbers by a typed key that is quick when the rows come nearly sorted, as scenes do. */

/** First position in [from, to) whose value is not below `value`. */
export function lowerBound(sorted: ArrayLike<number>, value: number, from = 0, to = sorted.length): number {
  let a = from;
  let b = to;
  while (a < b) {
    const middle = (a + b) >>> 1;
    if (sorted[middle]! < value) a = middle + 1;
    else b = middle;
  }
  return a;
}

/** First position whose end is after the moment; ends are sorted because a row holds no overlap. */
export function firstAfter(row: Int32Array, hi: ArrayLike<number>, moment: number, from: number): number {
  let a = from;
  let b = row.length;
  while (a < b) {
    const middle = (a + b) >>> 1;
    if (hi[row[middle]!]! <= moment) a = middle + 1;
    else b = middle;
  }
  return a;
}

/** Sorts `rows` by `key[row]`, stably: runs merged from below, and merges skipped where two runs already follow each other. */
export function sortByKey(rows: Int32Array, key: ArrayLike<number>): Int32Array {
  const n = rows.length;
  let from = rows;
  let spare: Int32Array | null = null;
  for (let width = 1; width < n; width *= 2) {
    if (inOrder(from, key, width)) continue;
    spare ??= new Int32Array(n);
    for (let a = 0; a < n; a += 2 * width) merge(from, spare, key, a, Math.min(a + width, n), Math.min(a + 2 * width, n));
    [from, spare] = [spare, from];
  }
  if (from !== rows) rows.set(from);
  return rows;
}

function inOrder(rows: Int32Array, key: ArrayLike<number>, width: number): boolean {
  for (let m = width; m < rows.length; m += 2 * width) if (key[rows[m - 1]!]! > key[rows[m]!]!) return false;
  return true;
}

function merge(from: Int32Array, to: Int32Array, key: ArrayLike<number>, a: number, middle: number, b: number): void {
  let i = a;
  let j = middle;
  for (let o = a; o < b; o++) to[o] = i < middle && (j >= b || key[from[i]!]! <= key[from[j]!]!) ? from[i++]! : from[j++]!;
}
