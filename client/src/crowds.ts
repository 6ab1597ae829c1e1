/** Where there is no room to draw events one by one: columns with counts, and on top of them the heaviest by name. */
import type { Item } from './items.ts';
import type { Lane } from './lanes.ts';
import { TAKEN } from './occupancy.ts';
import { peak } from './peaks.ts';
import { bucketDays, type Placed, type Sheet } from './sheet.ts';
import { lowerBound } from './sorting.ts';

/** Height of the smallest column; its count stands in it. */
const PILL = 15;

/** A column whose height tells the count on a logarithmic scale that no neighbour or window can change. */
export function column(sheet: Sheet, k: number, low: number, high: number, from: number, size: number, columns: Column[]): void {
  const { frame, items, hits, taken } = sheet;
  const { plot } = frame;
  const band = frame.bands[k]!;
  const count = (high - low) * frame.lanes[k]!.stride;
  const most = (band.baseline - band.y0) * 0.85;
  const h = Math.max(PILL, PILL + (most - PILL) * Math.min(1, Math.log2(count) / 16));
  const x0 = Math.max(Math.round(frame.x(from)) + 1, plot.x0);
  const x1 = Math.min(Math.round(frame.x(from + size)) - 1, plot.x1);
  if (x1 - x0 < 2) return;
  const bottom = Math.round(band.baseline + PILL / 2);
  const top = Math.round(bottom - h);
  const r = frame.plain ? 0 : 4;
  items.push({ t: 'rect', x: x0, y: top, w: x1 - x0, h: bottom - top, r, fill: band.color, alpha: 0.26 });
  const { at } = frame.lanes[k]!;
  hits.push({ ev: -1, x0: x0 - 1, x1: x1 + 1, y0: top, y1: bottom, cluster: { lane: k, from: at[low]!, to: at[high - 1]!, count } });
  taken.take({ x0, x1, y0: top, y1: bottom - PILL }, TAKEN.column);
  taken.take({ x0, x1, y0: bottom - PILL, y1: bottom }, TAKEN.mark);
  sheet.tops.set(`${k}/${Math.floor(from / size)}`, top);
  sheet.clusters++;
  columns.push({ k, x0, x1, y: band.baseline, count });
}

export interface Column {
  k: number;
  x0: number;
  x1: number;
  y: number;
  count: number;
}

/** How many: "7 events" where both sides are free, else the number alone. */
export function countWords({ frame, items, taken }: Sheet, { k, x0, x1, y, count }: Column): void {
  const number = shortCount(count);
  const put = (s: string, w: number) => items.push({ t: 'text', x: (x0 + x1 - w) / 2, y, s, size: 10, fill: frame.palette.ink, w });
  const long = `${number} events`;
  const w = frame.measure(long, 10, false);
  const over = Math.max(0, Math.ceil((w + 10 - (x1 - x0)) / 2));
  const side = (a: number, b: number) => ({ x0: a, x1: b, y0: y - PILL / 2, y1: y + PILL / 2 });
  const whole = side(x0 - over, x1 + over);
  const free = whole.x0 > frame.plot.x0 && whole.x1 < frame.plot.x1 && (!over || (taken.free(side(whole.x0, x0 - 3), ANY) && taken.free(side(x1 + 3, whole.x1), ANY)));
  if (free) {
    const pill = (fill: string, alpha: number): Item => ({ t: 'rect', x: whole.x0, y: whole.y0, w: whole.x1 - whole.x0, h: PILL, r: frame.plain ? 0 : 4, fill, alpha });
    if (over) items.push(pill(frame.palette.bg, 1), pill(frame.bands[k]!.color, 0.26));
    taken.take(whole, TAKEN.mark);
    put(long, w);
  } else {
    const short = frame.measure(number, 10, false);
    if (short + 2 <= x1 - x0) put(number, short);
  }
}

const ANY = TAKEN.mark | TAKEN.bar | TAKEN.label | TAKEN.column;

export function shortCount(n: number): string {
  if (n < 1000) return String(n);
  const [unit, letter] = n < 1e6 ? [1e3, 'k'] : [1e6, 'm'];
  return `${n / unit < 10 ? Math.floor(n / (unit / 10)) / 10 : Math.floor(n / unit)}${letter}`;
}

/** The heaviest events of places too crowded to draw them singly, found by the tree; labels decide whether they show. */
export function crowdedBest(sheet: Sheet, k: number, size: number): void {
  const { frame } = sheet;
  const lane = frame.lanes[k]!;
  let low = lowerBound(lane.at, frame.window[0]);
  const end = lowerBound(lane.at, frame.window[1], low);
  for (let b = Math.floor(frame.window[0] / size); low < end; b++) {
    const high = Math.min(end, lowerBound(lane.at, (b + 1) * size, low));
    offerBest(sheet, k, lane, low, high, 3);
    low = high;
  }
}

/** The heaviest of the stretch; if that is drawn already, the heaviest on both sides of it, and so on a few times. */
function offerBest(sheet: Sheet, k: number, lane: Lane, low: number, high: number, tries: number): void {
  if (high <= low || !tries) return;
  const position = peak(lane.weights, low, high);
  const ev = lane.events[position]!;
  if (!sheet.placed.has(ev)) return void sheet.notables.push(notable(sheet, k, ev));
  offerBest(sheet, k, lane, low, position, tries - 1);
  offerBest(sheet, k, lane, position + 1, high, tries - 1);
}

/** On top of its column, so as not to hide the count. */
export function notable({ frame, tops }: Sheet, k: number, ev: number): Placed {
  const at = frame.scene.at[ev]!;
  const x = frame.x(at);
  const top = tops.get(`${k}/${Math.floor(at / bucketDays(frame.scale))}`);
  const y = top === undefined ? frame.bands[k]!.baseline : top - 3;
  return { ev, lane: k, x, y, r: 4, x0: x, x1: x, form: 'notable', h: 0 };
}
