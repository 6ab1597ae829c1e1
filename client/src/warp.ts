/** How time is laid out along the axis: true to its length, with more room where much happens, or the same room from date to date.
 *
 * A warp turns times into places and back, both in days, and leaves the ends of the scene where they are. A scene in places is drawn like any other:
 * only what is said of times (axis, durations, words) asks for the way back. */
import { lowerBound } from './sorting.ts';

export const SCALES = ['linear', 'dense', 'even'] as const;
export type ScaleName = (typeof SCALES)[number];

export interface Warp {
  name: ScaleName;
  /** Place of a time, and the time at a place. Outside the scene both run side by side. */
  to(time: number): number;
  back(place: number): number;
}

export const LINEAR: Warp = { name: 'linear', to: (time) => time, back: (place) => place };

export const scaleNamed = (name: string | undefined): ScaleName => SCALES.find((s) => s === name) ?? 'linear';

/** Linear from knot to knot, and of slope 1 beyond them. */
export function through(from: Float64Array, to: Float64Array): (value: number) => number {
  const last = from.length - 1;
  return (value) => {
    if (!(value > from[0]!)) return to[0]! + (value - from[0]!);
    if (value >= from[last]!) return to[last]! + (value - from[last]!);
    const i = lowerBound(from, value, 1);
    const [a, b] = [from[i - 1]!, from[i]!];
    return to[i - 1]! + ((to[i]! - to[i - 1]!) * (value - a)) / (b - a);
  };
}
