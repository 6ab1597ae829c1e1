/** Which step divides which part of the axis: one for all of it where time runs evenly, several where some times have more room than others. */
import { type Step, stepAt, ticks, type Ticks } from './ticks.ts';
import type { Warp } from './warp.ts';

/** A part of the axis, from time to time, that one step divides. */
interface Stretch {
  from: number;
  to: number;
  step: Step;
}

/** A warped axis is looked at in columns of this many pixels. */
const COLUMN = 96;

/** Where time runs evenly, one stretch; on another scale as many as the room for a day changes. */
export function stretches({ name, back }: Warp, [from, to]: readonly [number, number], scale: number): Stretch[] {
  if (name === 'linear') return [{ from, to, step: stepAt(scale) }];
  const columns = Math.max(1, Math.ceil(((to - from) * scale) / COLUMN));
  const edge = (c: number) => back(from + ((to - from) * c) / columns);
  const all: Stretch[] = [];
  for (let c = 0; c < columns; c++) {
    const [a, b] = [edge(c), edge(c + 1)];
    const step = stepAt(((to - from) * scale) / columns / (b - a));
    const last = all[all.length - 1];
    if (last?.step === step) last.to = b;
    else all.push({ from: a, to: b, step });
  }
  return all;
}

/** The ticks of all stretches; a context that goes on is not named again. */
export function joined(all: Stretch[]): Ticks {
  const marks: Ticks = { minor: [], major: [] };
  for (const { from, to, step } of all) {
    const { minor, major } = ticks(from, to, step);
    marks.minor.push(...minor);
    for (const tick of major) if (tick.label !== marks.major[marks.major.length - 1]?.label) marks.major.push({ ...tick, at: Math.max(tick.at, from) });
  }
  return marks;
}
