/** The strip below: how many events lie where over the whole span. */
import type { Item } from './items.ts';
import type { Lane } from './lanes.ts';
import type { Measure } from './metrics.ts';
import type { Picture } from './paint-canvas.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';
import { lowerBound } from './sorting.ts';
import { joined, stretches } from './stretches.ts';
import type { Warp } from './warp.ts';

const STEP = 3;
const LABELS = 15;

export function layOverview(scene: Scene, lanes: Lane[], whole: [number, number], width: number, height: number, palette: Palette, measure: Measure): Picture {
  const counts = densities(scene, lanes, whole, Math.max(1, Math.floor(width / STEP)));
  const most = Math.max(1, ...counts);
  const tall = height - LABELS - 5;
  const items: Item[] = [];
  counts.forEach((count, i) => {
    if (!count) return;
    const h = Math.max(2, (tall * Math.log2(1 + count)) / Math.log2(1 + most));
    items.push({ t: 'rect', x: i * STEP, y: height - LABELS - h, w: STEP - 1, h, fill: palette.muted, alpha: 0.75 });
  });
  return { width, height, items, outer: scale(scene.warp, whole, width, height, palette, measure), plot: { x0: 0, y0: 0, x1: width, y1: height } };
}

function densities(scene: Scene, lanes: Lane[], [from, to]: [number, number], columns: number): number[] {
  const counts = new Array<number>(columns).fill(0);
  const edge = (c: number) => from + ((to - from) * c) / columns;
  for (const lane of lanes) {
    for (let c = 0, low = 0; c < columns; c++) {
      const high = lowerBound(lane.at, edge(c + 1), low);
      counts[c]! += high - low;
      low = high;
    }
    for (const row of lane.rows)
      for (const ev of row) counts[Math.min(columns - 1, Math.max(0, Math.floor(((scene.at[ev]! - from) / (to - from)) * columns)))]!++;
  }
  return counts;
}

function scale(warp: Warp, [from, to]: [number, number], width: number, height: number, palette: Palette, measure: Measure): Item[] {
  let right = 0;
  return joined(stretches(warp, [from, to], width / (to - from))).minor.flatMap(({ at, label }): Item[] => {
    const x = ((warp.to(at) - from) / (to - from)) * width + 3;
    const w = measure(label, 10, false);
    if (x < right + 8 || x + w > width) return [];
    right = x + w;
    const line: Item = { t: 'line', x1: Math.round(x - 3) + 0.5, x2: Math.round(x - 3) + 0.5, y1: height - LABELS, y2: height - 3, stroke: palette.muted, alpha: 0.6 };
    return [line, { t: 'text', x, y: height - 7, s: label, size: 10, fill: palette.muted, w }];
  });
}
