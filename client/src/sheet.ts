/** A frame in the making: what has been laid out so far, and what an event drawn by itself must tell those who come after it. */
import type { Hit, Item } from './items.ts';
import type { Occupancy } from './occupancy.ts';
import type { Frame } from './view.ts';

/** An event that this frame draws by itself, with what a label needs to know to stand beside it. */
export interface Placed {
  ev: number;
  lane: number;
  x: number;
  y: number;
  r: number;
  /** Visible extent of a bar; equal to x for a mark. */
  x0: number;
  x1: number;
  form: 'dot' | 'bar' | 'soft' | 'notable';
  /** Height of the bar's row. */
  h: number;
}

export interface Sheet {
  frame: Frame;
  items: Item[];
  hits: Hit[];
  taken: Occupancy;
  placed: Map<number, Placed>;
  /** Heaviest events of crowded places: drawn only when their label finds room. */
  notables: Placed[];
  /** Tops of columns by lane and bucket, on which notable events sit. */
  tops: Map<string, number>;
  clusters: number;
}

const MIN_BUCKET = 18;

/** A power of two of days, at least MIN_BUCKET pixels wide: aligned in time, so that panning regroups nothing. */
export const bucketDays = (scale: number): number => 2 ** Math.ceil(Math.log2(MIN_BUCKET / scale));

export const markRadius = (weight: number): number => (weight >= 220 ? 6 : 5);

/** The lane of an event, or −1 where it has none in this frame. */
export const laneOf = ({ bands, scene }: Frame, ev: number): number => bands.findIndex((b) => b.thread === scene.thread[ev]);
