/** What is taken on the plot, on a grid of small cells, a bit each: asking is cheap, and rounding outward never lets two things touch. */
import type { Box } from './items.ts';

export const TAKEN = { label: 1, mark: 2, leader: 4, bar: 8, column: 16 } as const;
const KINDS = Object.values(TAKEN);
const CELL = 3;

export interface Occupancy {
  take(box: Box, as: number): void;
  /** Is nothing of these kinds inside the box? */
  free(box: Box, of: number): boolean;
}

export function makeOccupancy(plot: Box): Occupancy {
  const columns = Math.ceil((plot.x1 - plot.x0) / CELL) + 1;
  const rows = Math.ceil((plot.y1 - plot.y0) / CELL) + 1;
  const words = Math.max(0, Math.ceil(columns / 32));
  const size = Math.max(0, words * rows);
  const planes = KINDS.map(() => new Int32Array(size));
  const column = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor((x - plot.x0) / CELL)));
  const row = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor((y - plot.y0) / CELL)));
  return {
    take(box, as) {
      const [from, to, first, last] = [column(box.x0), column(box.x1), row(box.y0), row(box.y1)];
      planes.forEach((plane, k) => {
        if ((as & KINDS[k]!) === 0) return;
        for (let w = from >> 5; w <= to >> 5; w++) for (let r = first; r <= last; r++) plane[r * words + w]! |= bitsOf(w, from, to);
      });
    },
    free(box, of) {
      const [from, to, first, last] = [column(box.x0), column(box.x1), row(box.y0), row(box.y1)];
      for (let w = from >> 5; w <= to >> 5; w++) {
        const bits = bitsOf(w, from, to);
        for (let k = 0; k < planes.length; k++) {
          if ((of & KINDS[k]!) === 0) continue;
          const plane = planes[k]!;
          for (let r = first; r <= last; r++) if ((plane[r * words + w]! & bits) !== 0) return false;
        }
      }
      return true;
    },
  };
}

/** The bits of word `w` that stand for columns from … to. */
const bitsOf = (w: number, from: number, to: number): number => (w === from >> 5 ? -1 << (from & 31) : -1) & (w === to >> 5 ? -1 >>> (31 - (to & 31)) : -1);
