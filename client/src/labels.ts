/** Labels: the weightiest first, each on the first free place near its mark, and where it stood before if that is still free. */
import type { Box, Item, Label, LaneBand, Slot } from './items.ts';
import { notable } from './crowds.ts';
import { dot, signBox } from './marks.ts';
import { laneOf, type Placed, type Sheet } from './sheet.ts';
import { ellipsis, isRtl } from './metrics.ts';
import { TAKEN } from './occupancy.ts';
import { FLAG } from './scene.ts';
import { isHeavy, settings, SIZE } from './settings.ts';
import type { Frame, Setting } from './view.ts';

export const LINE = 15;
const MOST_TRIED = 170;
/** A label already standing is worth this much weight: new ones must be clearly better to push it out. */
const KEEP_BONUS = 48;
const ALL = TAKEN.label | TAKEN.mark | TAKEN.leader | TAKEN.bar | TAKEN.column;

interface Try {
  slot: Slot;
  lines: string[];
  /** Is the last line the date? */
  dated?: boolean | undefined;
  box: Box;
  leader?: Box;
}

/** With so few events in view, each label says its date as well. */
const FEW = 14;

/** Mutates frame and sheet. */
export function layLabels(sheet: Sheet, wanted: Set<number>): Label[] {
  const { frame } = sheet;
  frame.dated = !frame.narrow && !sheet.clusters && sheet.placed.size <= FEW;
  const labels: Label[] = [];
  for (const placed of ranking(sheet, wanted)) {
    if (frame.bands[placed.lane]!.closed && !wanted.has(placed.ev)) continue;
    const found = place(sheet, placed, wanted.has(placed.ev));
    if (!found || (placed.form === 'notable' && !markFree(sheet, placed))) continue;
    if (placed.form === 'notable') dot(sheet, placed);
    take(sheet, placed, found);
    const { lines, slot, box } = found;
    frame.memory.set(placed.ev, { ...slot, dated: found.dated, scale: frame.scale, tall: laneHeight(frame, placed.lane) });
    labels.push({ ev: placed.ev, lines: found.dated ? lines.slice(0, -1) : lines, ...(found.dated ? { date: lines[lines.length - 1]! } : {}), slot, ...box });
  }
  const standing = new Set(labels.map((l) => l.ev));
  for (const ev of [...frame.memory.keys()]) if (!standing.has(ev)) frame.memory.delete(ev);
  return labels;
}

/** A mark drawn late, with its sign of dispute, must not fall on what is written. */
const markFree = ({ frame, taken }: Sheet, p: Placed): boolean =>
  taken.free({ x0: p.x - p.r, x1: p.x + p.r, y0: p.y - p.r, y1: p.y + p.r }, TAKEN.label) && ((frame.scene.flags[p.ev]! & FLAG.disputed) === 0 || taken.free(signBox(p), TAKEN.label));

function ranking(sheet: Sheet, wanted: Set<number>): Placed[] {
  const { scene, memory, selected } = sheet.frame;
  keepNotables(sheet);
  const worth = (p: Placed) => scene.weight[p.ev]! + (memory.has(p.ev) ? KEEP_BONUS : 0) + (p.ev === selected ? 1e4 : wanted.has(p.ev) ? 1e3 : 0);
  const all = [...sheet.placed.values(), ...sheet.notables.filter((p) => !sheet.placed.has(p.ev))];
  const ranked = all.map((p) => ({ p, worth: worth(p) })).sort((a, b) => b.worth - a.worth || a.p.ev - b.p.ev);
  return ranked.slice(0, MOST_TRIED).map((r) => r.p);
}

/** Events labelled the frame before stay candidates though another may by now be the heaviest of their bucket. */
function keepNotables(sheet: Sheet): void {
  const { frame, placed, notables } = sheet;
  const known = new Set(notables.map((p) => p.ev));
  for (const ev of frame.memory.keys()) {
    const x = frame.x(frame.scene.at[ev]!);
    if (placed.has(ev) || known.has(ev) || x < frame.plot.x0 || x > frame.plot.x1) continue;
    const k = laneOf(frame, ev);
    if (k >= 0 && frame.scene.form[ev] === 0) notables.push(notable(sheet, k, ev));
  }
}

/** Where it stood before; else the first free place; else one above the counts of columns, whose tops say less than a name. */
function place(sheet: Sheet, placed: Placed, forced: boolean): Try | null {
  const { frame } = sheet;
  const before = frame.memory.get(placed.ev);
  if (before && stays(frame, placed, before)) for (const t of candidates(sheet.frame, placed)) if (same(t.slot, before) && fits(sheet, placed, t, ALL & ~TAKEN.column, 2)) return t;
  let second: Try | null = null;
  for (const t of candidates(sheet.frame, placed)) {
    if (fits(sheet, placed, t, ALL)) return t.slot.cut && second && !second.slot.cut ? second : t;
    if (!second && t.leader && fits(sheet, placed, t, ALL & ~TAKEN.column)) second = t;
  }
  if (second || !forced) return second;
  for (const t of candidates(sheet.frame, placed)) if (fits(sheet, placed, t, TAKEN.label)) return t;
  return null;
}

/** While the reader only pans, a label stays as it is. When the scale or its lane's height has changed, one that could be better is set anew. */
function stays(frame: Frame, { lane }: Placed, { cut, dated, scale, tall }: Slot): boolean {
  const same = Math.abs(scale! / frame.scale - 1) < 1e-6 && Math.abs(tall! - laneHeight(frame, lane)) < 1;
  return same || (!cut && (dated === true || !frame.dated));
}

const laneHeight = ({ bands }: Frame, k: number): number => bands[k]!.y1 - bands[k]!.y0;

/** At both ends `slack` pixels may lie on a neighbour's margin, and twice that near a mark: what stood there a moment ago must not yield to rounding. */
function fits(sheet: Sheet, placed: Placed, t: Try, of: number, slack = 0): boolean {
  const { frame, taken } = sheet;
  const within = (by: number): Box => ({ ...t.box, x0: t.box.x0 + by, x1: t.box.x1 - by });
  const mask = boxMask(t, of);
  if (!inside(t.box, frame.plot, frame.bands[placed.lane]!) || !taken.free(within(slack), mask & TAKEN.label) || !taken.free(within(slack * 2), mask)) return false;
  if (!beyondFree(sheet, { ...t, box: within(slack * 2) }, placed, of)) return false;
  return !t.leader || taken.free({ ...t.leader, x0: t.leader.x0 - 2 + slack, x1: t.leader.x1 + 2 - slack }, TAKEN.label | TAKEN.leader);
}

const same = (a: Slot, b: Slot): boolean => a.row === b.row && a.side === b.side && a.lines === b.lines && !a.cut === !b.cut;
const inside = (box: Box, plot: Box, band: LaneBand): boolean => box.x0 >= plot.x0 + 1 && box.x1 <= plot.x1 - 1 && box.y0 >= band.y0 + 1 && box.y1 <= band.y1;

/** Inside its own bar a label need only keep clear of other labels. */
const boxMask = (t: Try, of: number): number => (t.slot.row === INSIDE ? of & TAKEN.label : of);

/** The part of a label that runs out of its own extent must be free of everything. */
function beyondFree({ taken }: Sheet, t: Try, placed: Placed, of: number): boolean {
  if (t.slot.row !== INSIDE || t.box.x1 <= placed.x1) return true;
  return taken.free({ ...t.box, x0: placed.x1 + 4 }, of);
}

const INSIDE = -1;
const BESIDE = 0;
/** Rows of flags below the baseline are numbered from here. */
const BELOW = 100;

/** Places to try, best first: a title whole in any place before one cut short; in or beside the mark, then on flags above and below the baseline, near before far. */
function* candidates(frame: Frame, placed: Placed): Generator<Try> {
  const all = settings(frame, placed.ev);
  const lasting = placed.form === 'bar' || placed.form === 'soft';
  for (const cut of [false, true]) {
    const set = all.filter((s) => s.cut === cut);
    if (lasting) yield* barPlaces(frame, placed, set.find((s) => s.lines.length === 1 && !s.dated), cut);
    else for (const setting of set) yield* besideMark(frame, placed, setting);
    for (const setting of set) yield* flags(frame, placed, setting);
  }
}

function* besideMark(frame: Frame, p: Placed, { lines, w, cut, dated }: Setting): Generator<Try> {
  if (p.form === 'notable') return;
  const half = (lines.length * LINE) / 2 - 0.5;
  const gap = p.r + ((frame.scene.flags[p.ev]! & FLAG.disputed) !== 0 ? 14 : 5);
  const box = (x0: number): Box => ({ x0, x1: x0 + w, y0: p.y - half, y1: p.y + half });
  yield { slot: { row: BESIDE, side: 1, lines: lines.length, cut }, lines, dated, box: box(p.x + gap) };
  yield { slot: { row: BESIDE, side: -1, lines: lines.length, cut }, lines, dated, box: box(p.x - p.r - 5 - w) };
}

/** In the bar when it is long enough, after it, before it; or in it and cut short. */
function* barPlaces(frame: Frame, p: Placed, one: Setting | undefined, cut: boolean): Generator<Try> {
  if (p.h < 12) return;
  const { scene, measure } = frame;
  const heavy = isHeavy(frame, p.ev);
  const title = scene.titles.at(p.ev);
  const disputed = (scene.flags[p.ev]! & FLAG.disputed) !== 0;
  const start = p.form === 'soft' && p.r ? p.x + p.r + (disputed ? 13 : 5) : p.x0 + (disputed ? 16 : 7);
  const full = measure(title, SIZE, heavy);
  const box = (x0: number, w: number): Box => ({ x0, x1: x0 + w, y0: p.y - LINE / 2 + 0.5, y1: p.y + LINE / 2 - 0.5 });
  const slot = (row: number, side: 1 | -1): Slot => ({ row, side, lines: 1, cut });
  if (!cut && full <= p.x1 - start - 4) yield { slot: slot(INSIDE, 1), lines: [title], box: box(start, full) };
  if (one && p.form === 'soft') yield { slot: slot(INSIDE, 1), lines: one.lines, box: box(start, one.w) };
  if (one) yield { slot: slot(BESIDE, 1), lines: one.lines, box: box(Math.max(p.x1 + 5, disputed ? p.x + p.r + (p.r ? 13 : 18) : 0), one.w) };
  if (one) yield { slot: slot(BESIDE, -1), lines: one.lines, box: box(p.x0 - 5 - one.w, one.w) };
  if (!cut || p.x1 - start < 70) return;
  const short = ellipsis(title, p.x1 - start - 4, SIZE, heavy, measure);
  if (short) yield { slot: slot(INSIDE, -1), lines: [short], box: box(start, measure(short, SIZE, heavy)) };
}

function* flags(frame: Frame, p: Placed, { lines, w, cut, dated }: Setting): Generator<Try> {
  const band = frame.bands[p.lane]!;
  const x = p.form === 'bar' ? Math.max(p.x0 + 3, p.x) : p.x;
  const reach = Math.max(p.r, p.h / 2) + 1;
  const tall = lines.length * LINE;
  const foot = p.form === 'notable' ? Math.min(p.y - reach, band.baseline - 9) : band.baseline - 9;
  const most = Math.floor((band.y1 - band.y0) / LINE);
  for (let row = 1; row <= most; row += isHeavy(frame, p.ev) ? 0.5 : 1) {
    const above = foot - (row - 1) * LINE - tall;
    const below = band.baseline + 9 + (row - 1) * LINE;
    if (above > band.y0 && above + tall <= p.y - reach) yield* flag(x, above, w, { x0: x, x1: x, y0: above, y1: p.y - reach }, row, lines, cut, dated);
    if (below + tall <= band.y1 && p.y < band.baseline + 5) yield* flag(x, below, w, { x0: x, x1: x, y0: p.y + reach, y1: below + tall }, BELOW + row, lines, cut, dated);
  }
}

/** The text on the right of its leader, then on the left. */
function* flag(x: number, y: number, w: number, leader: Box, row: number, lines: string[], cut: boolean, dated: boolean | undefined): Generator<Try> {
  const box = (x0: number): Box => ({ x0, x1: x0 + w, y0: y, y1: y + lines.length * LINE - 1 });
  yield { slot: { row, side: 1, lines: lines.length, cut }, lines, dated, box: box(x + 4), leader };
  yield { slot: { row, side: -1, lines: lines.length, cut }, lines, dated, box: box(x - 4 - w), leader };
}

/** Paints and takes the place. Mutates the sheet. */
function take(sheet: Sheet, placed: Placed, { lines, box, leader, slot, dated }: Try): void {
  const { frame, items, taken, hits } = sheet;
  taken.take({ x0: box.x0 - 2, x1: box.x1 + 3, y0: box.y0, y1: box.y1 }, TAKEN.label);
  if (leader) {
    taken.take(leader, TAKEN.leader);
    items.push({ t: 'line', x1: leader.x0, y1: leader.y0 + 1, x2: leader.x0, y2: leader.y1 - 1, stroke: frame.bands[placed.lane]!.color, alpha: 0.55, lw: 1, ev: placed.ev });
  }
  if (placed.ev === frame.selected) items.push(plate(box, frame));
  else if (slot.row !== INSIDE) items.push({ t: 'rect', x: box.x0 - 2, y: box.y0, w: box.x1 - box.x0 + 4, h: box.y1 - box.y0, fill: frame.palette.bg, alpha: 0.82, ev: placed.ev });
  const bold = isHeavy(frame, placed.ev);
  const isDate = (i: number) => dated === true && i === lines.length - 1;
  lines.forEach((s, i) => items.push(textLine(s, i, box, slot.side === -1 && slot.row !== INSIDE, bold && !isDate(i), isDate(i), frame, placed.ev)));
  hits.push({ ev: placed.ev, ...box });
}

function plate(box: Box, { palette, selected }: Frame): Item {
  return { t: 'rect', x: box.x0 - 4, y: box.y0 - 0.5, w: box.x1 - box.x0 + 8, h: box.y1 - box.y0 + 1, r: 3, fill: palette.panel, stroke: palette.ink, lw: 1, ev: selected };
}

function textLine(s: string, i: number, box: Box, end: boolean, bold: boolean, muted: boolean, { palette, measure }: Frame, ev: number): Item {
  const w = measure(s, SIZE, bold);
  const y = box.y0 + LINE * (i + 0.5) - 0.5;
  return { t: 'text', x: end ? box.x1 : box.x0, y, s, size: SIZE, fill: muted ? palette.muted : palette.ink, w, ev, ...(bold ? { bold } : {}), ...(end ? { end } : {}), ...(isRtl(s) ? { rtl: true } : {}) };
}
