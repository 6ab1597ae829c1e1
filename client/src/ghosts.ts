/** Dates that a side tells otherwise: an empty mark where it has the event, tied to where the event stands. */
import { ghost } from './glyphs.ts';
import { laneOf, type Sheet } from './sheet.ts';
import { TAKEN } from './occupancy.ts';
import { FLAG, FORM } from './scene.ts';
import type { Alternative } from './sparse.ts';

/** How far beyond the plot an extent is drawn. */
const EDGE = 40;

export function layGhosts(sheet: Sheet): void {
  const { scene, mask } = sheet.frame;
  for (const other of scene.alternatives) if (!mask || mask[other.ev]) layGhost(sheet, other);
}

function layGhost(sheet: Sheet, other: Alternative): void {
  const { frame, items, hits, taken } = sheet;
  const { scene, plot, bands } = frame;
  const { ev } = other;
  const k = laneOf(frame, ev);
  const lasting = other.end - other.start > 1.000001 || (scene.flags[ev]! & FLAG.interval) !== 0;
  const start = frame.xAt(other.start);
  const end = lasting ? frame.xAt(other.end) : start;
  if (k < 0 || end < plot.x0 || start > plot.x1) return;
  // What has no end, or one far off, is drawn as far as one can see.
  const [x0, x1] = [Math.max(start, plot.x0 - EDGE), Math.min(end, plot.x1 + EDGE)];
  const known = sheet.placed.get(ev);
  const y = known?.y ?? bands[k]!.baseline;
  const x = (x0 + x1) / 2;
  const { color } = bands[k]!;
  const from = known ? known.x : frame.x(scene.at[ev]!);
  // So near, the two could not be told apart; the sign of dispute stands for both.
  if (Math.abs(x - from) < 9 && x1 - x0 < 14) return;
  const note = `as ${other.by} has it: ${other.when}`;
  items.push({ t: 'line', x1: from, x2: x, y1: y, y2: y, stroke: color, alpha: 0.8, lw: 1.2, dash: [2, 3], ev });
  if (x1 - x0 > 14) items.push({ t: 'rect', x: x0, y: y - 5, w: x1 - x0, h: 10, r: scene.form[ev] === FORM.range ? 3 : 5, stroke: color, lw: 1, dash: [2, 3], ev });
  items.push(ghost(ev, x, y, color, frame.palette));
  hits.push({ ev, note, x0: Math.min(x0, x - 8), x1: Math.max(x1, x + 8), y0: y - 8, y1: y + 8 });
  taken.take({ x0: x - 6, x1: x + 6, y0: y - 6, y1: y + 6 }, TAKEN.mark);
}
