/** One frame, from lanes and view to the display list. Pure but for `view.memory`, which carries label places to the next frame. */
import { discsInView, layDiscs, laySumWords } from './amounts.ts';
import { insist, layArcs, layRings, relationsOf } from './arcs.ts';
import { layAxis, layToday } from './axis.ts';
import { layBands, layBaselines } from './bands.ts';
import { layRows, setBaselines } from './bars.ts';
import type { Display, Item } from './items.ts';
import { layEras } from './eras.ts';
import { layGaps } from './gaps.ts';
import { layGhosts } from './ghosts.ts';
import { layLabels } from './labels.ts';
import type { Lane } from './lanes.ts';
import { layMarks } from './marks.ts';
import type { Sheet } from './sheet.ts';
import { makeOccupancy } from './occupancy.ts';
import type { Scene } from './scene.ts';
import { makeFrame, timesOf, type View } from './view.ts';

export function layout(scene: Scene, lanes: Lane[], view: View): Display {
  const frame = makeFrame(scene, lanes, view);
  setBaselines(frame);
  const sheet: Sheet = { frame, items: [], hits: [], taken: makeOccupancy(frame.plot), placed: new Map(), notables: [], tops: new Map(), clusters: 0 };
  const axis = layAxis(frame);
  const bands = layBands(sheet);
  const [veil, ...today] = layToday(sheet);
  lanes.forEach((_, k) => layRows(sheet, k));
  lanes.forEach((_, k) => layMarks(sheet, k));
  const relations = relationsOf(sheet);
  for (const ev of [view.selected, view.focused, ...relations.map((r) => r.other)]) insist(sheet, ev);
  layGhosts(sheet);
  const gaps = frame.sketch ? [] : layGaps(sheet);
  const eras = layEras(frame);
  const inView = view.amounts ? discsInView(sheet) : [];
  const discs = layDiscs(sheet, inView);
  const labels = frame.sketch ? [] : layLabels(sheet, new Set([view.selected, view.focused].filter((ev) => ev >= 0)));
  const arcs = layArcs(sheet, relations);
  const sums = laySumWords(sheet, inView);
  const behind: Item[] = [...eras.tints, ...(veil ? [veil] : []), ...axis.grid, ...layBaselines(frame), ...today, ...discs];
  const inside: Item[] = [...behind, ...arcs.lines, ...sheet.items, ...sums, ...layRings(sheet), ...arcs.words];
  return {
    width: view.width,
    height: view.height,
    window: timesOf(scene, view.window),
    plot: frame.plot,
    lanes: frame.bands,
    items: inside,
    outer: [...bands, ...axis.labels, ...gaps, ...eras.titles],
    labels,
    hits: frame.sketch ? [] : sheet.hits,
    shown: [...sheet.placed.keys()],
    clusters: sheet.clusters,
  };
}
