/** Sums as discs behind the marks, their areas true to the sums: a layer that the reader turns on. */
import type { Hit, Item } from './items.ts';
import { TAKEN } from './occupancy.ts';
import { laneOf, type Sheet } from './sheet.ts';

/** More in one frame would be a blot. */
const MOST = 150;
const SIZE = 10.5;

export interface Disc {
  ev: number;
  x: number;
  y: number;
  /** Radii of the sum, or of the two ends of its range. */
  least: number;
  most: number;
  words: string;
}

/** Radius of the greatest sum of the scene. The scale belongs to the scene, so that no disc changes its size while the reader moves. */
export const largestDisc = (narrow: boolean): number => (narrow ? 40 : 58);

export function layDiscs(sheet: Sheet, discs: Disc[]): Item[] {
  const items = discs.flatMap((d): Item[] => disc(d, sheet.frame.bands[laneOf(sheet.frame, d.ev)]!.color));
  sheet.hits.unshift(...discs.map(({ ev, x, y, most }): Hit => ({ ev, x0: x - most, x1: x + most, y0: y - most, y1: y + most })));
  return items;
}

/** The discs of this frame, the largest first. */
export function discsInView(sheet: Sheet): Disc[] {
  const { scene, plot, mask, narrow } = sheet.frame;
  const { ev: rows, least, most, words } = scene.sums;
  const top = most.reduce((a, b) => Math.max(a, b), 0);
  const radius = (sum: number) => largestDisc(narrow) * Math.sqrt(sum / top);
  const found: Disc[] = [];
  rows.forEach((ev, i) => {
    const x = sheet.placed.get(ev)?.x ?? sheet.frame.x(scene.at[ev]!);
    const k = laneOf(sheet.frame, ev);
    const r = radius(most[i]!);
    if ((mask && !mask[ev]) || k < 0 || x + r < plot.x0 || x - r > plot.x1) return;
    found.push({ ev, x, y: sheet.placed.get(ev)?.y ?? sheet.frame.bands[k]!.baseline, least: radius(least[i]!), most: r, words: words[i]! });
  });
  return found.sort((a, b) => b.most - a.most || a.ev - b.ev).slice(0, MOST);
}

function disc({ ev, x, y, least, most }: Disc, color: string): Item[] {
  const round = (r: number) => ({ t: 'rect' as const, x: x - r, y: y - r, w: 2 * r, h: 2 * r, r, ev });
  const range: Item[] = most > least ? [{ ...round(most), stroke: color, lw: 1, dash: [3, 3] }] : [];
  return [{ ...round(least), fill: color, alpha: 0.2 }, { ...round(least), stroke: color, lw: 1 }, ...range];
}

/** The sums in words where there is room above their discs, once the titles have taken theirs. */
export function laySumWords({ frame, taken }: Sheet, discs: Disc[]): Item[] {
  const { plot, palette, measure } = frame;
  return discs.flatMap(({ ev, x, y, most, words }): Item[] => {
    const w = measure(words, SIZE, false);
    for (const middle of [y - most - 8, y + most + 8]) {
      const box = { x0: x - w / 2 - 2, x1: x + w / 2 + 2, y0: middle - 7, y1: middle + 7 };
      const inside = box.x0 > plot.x0 && box.x1 < plot.x1 && box.y0 > plot.y0 && box.y1 < plot.y1;
      if (!inside || !taken.free(box, TAKEN.label | TAKEN.mark | TAKEN.bar | TAKEN.leader)) continue;
      taken.take(box, TAKEN.label);
      return [{ t: 'text', x: x - w / 2, y: middle, s: words, size: SIZE, fill: palette.muted, w, halo: palette.bg, ev }];
    }
    return [];
  });
}
