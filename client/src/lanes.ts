/** The level-of-detail index: per thread, marks sorted by time with trees over weight and end, and rows of lasting events. */
import { buildPeaks, type Peaks } from './peaks.ts';
import { dealRows } from './rows.ts';
import { FORM, type Scene } from './scene.ts';
import { sortByKey } from './sorting.ts';

/** More rows than this of overlapping ranges are not shown as bars of their own: they are counted with the marks. */
export const MAX_ROWS = 5;

export interface Lane {
  /** Index into the scene's threads, or −1 for events without one. */
  thread: number;
  title: string;
  /** Events drawn as marks on the baseline, sorted by `at`; positions in these arrays are what the trees return. */
  events: Int32Array;
  at: Float64Array;
  weights: Peaks;
  ends: Peaks;
  /** Lasting events by row, each sorted by start and free of overlap. */
  rows: Int32Array[];
  /** Each event stands for so many: 1, but for a sketch. */
  stride: number;
}

/** Lanes in the order of the threads; threads without events have none. Built once for a scene; with a stride, of every so manieth event only, for a first sketch. */
export function buildLanes(scene: Scene, stride = 1): Lane[] {
  const members = byThread(scene, stride);
  return members.flatMap((events, k) => (events.length ? [lane(scene, k < scene.threads.length ? k : -1, events, stride)] : []));
}

function byThread(scene: Scene, stride: number): Int32Array[] {
  const slots = scene.threads.length + 1;
  const slot = (i: number) => (scene.thread[i]! < 0 ? slots - 1 : scene.thread[i]!);
  const sizes = new Int32Array(slots);
  for (let i = 0; i < scene.count; i += stride) sizes[slot(i)]!++;
  const members = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let i = 0; i < scene.count; i += stride) members[slot(i)]![sizes[slot(i)]!++] = i;
  return members;
}

function lane(scene: Scene, thread: number, events: Int32Array, stride: number): Lane {
  const named = scene.threads[thread];
  const lasting = sortByKey(events.filter((e) => scene.form[e] !== FORM.point), scene.lo);
  const given = dealRows(lasting, scene.lo, scene.hi, scene.weight, MAX_ROWS);
  const depth = given.reduce((deepest, row) => Math.max(deepest, row + 1), 0);
  const rows = Array.from({ length: depth }, (_, r) => lasting.filter((_, k) => given[k] === r));
  const spilled = new Set(depth === MAX_ROWS ? lasting.filter((_, k) => given[k] === -1) : []);
  const marks = events.filter((e) => scene.form[e] === FORM.point || spilled.has(e));
  return withMarks(scene, { thread, title: named?.title ?? named?.name ?? '', stride }, sortByKey(marks, scene.at), rows);
}

function withMarks(scene: Scene, head: { thread: number; title: string; stride: number }, events: Int32Array, rows: Int32Array[]): Lane {
  const at = new Float64Array(events.length);
  // Single precision is enough to find candidates by; who asks looks at the event's own end.
  const end = new Float32Array(events.length);
  const weight = new Uint8Array(events.length);
  for (let p = 0; p < events.length; p++) {
    const e = events[p]!;
    at[p] = scene.at[e]!;
    end[p] = scene.hi[e]! + Math.abs(scene.hi[e]!) * 1e-7;
    weight[p] = scene.weight[e]!;
  }
  return { ...head, events, at, weights: buildPeaks(weight), ends: buildPeaks(end), rows };
}

/** The same lanes, holding only the events of the mask. Rows stay as dealt, so that filtering moves nothing. */
export function filterLanes(scene: Scene, lanes: Lane[], mask: Uint8Array | null): Lane[] {
  if (!mask) return lanes;
  const kept = (events: Int32Array) => events.filter((e) => mask[e] !== 0);
  return lanes.map((l) => withMarks(scene, l, kept(l.events), l.rows.map(kept)));
}
