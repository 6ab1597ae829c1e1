/** Relations of the selected event as arcs to the related ones; those outside the window are pointed at from the edge. */
import type { Item } from './items.ts';
import { ring } from './glyphs.ts';
import { bar, rowGeometry } from './bars.ts';
import { notable } from './crowds.ts';
import { dot } from './marks.ts';
import { laneOf, type Placed, type Sheet } from './sheet.ts';
import { TAKEN } from './occupancy.ts';

interface Relation {
  other: number;
  type: string;
  outgoing: boolean;
}

export function relationsOf(sheet: Sheet): Relation[] {
  const { selected, scene } = sheet.frame;
  if (selected < 0) return [];
  return scene.relations.flatMap(([from, to, type]): Relation[] => {
    const name = (scene.relationTypes[type] ?? '').replaceAll('-', ' ');
    if (from === selected && to !== selected) return [{ other: to, type: name, outgoing: true }];
    return to === selected && from !== selected ? [{ other: from, type: name, outgoing: false }] : [];
  });
}

/** Makes sure that the event is drawn by itself, whatever crowd it stands in. */
export function insist(sheet: Sheet, ev: number): void {
  const { frame, placed } = sheet;
  if (ev < 0 || placed.has(ev)) return;
  const x = frame.x(frame.scene.at[ev]!);
  const k = laneOf(frame, ev);
  if (k < 0) return;
  const row = frame.lanes[k]!.rows.findIndex((r) => r.includes(ev));
  const { top, h } = rowGeometry(frame, k);
  if (row >= 0) bar(sheet, k, ev, top + row * h, h);
  else if (x >= frame.plot.x0 && x <= frame.plot.x1) dot(sheet, { ...notable(sheet, k, ev), r: 5, form: 'dot' });
}

/** Rings around the selected, the focused and the hovered event. */
export function layRings(sheet: Sheet): Item[] {
  const { selected, focused, hover, palette } = sheet.frame;
  const around = (ev: number, color: string, lw: number, gap: number): Item[] => {
    const p = sheet.placed.get(ev);
    if (!p) return [];
    if (p.r > 0) return [ring(ev, p.x, p.y, p.r + gap, color, lw)];
    return [{ t: 'rect', x: p.x0 - 2, y: p.y - p.h / 2 - 1, w: p.x1 - p.x0 + 4, h: p.h + 2, r: 5, stroke: color, lw, ev }];
  };
  return [...around(hover, palette.muted, 1.5, 3), ...around(selected, palette.ink, 2, 3.5), ...around(focused, palette.focus, 2.5, 6)];
}

export interface Arcs {
  lines: Item[];
  words: Item[];
}

/** Lines go below the labels, words above them. */
export function layArcs(sheet: Sheet, relations: Relation[]): Arcs {
  const from = sheet.placed.get(sheet.frame.selected);
  const drawn = from ? bundled(sheet, relations).map((r, i) => arc(sheet, from, r, i)) : [];
  const said = new Set<string>();
  const words = drawn.flatMap(({ path, relation: { type, outgoing } }) => {
    if (!path || said.has(type + outgoing)) return [];
    const found = word(sheet, type, path);
    if (found.length) said.add(type + outgoing);
    return found;
  });
  return { lines: drawn.flatMap((d) => d.lines), words };
}

/** Of those beyond the same edge, in one lane and of one type, a single arc speaks for all. */
function bundled({ frame, placed }: Sheet, relations: Relation[]): Relation[] {
  const known = new Set<string>();
  return relations.filter(({ other, type, outgoing }) => {
    const key = placed.has(other) ? `${other}${type}` : `${frame.scene.thread[other]}${type}${outgoing}${frame.scene.at[other]! < frame.window[0]}/`;
    return !known.has(key) && known.add(key);
  });
}

type Point = { x: number; y: number };
type Bow = [start: Point, control: Point, end: Point];

function arc(sheet: Sheet, from: Placed, relation: Relation, i: number): { lines: Item[]; path?: Bow; relation: Relation } {
  const { palette } = sheet.frame;
  const end = target(sheet, relation.other, i);
  if (!end) return { lines: [], relation };
  const down = end.y > from.y + 40;
  const start = { x: from.x, y: from.y + (down ? 1 : -1) * (Math.max(from.r, from.h / 2) + 5) };
  const control = bow(sheet, start, end, i);
  const d = `M${round(start.x)},${round(start.y)}Q${round(control.x)},${round(control.y)} ${round(end.x)},${round(end.y)}`;
  const [tip, back] = relation.outgoing || end.outside ? [end, control] : [start, control];
  const lines: Item[] = [
    { t: 'path', d, stroke: palette.ink, lw: 1.2, alpha: 0.75 },
    { t: 'path', d: arrow(tip, back), fill: palette.ink },
  ];
  return { lines, path: [start, control, end], relation };
}

/** The control point: upward for marks side by side, sideways for marks above each other, wider for each further arc. */
function bow({ frame }: Sheet, start: Point, end: Point, i: number): Point {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  if (Math.abs(dy) < Math.abs(dx) * 0.5) return { x: middle.x, y: Math.max(frame.plot.y0 + 4, Math.min(start.y, end.y) - 18 - Math.min(80, Math.abs(dx) * 0.14) - (i % 4) * 7) };
  const side = dx < 0 || (dx === 0 && i % 2 === 1) ? -1 : 1;
  return { x: Math.min(frame.plot.x1 - 6, Math.max(frame.plot.x0 + 6, end.x + side * (30 + (i % 4) * 22))), y: middle.y };
}

/** The type, on the first stretch of the arc where it covers nothing written. Takes its place. */
function word({ frame, taken }: Sheet, s: string, [a, c, b]: Bow): Item[] {
  const { plot, palette } = frame;
  const w = frame.measure(s, 10.5, false);
  for (const t of [0.5, 0.38, 0.62, 0.27, 0.73, 0.84, 0.16]) {
    const at = (from: number, control: number, to: number) => (1 - t) ** 2 * from + 2 * t * (1 - t) * control + t * t * to;
    const x = Math.min(Math.max(at(a.x, c.x, b.x) - w / 2, plot.x0 + 4), plot.x1 - w - 4);
    const y = at(a.y, c.y, b.y);
    const box = { x0: x - 4, x1: x + w + 4, y0: y - 8, y1: y + 8 };
    if (y < plot.y0 + 8 || !taken.free(box, TAKEN.label | TAKEN.mark | TAKEN.bar)) continue;
    taken.take(box, TAKEN.label);
    return [{ t: 'text', x, y, s, size: 10.5, fill: palette.ink, w, halo: palette.bg }];
  }
  return [];
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** Where the arc ends: at the event's mark, or at the edge it lies beyond. */
function target(sheet: Sheet, ev: number, i: number): (Point & { outside: boolean }) | null {
  const { frame, placed } = sheet;
  const known = placed.get(ev);
  if (known) {
    const from = placed.get(frame.selected)!;
    const gap = Math.max(known.r, known.h / 2) + 2;
    return { x: known.x, y: known.y + (known.y > from.y + 40 || Math.abs(known.y - from.y) <= 40 ? -gap : gap), outside: false };
  }
  const k = laneOf(frame, ev);
  if (k < 0) return null;
  const left = frame.scene.at[ev]! < frame.window[0];
  return { x: left ? frame.plot.x0 + 8 : frame.plot.x1 - 8, y: frame.bands[k]!.baseline - 12 - (i % 3) * 8, outside: true };
}

function arrow(tip: Point, back: Point): string {
  const angle = Math.atan2(tip.y - back.y, tip.x - back.x);
  const wing = (turn: number) => `${round(tip.x - 8 * Math.cos(angle + turn))},${round(tip.y - 8 * Math.sin(angle + turn))}`;
  return `M${round(tip.x)},${round(tip.y)}L${wing(0.4)}L${wing(-0.4)}z`;
}
