/** How tall each lane is: what lies in the window decides. Lanes with nothing to show, and closed ones, are thin strips. */
import { exceeding, peak } from './peaks.ts';
import type { Lane } from './lanes.ts';
import type { Scene } from './scene.ts';
import { firstAfter, lowerBound } from './sorting.ts';

export const MIN_LANE = 46;
/** Where lanes carry their titles inside, what they must have more. */
export const TITLE_ROW = 18;
/** Height of a lane that only says its name. */
export const STRIP = 26;
/** Pixels beyond the least height for each unit of what a lane wants. */
const MOST_PER_WANT = 52;
/** The window is looked at in this many parts: the fullest says how many labels must stand above each other. */
const PARTS = 6;
/** A lane keeps its height until it would change by more than this share. */
const SLACK = 0.22;

export type Window = readonly [number, number];

/** Heights of all lanes in pixels, `total` together. `closed` holds the threads of lanes that the reader has closed; `titled` lanes carry their titles inside. */
export function laneHeights(scene: Scene, lanes: Lane[], window: Window, total: number, closed?: ReadonlySet<number>, titled = false): number[] {
  const least = MIN_LANE + (titled ? TITLE_ROW : 0);
  const wants = lanes.map((lane) => (closed?.has(lane.thread) ? 0 : demand(scene, lane, window)));
  const open = wants.filter((w) => w > 0).length;
  if (!open && !closed?.size) return lanes.map(() => total / lanes.length);
  const sum = wants.reduce((a, b) => a + b, 0);
  const spare = Math.max(0, total - open * least - (lanes.length - open) * STRIP);
  // What a lane could not use stands it apart from the others less well than an even share for all.
  const given = wants.map((w) => (w ? least + Math.min((spare * w) / sum, w * MOST_PER_WANT) : STRIP));
  const left = (total - given.reduce((a, b) => a + b, 0)) / Math.max(1, lanes.filter((l) => !closed?.has(l.thread)).length);
  return given.map((h, k) => (closed?.has(lanes[k]!.thread) ? h : h + left));
}

/** What a lane has to show, 0 when nothing: a few bisections, whatever the number of events. */
function demand({ lo, hi }: Scene, lane: Lane, [from, to]: Window): number {
  const first = lowerBound(lane.at, from);
  const count = lowerBound(lane.at, to, first) - first;
  const rows = lane.rows.filter((row) => {
    const next = row[firstAfter(row, hi, from, 0)];
    return next !== undefined && lo[next]! < to;
  }).length;
  if (!count && !rows && !exceeding(lane.ends, first, from, 1).some((p) => hi[lane.events[p]!]! > from)) return 0;
  let most = 0;
  let low = first;
  for (let part = 1; part <= PARTS; part++) {
    const high = lowerBound(lane.at, from + ((to - from) * part) / PARTS, low);
    most = Math.max(most, high - low);
    low = high;
  }
  const heavy = count && lane.weights.key[peak(lane.weights, first, first + count)]! >= 220 ? 1.5 : 0;
  return 1 + heavy + Math.min(most, 7) * 0.6 + Math.min(count, 10) * 0.15 + Math.min(rows, 4) * 1.2;
}

/** Are the new heights different enough to move anything? */
export function worthMoving(now: number[], next: number[]): boolean {
  return next.length !== now.length || next.some((h, k) => (h <= STRIP) !== (now[k]! <= STRIP) || Math.abs(h - now[k]!) > Math.max(12, now[k]! * SLACK));
}
