/** Named stretches of time behind the lanes, their titles on rows of their own above them. */
import type { Item } from './items.ts';
import { ellipsis, isRtl } from './metrics.ts';
import type { Era } from './sparse.ts';
import { ERA_ROW, erasHeight, type Frame } from './view.ts';

const SIZE = 11.5;

export interface EraItems {
  /** Behind everything in the plot; above the plot. */
  tints: Item[];
  titles: Item[];
}

export function layEras(frame: Frame): EraItems {
  const out: EraItems = { tints: [], titles: [] };
  const { plot, scene } = frame;
  scene.eras.forEach((era, i) => {
    const x0 = frame.xAt(era.start);
    const x1 = frame.xAt(era.end);
    if (x1 <= plot.x0 || x0 >= plot.x1) return;
    out.tints.push(...tint(frame, era, x0, x1, i % 2 === 0));
    out.titles.push(...title(frame, era, Math.max(x0, plot.x0), Math.min(x1, plot.x1)));
  });
  return out;
}

/** A shade for every other era, fading where its bounds are vague, and a line where each begins. */
function tint({ plot, palette, xAt }: Frame, era: Era, x0: number, x1: number, shaded: boolean): Item[] {
  const [left, right] = [Math.max(x0, plot.x0 - 60), Math.min(x1, plot.x1 + 60)];
  const fade: [number, number] = [vague(xAt(era.startLatest) - x0, right - left), vague(x1 - xAt(era.endEarliest), right - left)];
  const line = (x: number): Item[] => (x > plot.x0 && x < plot.x1 ? [{ t: 'line', x1: x, x2: x, y1: plot.y0, y2: plot.y1, stroke: palette.rule, lw: 1 }] : []);
  const shade: Item[] = shaded ? [{ t: 'rect', x: left, y: plot.y0, w: right - left, h: plot.y1 - plot.y0, fill: palette.panel, alpha: 0.6, fade }] : [];
  return [...shade, ...(fade[0] ? [] : line(x0)), ...(fade[1] ? [] : line(x1))];
}

const vague = (width: number, whole: number): number => (width > 2 && Number.isFinite(width) ? Math.min(width, whole / 2) : 0);

/** The title stays in sight as long as its era does. */
function title({ plot, palette, measure, scene }: Frame, era: Era, x0: number, x1: number): Item[] {
  const y = plot.y0 - erasHeight(scene) + era.row * ERA_ROW;
  const s = ellipsis(era.title, x1 - x0 - 12, SIZE, true, measure);
  const w = s ? measure(s, SIZE, true) : 0;
  const rule: Item = { t: 'rect', x: x0 + 1, y: y + ERA_ROW - 3, w: Math.max(1, x1 - x0 - 2), h: 2, fill: palette.muted, alpha: 0.45 };
  return s ? [rule, { t: 'text', x: x0 + 6, y: y + 7.5, s, size: SIZE, bold: true, fill: palette.muted, w, ...(isRtl(s) ? { rtl: true } : {}) }] : [rule];
}
