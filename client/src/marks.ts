/** Marks on the baselines: single events where there is room, columns with counts where there is not. */
import { markItem } from './glyphs.ts';
import { type Column, column, countWords, crowdedBest } from './crowds.ts';
import type { Item } from './items.ts';
import type { Lane } from './lanes.ts';
import { exceeding } from './peaks.ts';
import { FLAG, type Scene } from './scene.ts';
import { bucketDays, markRadius, type Placed, type Sheet } from './sheet.ts';
import { lowerBound } from './sorting.ts';
import { TAKEN } from './occupancy.ts';
import type { Frame } from './view.ts';

const STACK = 13;

export function layMarks(sheet: Sheet, k: number): void {
  const { frame } = sheet;
  const lane = frame.lanes[k]!;
  if (!lane.events.length) return;
  const [from, to] = frame.window;
  const size = bucketDays(frame.scale);
  const columns: Column[] = [];
  continuing(sheet, k, lane);
  let low = lowerBound(lane.at, Math.floor(from / size) * size);
  for (let b = Math.floor(from / size); b * size <= to; b++) {
    const high = lowerBound(lane.at, (b + 1) * size, low);
    if (high > low) bucket(sheet, k, low, high, b * size, size, columns);
    low = high;
  }
  if (frame.sketch) return;
  for (const c of columns) countWords(sheet, c);
  crowdedBest(sheet, k, size * 4);
}

/** Those that began before the window and are not over: only their extents reach into view, each on a row of its own. */
function continuing(sheet: Sheet, k: number, lane: Lane): void {
  const { frame } = sheet;
  const { scene, plot } = frame;
  const first = lowerBound(lane.at, frame.window[0]);
  const wide = exceeding(lane.ends, first, frame.window[0], 24).filter((p) => scene.hi[lane.events[p]!]! > frame.window[0] && strip(frame, lane.events[p]!));
  const room = capacity(frame, k);
  const pitch = pitchOf(frame, k, Math.min(wide.length, room) - 1);
  wide.slice(0, room).forEach((p, i, all) => {
    const ev = lane.events[p]!;
    const y = frame.bands[k]!.baseline - (all.length - 1 - i) * pitch;
    extent(sheet, k, ev, y);
    sheet.placed.set(ev, { ev, lane: k, x: plot.x0 + 6, y, r: 0, x0: plot.x0, x1: Math.min(frame.x(scene.hi[ev]!), plot.x1), form: 'bar', h: 12 });
  });
}

/** Is the extent of what is known wider than the mark itself? */
const strip = ({ scene, scale }: Frame, ev: number): boolean => (scene.hi[ev]! - scene.lo[ev]!) * scale >= 22;

/** How far the event may reach, as a soft strip through the mark. */
function extent(sheet: Sheet, k: number, ev: number, y: number): void {
  const { frame, items, hits } = sheet;
  const { scene, plot } = frame;
  if (!strip(frame, ev)) return;
  // A little short of its ends, so that the days of a row do not run into one bar.
  const x0 = Math.max(frame.x(scene.lo[ev]!) + 2, plot.x0 - 20);
  const x1 = Math.min(frame.x(scene.hi[ev]!) - 2, plot.x1 + 20);
  items.push({ t: 'rect', x: x0, y: y - 5, w: x1 - x0, h: 10, r: 5, fill: frame.bands[k]!.color, alpha: 0.13, ev });
  hits.push({ ev, x0, x1, y0: y - 5, y1: y + 5 });
}

function bucket(sheet: Sheet, k: number, low: number, high: number, from: number, size: number, columns: Column[]): void {
  const room = capacity(sheet.frame, k);
  const ranks = high - low <= room * 3 && !sheet.frame.sketch ? stackRanks(sheet.frame, k, low, high) : null;
  const top = ranks ? Math.max(...ranks) : 0;
  if (!ranks || top >= room) return column(sheet, k, low, high, from, size, columns);
  const { at } = sheet.frame.lanes[k]!;
  const pitch = at[high - 1]! - at[low]! < 1 ? pitchOf(sheet.frame, k, top) : STACK;
  if (pitch > STACK) stem(sheet.frame, sheet.items, k, at[low]!, top * pitch);
  // A pile of one day reads downward, in the order of the store.
  const turned = pitch > STACK && top === ranks.length - 1 ? [...ranks].sort((a, b) => b - a) : ranks;
  turned.forEach((rank, j) => single(sheet, k, low + j, rank * pitch));
}

/** How many marks may stand upon each other. */
function capacity(frame: Frame, k: number): number {
  return Math.max(1, Math.min(5, Math.floor(headroom(frame, k) / STACK)));
}

const headroom = ({ bands, gutter }: Frame, k: number): number => bands[k]!.baseline - bands[k]!.y0 - (gutter ? 2 : 16);

/** Marks of one day stand as far apart as the lane allows, up to two lines of text, or three where they are few: each then has its title beside it. */
function pitchOf(frame: Frame, k: number, top: number): number {
  return top > 0 ? Math.round(Math.max(STACK, Math.min(top > 3 ? 33 : 48, (headroom(frame, k) - 10) / top))) : STACK;
}

/** The line that ties a spread pile to the baseline. */
function stem({ x, bands, plot }: Frame, items: Item[], k: number, at: number, tall: number): void {
  const { baseline, color } = bands[k]!;
  const x0 = stay(x(at), plot.x0);
  items.push({ t: 'line', x1: x0, x2: x0, y1: baseline - tall, y2: baseline, stroke: color, alpha: 0.5, lw: 1.2 });
}

/** A mark on the very edge stays whole. */
const stay = (x: number, edge: number): number => (x >= edge - 0.5 ? Math.max(x, edge + 9) : x);

/** Rank above the baseline: the first on which the mark does not touch its neighbour of the same bucket. Of one moment, the first of the store stands on top. */
function stackRanks(frame: Frame, k: number, low: number, high: number): number[] {
  const { at } = frame.lanes[k]!;
  const ends: number[] = [];
  const ranks: number[] = [];
  let run = 0;
  for (let p = low; p < high; p++) {
    const x = frame.x(at[p]!);
    let rank = ends.findIndex((end) => x - end >= 12);
    if (rank < 0) rank = ends.length;
    ends[rank] = x;
    ranks.push(rank);
    if (p + 1 < high && at[p + 1] === at[p]) continue;
    ranks.splice(run, p + 1 - low - run, ...ranks.slice(run).reverse());
    run = p + 1 - low;
  }
  return ranks;
}

function single(sheet: Sheet, k: number, position: number, rise: number): void {
  const { frame } = sheet;
  const ev = frame.lanes[k]!.events[position]!;
  const x = stay(frame.x(frame.lanes[k]!.at[position]!), frame.plot.x0);
  if (x < frame.plot.x0 || x > frame.plot.x1) return;
  const y = frame.bands[k]!.baseline - rise;
  extent(sheet, k, ev, y);
  dot(sheet, { ev, lane: k, x, y, r: markRadius(frame.scene.weight[ev]!), x0: x, x1: x, form: 'dot', h: 0 });
}

/** Draws the mark and takes its place. */
export function dot(sheet: Sheet, placed: Placed): void {
  const { frame, items, hits, taken } = sheet;
  const { ev, x, y, r, lane } = placed;
  const { scene } = frame;
  items.push(markItem({ ev, x, y, r, color: frame.bands[lane]!.color, status: scene.statuses[scene.status[ev]!] ?? '', flags: scene.flags[ev]!, publishers: publishersShown(scene, ev) }, frame.palette));
  hits.push({ ev, x0: x - 8, x1: x + 8, y0: y - 8, y1: y + 8 });
  taken.take({ x0: x - r, x1: x + r, y0: y - r, y1: y + r }, TAKEN.mark);
  if ((scene.flags[ev]! & FLAG.disputed) !== 0) taken.take(signBox(placed), TAKEN.mark);
  sheet.placed.set(ev, placed);
}

/** One, two, or three for more; 0 where no event of the scene names any. */
export const publishersShown = ({ told, publishers }: Scene, ev: number): number => (told ? Math.min(3, Math.max(1, publishers[ev]!)) : 0);

/** Where the sign of dispute stands, with air around it. */
export const signBox = ({ x, y, r }: Placed) => ({ x0: x + r - 2, x1: x + r + 10, y0: y - r - 6, y1: y - r + 4 });

