/** The axis in two lines: small units above, the larger unit that names their context below, pinned while it lasts. */
import { dayWords } from './calendar.ts';
import type { Item } from './items.ts';
import type { Sheet } from './sheet.ts';
import { TAKEN } from './occupancy.ts';
import { joined, stretches } from './stretches.ts';
import type { Ticks } from './ticks.ts';
import type { Frame } from './view.ts';

const SIZE = 11.5;

export interface AxisItems {
  grid: Item[];
  labels: Item[];
}

export function layAxis(frame: Frame): AxisItems {
  const marks = joined(stretches(frame.scene.warp, frame.window, frame.scale));
  return { grid: gridLines(frame, marks), labels: [base(frame), ...minorLabels(frame, marks), ...majorLabels(frame, marks)] };
}

function gridLines(frame: Frame, { minor, major }: Ticks): Item[] {
  const { plot, palette } = frame;
  const line = (at: number, stroke: string, y2: number): Item => ({ t: 'line', x1: crisp(frame.xAt(at)), x2: crisp(frame.xAt(at)), y1: plot.y0, y2, stroke, lw: 1 });
  const inner = minor.map((t) => line(t.at, palette.grid, plot.y1 + 5));
  const outer = major.filter((t) => t.label !== 'years ago' && frame.xAt(t.at) > plot.x0).map((t) => line(t.at, palette.rule, plot.y1 + 34));
  return [...inner, ...outer];
}

const crisp = (x: number): number => Math.round(x) + 0.5;

function base({ plot, palette }: Frame): Item {
  return { t: 'line', x1: plot.x0, x2: plot.x1, y1: plot.y1 + 0.5, y2: plot.y1 + 0.5, stroke: palette.muted, lw: 1 };
}

/** Labels centred on their ticks; one that would touch its neighbour or the edge is left out. */
function minorLabels(frame: Frame, { minor }: Ticks): Item[] {
  const { plot, palette, measure } = frame;
  const out: Item[] = [];
  let right = plot.x0 - 4;
  for (const { at, label } of minor) {
    const w = measure(label, SIZE, false);
    const x = frame.xAt(at) - w / 2;
    if (x < right + 6 || x + w > plot.x1) continue;
    out.push({ t: 'text', x, y: plot.y1 + 14, s: label, size: SIZE, fill: palette.muted, w });
    right = x + w;
  }
  return out;
}

function majorLabels(frame: Frame, { major }: Ticks): Item[] {
  const { plot, palette, measure } = frame;
  const out: Item[] = [];
  for (let i = 0; i < major.length; i++) {
    const x = Math.max(frame.xAt(major[i]!.at) + 6, plot.x0 + 6);
    const room = (i + 1 < major.length ? frame.xAt(major[i + 1]!.at) : plot.x1) - x - 6;
    const s = [major[i]!.label, major[i]!.short].find((text) => measure(text, SIZE, true) <= room);
    if (s) out.push({ t: 'text', x, y: plot.y1 + 29, s, size: SIZE, bold: true, fill: palette.ink, w: measure(s, SIZE, true) });
  }
  return out;
}

/** The line of the store's own day, and everything after it under a faint veil: what lies there is plan or unknown. */
export function layToday({ frame, taken }: Sheet): Item[] {
  const { scene, plot, palette } = frame;
  const x = crisp(frame.xAt(scene.today));
  if (!(x > plot.x0 && x < plot.x1)) return [];
  // The scene's day ends where the next begins: its last moment names it.
  const words = `as of ${dayWords(scene.today - 1e-6)}`;
  const w = frame.measure(words, 10.5, true);
  const left = x + 5 + w > plot.x1 - 2;
  const x0 = left ? x - 4 - w : x + 4;
  taken.take({ x0, x1: x0 + w, y0: plot.y0, y1: plot.y0 + 16 }, TAKEN.label);
  return [
    { t: 'rect', x, y: plot.y0, w: plot.x1 - x, h: plot.y1 - plot.y0, fill: palette.panel, alpha: 0.6 },
    { t: 'line', x1: x, x2: x, y1: plot.y0, y2: plot.y1 + 5, stroke: palette.accent, lw: 1, dash: [2, 3] },
    { t: 'text', x: x0, y: plot.y0 + 9, s: words, size: 10.5, bold: true, fill: palette.accent, w },
  ];
}
