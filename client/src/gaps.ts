/** "14 months later": where nothing happens for a long part of the window, the axis says how long. */
import { largeNumber, YEAR_DAYS } from './calendar.ts';
import type { Item } from './items.ts';
import type { Sheet } from './sheet.ts';
import { TAKEN } from './occupancy.ts';
import { FLAG, FORM } from './scene.ts';

/** A silence is worth a word when it takes this part of the plot, and this many pixels. */
const SHARE = 0.12;
const LEAST = 136;
const SIZE = 10.5;

interface Busy {
  x0: number;
  x1: number;
  /** Places of the first and the last thing in it. */
  from: number;
  to: number;
  vague: boolean;
}

export function layGaps(sheet: Sheet): Item[] {
  const { frame, taken } = sheet;
  const { plot, palette } = frame;
  const wide = Math.max(LEAST, (plot.x1 - plot.x0) * SHARE);
  const items: Item[] = [];
  let last: Busy | null = null;
  for (const next of busy(sheet)) {
    if (last && next.x0 - last.x1 >= wide) {
      const { back } = frame.scene.warp;
      const s = `${last.vague || next.vague ? 'about ' : ''}${duration(back(next.from) - back(last.to))} later`;
      const w = frame.measure(s, SIZE, false);
      const x = (last.x1 + next.x0 - w) / 2;
      taken.take({ x0: x - 8, x1: x + w + 8, y0: plot.y1 - 8, y1: plot.y1 }, TAKEN.label);
      items.push({ t: 'rect', x: x - 8, y: plot.y1 - 6, w: w + 16, h: 13, fill: palette.bg }, { t: 'text', x, y: plot.y1 + 0.5, s, size: SIZE, fill: palette.muted, w });
    }
    if (!last || next.x1 > last.x1) last = next;
  }
  return items;
}

/** What the frame shows, as stretches in order of where they begin. */
function busy({ frame, placed, hits }: Sheet): Busy[] {
  const { scene } = frame;
  const vague = (ev: number) => scene.form[ev] === FORM.soft || (scene.flags[ev]! & (FLAG.approximate | FLAG.uncertain)) !== 0;
  /** Durations are counted from day to day, and from the middle only of what is vaguer than a day. */
  const begins = (ev: number) => (scene.form[ev] === FORM.point ? scene.lo[ev]! : scene.at[ev]!);
  const single = [...placed.values()].map((p): Busy => ({ x0: Math.min(p.x0, p.x), x1: Math.max(p.x1, p.x), from: begins(p.ev), to: scene.form[p.ev] === FORM.range ? scene.hi[p.ev]! : begins(p.ev), vague: vague(p.ev) }));
  const many = hits.flatMap(({ x0, x1, cluster }): Busy[] => (cluster ? [{ x0, x1, from: cluster.from, to: cluster.to, vague: false }] : []));
  return [...single, ...many].sort((a, b) => a.x0 - b.x0);
}

const UNITS: [number, string][] = [[YEAR_DAYS, 'year'], [YEAR_DAYS / 12, 'month'], [1, 'day'], [1 / 24, 'hour'], [1 / 1440, 'minute'], [1 / 86400, 'second']];

/** The largest unit of which there are two or more. */
export function duration(days: number): string {
  const [size, name] = UNITS.find(([unit]) => days >= unit * 1.9) ?? UNITS[5]!;
  const n = Math.round(days / size);
  return `${n >= 1000 ? largeNumber(Number(n.toPrecision(2))) : n} ${name}${n === 1 ? '' : 's'}`;
}
