/** Shapes of marks. Status speaks by shape and outline, never by colour alone; doubt by a soft or dashed ring. */
import type { Item, MarkItem } from './items.ts';
import type { Palette } from './palette.ts';
import { FLAG } from './scene.ts';

const circle = (r: number, x = 0, y = 0): string => `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
const diamond = (r: number): string => `M0,${-r}L${r},0L0,${r}L${-r},0z`;
const half = (r: number): string => `M0,${-r}a${r},${r} 0 0,0 0,${2 * r}z`;
const slash = (r: number): string => `M${-r},${r}L${r},${-r}`;
const square = (r: number): string => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`;
const notEqual = (x: number, y: number): string => `M${x - 2.8},${y - 1.2}h5.6m-5.6,2.5h5.6m-1.1,-4.7l-3.4,6.9`;

type Part = MarkItem['parts'][number];

/** The strokes of each status around the origin, in drawing order. */
function strokes(status: string, r: number, color: string, bg: string): Part[] {
  const open = { fill: bg, stroke: color, lw: 1.8 };
  switch (status) {
    case 'reported':
      return [{ d: circle(r - 0.6), ...open }];
    case 'alleged':
      return [{ d: diamond(r + 0.6), ...open }];
    case 'disputed':
      return [{ d: circle(r - 0.6), ...open }, { d: half(r - 0.6), fill: color }];
    case 'denied':
      return [{ d: circle(r - 0.6), ...open }, { d: slash(r - 1), stroke: color, lw: 1.6 }];
    case 'planned':
      return [{ d: square(r - 1), ...open, lw: 1.5, dash: [2, 1.6] }];
    default:
      return [{ d: circle(r), fill: color }];
  }
}

/** The fuller a mark, the more publishers tell it: a solid one has a hole for one or two of them, an open one a core for two or more. */
function core(status: string, r: number, publishers: number, color: string, bg: string): Part[] {
  if (!publishers) return [];
  if (status === 'reported' || status === 'alleged') return publishers > 1 ? [{ d: circle(publishers > 2 ? 2.1 : 1.2), fill: color }] : [];
  if (status !== 'established') return [];
  return publishers < 3 ? [{ d: circle(publishers < 2 ? r * 0.46 : r * 0.26), fill: bg }] : [];
}

export interface Mark {
  ev: number;
  x: number;
  y: number;
  r: number;
  color: string;
  status: string;
  flags: number;
  /** How many independent publishers tell it: 1, 2, or 3 for more; 0 leaves that unsaid. */
  publishers?: number;
}

const SHOWN_FLAGS = FLAG.approximate | FLAG.uncertain | FLAG.disputed;
const known = new Map<string, Part[]>();

/** The mark of one event: a thin halo of background, the shape, rings of doubt, the sign of dispute. */
export function markItem({ ev, x, y, r, color, status, flags, publishers = 0 }: Mark, palette: Palette): MarkItem {
  const key = `${status}${r}${color}${flags & SHOWN_FLAGS}${publishers}${palette.name}`;
  let parts = known.get(key);
  if (!parts) known.set(key, (parts = markParts(r, color, status, flags, publishers, palette)));
  return { t: 'mark', x, y, key, parts, ev };
}

function markParts(r: number, color: string, status: string, flags: number, publishers: number, { bg, ink }: Palette): Part[] {
  const out: Part[] = [{ d: circle(r + 1.4), fill: bg }];
  if ((flags & FLAG.approximate) !== 0) out.push({ d: circle(r + 3.4), fill: color, alpha: 0.24 });
  if ((flags & FLAG.uncertain) !== 0) out.push({ d: circle(r + 3), stroke: color, lw: 1, dash: [2, 2] });
  out.push(...strokes(status, r, color, bg), ...core(status, r, publishers, color, bg));
  if ((flags & FLAG.disputed) !== 0) out.push(...disputeParts(r + 3, -r - 1, bg, ink));
  return out;
}

const disputeParts = (x: number, y: number, bg: string, ink: string): Part[] => [
  { d: circle(4.6, x, y), fill: bg },
  { d: notEqual(x, y), stroke: ink, lw: 1.1 },
];

/** Where a side has the event instead: an empty place. */
export function ghost(ev: number, x: number, y: number, color: string, { bg, name }: Palette): MarkItem {
  return { t: 'mark', x, y, key: `ghost${color}${name}`, parts: [{ d: circle(5), fill: bg, alpha: 0.7 }, { d: circle(4.6), stroke: color, lw: 1.2, dash: [1.6, 1.9] }], ev };
}

/** "≠": somebody tells it otherwise. */
export function disputeSign(ev: number, x: number, y: number, { name, bg, ink }: Palette): Item {
  return { t: 'mark', x, y, key: `dispute${name}`, parts: disputeParts(0, 0, bg, ink), ev };
}

export function ring(ev: number, x: number, y: number, r: number, color: string, lw: number): Item {
  return { t: 'mark', x, y, key: `ring${r}${color}${lw}`, parts: [{ d: circle(r), stroke: color, lw }], ev };
}

/** Fill and outline of bars and extents by status. */
export function barStyle(status: string): { alpha: number; outline: boolean; dash?: number[] } {
  switch (status) {
    case 'reported':
      return { alpha: 0.13, outline: true };
    case 'alleged':
      return { alpha: 0.13, outline: true, dash: [5, 3] };
    case 'disputed':
      return { alpha: 0.16, outline: true, dash: [2, 2] };
    case 'denied':
      return { alpha: 0.04, outline: true, dash: [1.5, 3] };
    case 'planned':
      return { alpha: 0.05, outline: true, dash: [7, 4] };
    default:
      return { alpha: 0.3, outline: false };
  }
}
