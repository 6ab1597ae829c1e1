/** What is taken on the plot, on a grid of small cells: asking is cheap, and rounding outward never lets two things touch. */
import type { Box } from './items.ts';

export const TAKEN = { label: 1, mark: 2, leader: 4, bar: 8, column: 16 } as const;
const CELL = 3;

export interface Occupancy {
  take(box: Box, as: number): void;
  /** Is nothing of these kinds inside the box? */
  free(box: Box, of: number): boolean;
}

export function makeOccupancy(plot: Box): Occupancy {
  const columns = Math.ceil((plot.x1 - plot.x0) / CELL) + 1;
  const rows = Math.ceil((plot.y1 - plot.y0) / CELL) + 1;
  const cells = new Uint8Array(Math.max(0, columns * rows));
  const column = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor((x - plot.x0) / CELL)));
  const row = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor((y - plot.y0) / CELL)));
  return {
    take(box, as) {
      const to = column(box.x1);
      for (let r = row(box.y0); r <= row(box.y1); r++) for (let c = column(box.x0); c <= to; c++) cells[r * columns + c]! |= as;
    },
    free(box, of) {
      const to = column(box.x1);
      const last = row(box.y1);
      for (let r = row(box.y0); r <= last; r++) for (let c = column(box.x0); c <= to; c++) if ((cells[r * columns + c]! & of) !== 0) return false;
      return true;
    },
  };
}
