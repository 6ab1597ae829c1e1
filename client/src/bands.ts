/** The lanes themselves: thin rules, titles in the gutter on wide screens and inside the lane on narrow ones. */
import type { Item, LaneBand } from './items.ts';
import { ellipsis, isRtl, wrap } from './metrics.ts';
import { TAKEN } from './occupancy.ts';
import type { Sheet } from './sheet.ts';
import { MIN_LANE } from './shares.ts';
import { type Frame, LANE_SIZE } from './view.ts';

export function layBands(sheet: Sheet): Item[] {
  const { frame } = sheet;
  return frame.bands.flatMap((band, k) => [...rules(frame, band, k), ...(frame.gutter ? gutterTitle(frame, band) : insideTitle(sheet, band))]);
}

/** The lines on which marks stand. */
export function layBaselines({ plot, bands, lanes }: Frame): Item[] {
  return bands.flatMap((band, k): Item[] => {
    const y = band.baseline + 0.5;
    return lanes[k]!.events.length ? [{ t: 'line', x1: plot.x0, x2: plot.x1, y1: y, y2: y, stroke: band.color, alpha: 0.35, lw: 1 }] : [];
  });
}

function rules({ plot, palette }: Frame, band: LaneBand, k: number): Item[] {
  return k === 0 ? [] : [{ t: 'line', x1: 0, x2: plot.x1, y1: band.y0 + 0.5, y2: band.y0 + 0.5, stroke: palette.rule, lw: 1 }];
}

function gutterTitle({ measure, gutter }: Frame, band: LaneBand): Item[] {
  const room = Math.max(1, Math.min(3, Math.floor((band.y1 - band.y0 - 10) / 16)));
  const lines = wrap(band.title, gutter - 38, room, LANE_SIZE, true, measure);
  const top = band.y1 - band.y0 < MIN_LANE ? (band.y0 + band.y1) / 2 - 8 : band.y0 + 8.5;
  const bar: Item = { t: 'rect', x: 0, y: top + 1.5, w: 3, h: lines.length * 16 - 3, fill: band.color };
  return [bar, ...lines.map((s, i) => title(s, 12, top + 8 + i * 16, LANE_SIZE, measure(s, LANE_SIZE, true), band.color))];
}

function insideTitle({ frame, taken }: Sheet, band: LaneBand): Item[] {
  if (!band.title) return [];
  const { measure, plot } = frame;
  const s = ellipsis(band.title, plot.x1 - plot.x0 - 24, 12, true, measure);
  const w = measure(s, 12, true);
  const x = plot.x0 + 9;
  taken.take({ x0: plot.x0, x1: x + w + 6, y0: band.y0, y1: band.y0 + 18 }, TAKEN.label);
  const plate: Item = { t: 'rect', x: plot.x0, y: band.y0 + 2, w: w + 14, h: 17, fill: frame.palette.bg, alpha: 0.82 };
  const bar: Item = { t: 'rect', x: plot.x0, y: band.y0 + 5, w: 3, h: 12, fill: band.color };
  return [plate, bar, title(s, x, band.y0 + 11, 12, w, band.color)];
}

function title(s: string, x: number, y: number, size: number, w: number, fill: string): Item {
  return { t: 'text', x, y, s, size, bold: true, fill, w, ...(isRtl(s) ? { rtl: true } : {}) };
}
