/** Shapes of marks. Status speaks by shape and outline, never by colour alone; doubt by a soft or dashed ring. */
import type { Item, PathItem } from './items.ts';
import type { Palette } from './palette.ts';
import { FLAG } from './scene.ts';

const circle = (r: number): string => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
const diamond = (r: number): string => `M0,${-r}L${r},0L0,${r}L${-r},0z`;
const half = (r: number): string => `M0,${-r}a${r},${r} 0 0,0 0,${2 * r}z`;
const slash = (r: number): string => `M${-r},${r}L${r},${-r}`;
const square = (r: number): string => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`;
const NOT_EQUAL = 'M-2.8,-1.2h5.6M-2.8,1.3h5.6M1.7,-3.4L-1.7,3.5';

type Stroke = Pick<PathItem, 'fill' | 'stroke' | 'lw' | 'dash'> & { d: string };

/** The strokes of each status around the origin, in drawing order. */
function strokes(status: string, r: number, color: string, bg: string): Stroke[] {
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

export interface Mark {
  ev: number;
  x: number;
  y: number;
  r: number;
  color: string;
  status: string;
  flags: number;
}

/** The mark of one event: a thin halo of background, the shape, rings of doubt, the sign of dispute. */
export function markItems({ ev, x, y, r, color, status, flags }: Mark, { bg, ink }: Palette): Item[] {
  const path = (s: Stroke, extra: Partial<PathItem> = {}): Item => ({ t: 'path', x, y, ev, shared: true, ...s, ...extra });
  const out: Item[] = [path({ d: circle(r + 1.4), fill: bg })];
  if ((flags & FLAG.approximate) !== 0) out.push(path({ d: circle(r + 3.4), fill: color }, { alpha: 0.24 }));
  if ((flags & FLAG.uncertain) !== 0) out.push(path({ d: circle(r + 3), stroke: color, lw: 1, dash: [2, 2] }));
  out.push(...strokes(status, r, color, bg).map((s) => path(s)));
  if ((flags & FLAG.disputed) !== 0) out.push(...disputeSign(ev, x + r + 3, y - r - 1, bg, ink));
  return out;
}

/** "≠": somebody tells it otherwise. */
export function disputeSign(ev: number, x: number, y: number, bg: string, ink: string): Item[] {
  const base = { t: 'path' as const, x, y, ev, shared: true };
  return [{ ...base, d: circle(4.6), fill: bg }, { ...base, d: NOT_EQUAL, stroke: ink, lw: 1.1 }];
}

export function ring(ev: number, x: number, y: number, r: number, color: string, lw: number): Item {
  return { t: 'path', d: circle(r), x, y, stroke: color, lw, ev, shared: true };
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
