/** What lasts, and what is known only to a month or a year, in rows below the baseline. */
import { barStyle, disputeSign } from './glyphs.ts';
import type { BarsItem, RectItem } from './items.ts';
import { dot } from './marks.ts';
import { markRadius, type Placed, type Sheet } from './sheet.ts';
import { TAKEN } from './occupancy.ts';
import { FLAG, FORM, type Scene } from './scene.ts';
import { MIN_LANE, TITLE_ROW } from './shares.ts';
import { firstAfter } from './sorting.ts';
import type { Frame } from './view.ts';

/** How far an open end fades beyond what is known, in pixels. */
const OPEN_FADE = 40;
/** Rows lower than this hold no text. */
const THIN = 8;

/** Height of a row and top of the rows of lane k. */
export function rowGeometry(frame: Frame, k: number): { top: number; h: number } {
  const band = frame.bands[k]!;
  const rows = frame.lanes[k]!.rows.length;
  const tall = band.y1 - band.y0;
  const fair = (tall * (frame.gutter ? 0.46 : 0.4)) / Math.max(1, rows);
  // Rows too thin for a label leave more of the lane to the marks.
  const h = fair >= 13 ? Math.min(19, fair) : Math.max(3.5, Math.min(8, fair * 0.66));
  const alone = !frame.lanes[k]!.events.length;
  const slack = alone ? Math.max(0, tall - rows * h - 50) * 0.45 : Math.max(0, tall - 120) * (rows ? 0.32 : 0.2);
  return { top: band.y1 - 6 - slack - rows * h, h };
}

/** Sets the baselines above the rows, with room below for labels where the lane is tall. Mutates the bands. */
export function setBaselines(frame: Frame): void {
  frame.bands.forEach((band, k) => {
    if (band.y1 - band.y0 < MIN_LANE) return void (band.baseline = Math.round((band.y0 + band.y1) / 2));
    const low = rowGeometry(frame, k).top - (frame.lanes[k]!.events.length ? 10 : 0);
    const title = frame.gutter ? 0 : TITLE_ROW;
    const spare = low - band.y0 - 50 - title;
    band.baseline = Math.round(low - (spare > 15 && frame.lanes[k]!.events.length ? spare * (frame.lanes[k]!.rows.length ? 0.06 : 0.38) : 0));
  });
}

export function layRows(sheet: Sheet, k: number): void {
  const { top, h } = rowGeometry(sheet.frame, k);
  sheet.frame.lanes[k]!.rows.forEach((row, r) => layRow(sheet, k, row, top + r * h, h));
}

/** Walks the visible part of a row; whatever would fall on the pixels of the bar before is skipped by bisection. */
function layRow(sheet: Sheet, k: number, row: Int32Array, y: number, h: number): void {
  const { frame } = sheet;
  const { lo, hi } = frame.scene;
  const [from, to] = frame.window;
  const stripes: BarsItem | null = h < THIN ? { t: 'bars', y: y + 0.5, h: h - 1, fill: frame.bands[k]!.color, alpha: 0.3, edges: [], evs: [] } : null;
  const fade = OPEN_FADE / frame.scale;
  let i = firstAfter(row, hi, from - fade, 0);
  while (i < row.length && lo[row[i]!]! < to + fade) {
    const end = stripes ? stripe(sheet, stripes, k, row[i]!) : bar(sheet, k, row[i]!, y, h);
    const covered = from + (end + (h < THIN ? 2 : 0.5) - frame.plot.x0) / frame.scale;
    i = hi[row[i + 1]!]! > covered ? i + 1 : firstAfter(row, hi, covered, i + 1);
  }
  if (!stripes?.evs.length) return;
  sheet.items.push(stripes);
  sheet.hits.push({ ev: -1, bars: stripes, x0: frame.plot.x0, x1: frame.plot.x1, y0: y, y1: y + h });
}

/** Adds the bar to its row's stripes. Only long ones are worth a flag: hundreds of short ones would cost more than they tell. */
function stripe({ frame, placed, taken }: Sheet, { edges, evs, y, h }: BarsItem, k: number, ev: number): number {
  const x0 = Math.max(frame.x(frame.scene.lo[ev]!), frame.plot.x0);
  const end = frame.x(frame.scene.hi[ev]!);
  if (end < frame.plot.x0 || x0 > frame.plot.x1) return end;
  const x1 = Math.min(Math.max(end, x0 + 2), frame.plot.x1);
  edges.push(x0, x1);
  evs.push(ev);
  taken.take({ x0, x1, y0: y, y1: y + h }, TAKEN.bar);
  if (x1 - x0 > 36) placed.set(ev, { ev, lane: k, x: x0, y: y + h / 2, r: 0, x0, x1, form: 'bar', h });
  return x1;
}

/** Draws one bar or extent; returns where it ends on the screen. */
export function bar(sheet: Sheet, k: number, ev: number, y: number, h: number): number {
  const { frame, items, hits, taken } = sheet;
  const { scene, plot } = frame;
  const ends = barEnds(frame, ev);
  const inset = h > 10 ? 1.5 : 0.5;
  const soft = scene.form[ev] === FORM.soft;
  const x0 = Math.max(ends.x0, plot.x0 - 30);
  const x1 = Math.min(Math.max(ends.x1, ends.x0 + (soft ? 0 : 6)), plot.x1 + 30);
  if (x1 < plot.x0 + 3 || x0 > plot.x1 - 1) return x1;
  const visible = (width: number) => (width < 2 ? 0 : width);
  const fade: [number, number] = [visible(ends.x0 + ends.fade[0] - x0), visible(x1 - (ends.x1 - ends.fade[1]))];
  const status = scene.statuses[scene.status[ev]!] ?? '';
  if (!soft || x1 - x0 >= 12) items.push(...barItems(frame, k, ev, { x: x0, y: y + inset, w: x1 - x0, h: h - 2 * inset, fade }, soft, status));
  hits.push({ ev, x0: x0 - 2, x1: x1 + 2, y0: y, y1: y + h });
  taken.take({ x0: Math.max(x0, plot.x0), x1: Math.min(x1, plot.x1), y0: y + inset, y1: y + h - inset }, TAKEN.bar);
  const middle = soft ? frame.x(scene.at[ev]!) : x0;
  const placed: Placed = { ev, lane: k, x: Math.max(middle, plot.x0), y: y + h / 2, r: 0, x0: Math.max(x0, plot.x0), x1: Math.min(x1, plot.x1), form: soft ? 'soft' : 'bar', h };
  sheet.placed.set(ev, placed);
  if (soft && middle >= plot.x0 && middle <= plot.x1) dot(sheet, { ...placed, x: middle, r: Math.min(h / 2 - 0.5, markRadius(scene.weight[ev]!) - 0.5) });
  else if (!soft && (scene.flags[ev]! & FLAG.disputed) !== 0 && h > 10) items.push(disputeSign(ev, placed.x0 + 8, y + 3, frame.palette));
  return soft ? Math.max(x1, middle + 5) : x1;
}

type Rect = { x: number; y: number; w: number; h: number; fade: [number, number] };

function barItems(frame: Frame, k: number, ev: number, rect: Rect, soft: boolean, status: string) {
  const { color } = frame.bands[k]!;
  const style = barStyle(status);
  const doubt = (frame.scene.flags[ev]! & (FLAG.uncertain | FLAG.approximate)) !== 0;
  const forced = frame.palette.name === 'forced';
  const outline = rect.w >= 12 && (forced || (rect.h > 7 && (style.outline || doubt || soft)));
  const dash = style.dash ?? (doubt ? [4, 3] : soft ? [1.5, 2.5] : undefined);
  const r = rect.h < THIN || frame.plain ? 0 : Math.min(rect.h / 2, soft ? 9 : 3);
  const body = { t: 'rect' as const, ...rect, r, fill: color, alpha: rect.w < 12 && rect.h > THIN ? 0.75 : soft ? style.alpha * 0.5 : style.alpha, ...(outline ? { stroke: color, lw: 1, ...(dash ? { dash } : {}) } : {}), ev };
  const sharp = !soft && rect.fade[0] < 2 && rect.w > 14 && rect.h > 7 && rect.x >= frame.plot.x0;
  return sharp ? [body, { t: 'rect' as const, x: rect.x, y: rect.y, w: 2.5, h: rect.h, fill: color, ev }] : [body];
}

/** Screen ends of a bar with the widths over which each fades. */
function barEnds(frame: Frame, ev: number): { x0: number; x1: number; fade: [number, number] } {
  const { scene, scale } = frame;
  const x0 = frame.x(scene.lo[ev]!);
  const x1 = frame.x(scene.hi[ev]!);
  if (scene.form[ev] === FORM.soft) return { x0, x1, fade: [0, 0] };
  const before = openBefore(scene, ev) ? OPEN_FADE : 0;
  const after = openAfter(scene, ev) ? OPEN_FADE : 0;
  const fuzzy = (from: number, to: number) => (Number.isFinite(to - from) && to > from ? (scene.warp.to(to) - scene.warp.to(from)) * scale : 0);
  const width = x1 - x0;
  const left = Math.min(fuzzy(scene.start[ev]!, scene.startLatest[ev]!), width / 2);
  const right = Math.min(fuzzy(scene.endEarliest[ev]!, scene.end[ev]!), width / 2);
  return { x0: x0 - before, x1: x1 + after, fade: [left + before, right + after] };
}

const openBefore = (s: Scene, ev: number): boolean => (s.flags[ev]! & (FLAG.openStart | FLAG.unknownStart)) !== 0;
const openAfter = (s: Scene, ev: number): boolean => (s.flags[ev]! & (FLAG.openEnd | FLAG.unknownEnd)) !== 0;

/** A plain bar, for the legend. */
export const barItem = (rect: Rect, fill: string, alpha: number): RectItem => ({ t: 'rect', ...rect, r: 3, fill, alpha });
