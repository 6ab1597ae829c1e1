/** What a frame is asked for, and the geometry that follows from it: plot, lanes, scale. */
import type { Lane } from './lanes.ts';
import type { Box, LaneBand, Slot } from './items.ts';
import { type Measure, wrap } from './metrics.ts';
import { laneColor, type Palette } from './palette.ts';
import type { Scene } from './scene.ts';
import { laneHeights, MIN_LANE, STRIP, TITLE_ROW } from './shares.ts';

export interface View {
  width: number;
  height: number;
  /** The part of the scene that is shown, in places of its warp. */
  window: [number, number];
  selected: number;
  focused: number;
  hover: number;
  /** What the filter leaves; null is everything. */
  mask?: Uint8Array | null;
  /** Are sums drawn as discs? */
  amounts?: boolean;
  palette: Palette;
  measure: Measure;
  /** Placements of the frame before; mutated into those of this one. */
  memory: Map<number, Slot>;
  /** Titles as they may be set, by event: found once, not once a frame. */
  titles: Map<number, Setting[]>;
  /** Room above the plot for a title, below for a footer; the SVG uses both. */
  top: number;
  bottom: number;
  /** Heights of the lanes, kept while the reader moves; without them the window decides. */
  heights?: number[] | null;
  /** Threads of lanes that the reader has closed. */
  closed?: ReadonlySet<number>;
}

/** A title broken into lines, with the width of the widest. */
export interface Setting {
  lines: string[];
  w: number;
  /** Does it end in an ellipsis? */
  cut: boolean;
  /** Is the last line the date? */
  dated?: boolean;
}

/** A frame in the making. */
export interface Frame extends View {
  /** Do the lanes hold but a part of the events? Then nothing is named or counted. */
  sketch: boolean;
  /** Do labels say their dates? Decided by how many there are. */
  dated: boolean;
  scene: Scene;
  lanes: Lane[];
  plot: Box;
  bands: LaneBand[];
  gutter: number;
  narrow: boolean;
  /** Square corners: round ones are dear where there are hundreds, and nobody sees them there. */
  plain: boolean;
  /** Pixels a day of place, and where a place stands; for a time, ask the scene's warp for its place. */
  scale: number;
  x(place: number): number;
  /** Where a time stands. */
  xAt(time: number): number;
}

export const AXIS_HEIGHT = 40;
const MIN_SPAN = 1 / 1440;

/** Below this width there is no gutter for the titles of lanes. */
export const NARROW = 700;
export const ERA_ROW = 19;

/** Height of the rows above the plot that name the eras. */
export const erasHeight = ({ eras }: Scene): number => (eras.length ? 3 + ERA_ROW * (1 + Math.max(...eras.map((e) => e.row))) : 0);

/** Height below which lanes would be illegible. */
export const neededHeight = (scene: Scene, lanes: number, width: number): number => lanes * (MIN_LANE + (width < NARROW ? TITLE_ROW : 0)) + AXIS_HEIGHT + erasHeight(scene);

/** The smallest window that a double can still divide into pixels at that distance from 1970. */
export const minSpan = (time: number): number => Math.max(MIN_SPAN, Math.abs(time) * 2e-11);

/** The whole scene with about 3 % of air at both ends. */
export function wholeWindow(scene: Scene): [number, number] {
  const [low, high] = scene.span;
  const span = Math.max(high - low, 1);
  const air = span * (scene.count === 1 ? 0.6 : 0.03);
  return [low - air, Math.max(high, low + 1) + air];
}

/** A window of times as one of places, and the other way round. */
export const placesOf = ({ warp }: Scene, [from, to]: readonly [number, number]): [number, number] => [warp.to(from), warp.to(to)];
export const timesOf = ({ warp }: Scene, [from, to]: readonly [number, number]): [number, number] => [warp.back(from), warp.back(to)];

/** A window kept inside the zoom limits, with its middle inside the scene. */
export function clampWindow(scene: Scene, [from, to]: readonly [number, number]): [number, number] {
  const whole = wholeWindow(scene);
  const least = minSpan((from + to) / 2);
  const most = Math.max((whole[1] - whole[0]) * 1.25, least);
  const span = Math.min(Math.max(to - from, least), most);
  const middle = Math.min(Math.max((from + to) / 2, whole[0]), whole[1]);
  return [middle - span / 2, middle + span / 2];
}

export function makeFrame(scene: Scene, lanes: Lane[], view: View): Frame {
  const narrow = view.width < NARROW;
  const gutter = narrow || (lanes.length < 2 && !lanes[0]?.title) ? 0 : gutterWidth(lanes, view);
  const plot = { x0: gutter, y0: view.top + erasHeight(scene), x1: view.width, y1: view.height - view.bottom - AXIS_HEIGHT };
  const [from, to] = view.window;
  const scale = (plot.x1 - plot.x0) / (to - from);
  const x = (place: number) => plot.x0 + (place - from) * scale;
  return { ...view, dated: false, sketch: lanes.some((l) => l.stride > 1), scene, lanes, plot, gutter, narrow, plain: scene.count > 5000, scale, x, xAt: (time) => x(scene.warp.to(time)), bands: bandsOf(lanes, plot, view, scene, narrow) };
}

export const LANE_SIZE = 12.5;

function gutterWidth(lanes: Lane[], view: View): number {
  const widest = Math.min(168, Math.max(96, view.width * 0.14));
  const used = lanes.map((l) => Math.max(0, ...wrap(l.title || 'Other events', widest, 3, LANE_SIZE, true, view.measure).map((s) => view.measure(s, LANE_SIZE, true))));
  return Math.ceil(Math.min(widest, Math.max(72, ...used))) + 40;
}

function bandsOf(lanes: Lane[], plot: Box, { palette, heights, closed, window }: View, scene: Scene, narrow: boolean): LaneBand[] {
  const total = plot.y1 - plot.y0;
  const given = heights?.length === lanes.length ? heights : laneHeights(scene, lanes, window, total, closed, narrow);
  // Heights on their way from one size to another, or from one screen to another, still fill the plot.
  const stretch = given.some((h) => h > STRIP) ? total / given.reduce((a, b) => a + b, 0) : 1;
  let y = plot.y0;
  return lanes.map((l, k) => {
    const y0 = Math.round(y);
    y += given[k]! * stretch;
    return { thread: l.thread, title: l.title || (lanes.length > 1 ? 'Other events' : ''), color: laneColor(palette, k, l.thread), y0, y1: Math.round(y), baseline: 0, closed: closed?.has(l.thread) ?? false };
  });
}
