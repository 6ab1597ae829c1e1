/** A scene laid out on another scale: the same events, with their drawn extents in places instead of times. Made once, when the scale is chosen. */
import { type Days, FORM, type Scene } from './scene.ts';
import { LINEAR, type ScaleName, through, type Warp } from './warp.ts';

/** Of the dense scale, the part of the room that is shared out by length; the rest goes to the events. */
const BY_LENGTH = 0.3;
/** The dense scale looks at the events in this many lots: more would make a step of every single one. */
const LOTS = 240;

/** The same scene with its drawn extents in places of that scale. */
export function rescaled(scene: Scene, name: ScaleName): Scene {
  const { times } = scene;
  const warp = name === 'linear' ? LINEAR : makeWarp(scene, name);
  if (warp === LINEAR) return { ...scene, ...times, warp };
  const placed = (column: Days) => Float64Array.from(column, (time) => warp.to(time));
  return { ...scene, warp, lo: placed(times.lo), hi: placed(times.hi), at: placed(times.at) };
}

function makeWarp(scene: Scene, name: ScaleName): Warp {
  const [low, high] = scene.span;
  const dates = anchors(scene);
  const knots = name === 'even' ? distinct(dates, low, high) : distinct(quantiles(dates), low, high);
  if (knots.length < 3) return LINEAR;
  const length = name === 'even' ? 0 : BY_LENGTH;
  const share = (i: number) => length * ((knots[i]! - low) / (high - low)) + (1 - length) * (i / (knots.length - 1));
  const places = knots.map((_, i) => low + (high - low) * share(i));
  return { name, to: through(knots, places), back: through(places, knots) };
}

/** When things happen: marks where they stand, what lasts where it begins and ends. */
function anchors({ form, times: { lo, hi, at } }: Scene): Float64Array {
  const found: number[] = [];
  for (let i = 0; i < at.length; i++) {
    if (form[i] === FORM.range) found.push(lo[i]!, hi[i]!);
    else found.push(at[i]!);
  }
  return Float64Array.from(found).sort();
}

function quantiles(sorted: Float64Array): Float64Array {
  const lots = Math.min(LOTS, sorted.length);
  return Float64Array.from({ length: lots }, (_, i) => sorted[Math.floor((i * sorted.length) / lots)]!);
}

/** The ends of the scene and every date between them, each once. */
function distinct(sorted: Float64Array, low: number, high: number): Float64Array {
  const inner = sorted.filter((t, i) => t > low && t < high && t !== sorted[i - 1]);
  const all = new Float64Array(inner.length + 2);
  all[0] = low;
  all.set(inner, 1);
  all[all.length - 1] = high;
  return all;
}
