/** The display list: plain things to paint, in order, each knowing which event (`ev`) or cluster it stands for. */

export interface RectItem {
  t: 'rect';
  x: number;
  y: number;
  w: number;
  h: number;
  r?: number;
  fill?: string;
  alpha?: number;
  stroke?: string;
  lw?: number;
  dash?: number[];
  /** Widths over which the left and right ends fade to nothing. */
  fade?: [number, number];
  ev?: number;
}

export interface LineItem {
  t: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  stroke: string;
  lw?: number;
  dash?: number[];
  alpha?: number;
  ev?: number;
}

/** An outline in SVG path syntax. */
export interface PathItem {
  t: 'path';
  d: string;
  fill?: string;
  stroke?: string;
  lw?: number;
  dash?: number[];
  alpha?: number;
  ev?: number;
}

/** A mark at x, y, of outlines around its own origin. Marks of the same `key` look the same: a painter may draw one and copy it. */
export interface MarkItem {
  t: 'mark';
  x: number;
  y: number;
  key: string;
  parts: Omit<PathItem, 't' | 'ev'>[];
  ev?: number;
}

export interface TextItem {
  t: 'text';
  /** Left edge, or right edge when `end`. `y` is the middle of the line. */
  x: number;
  y: number;
  s: string;
  size: number;
  bold?: boolean;
  fill: string;
  w: number;
  end?: boolean;
  rtl?: boolean;
  /** Colour of a thin outline that keeps text legible above marks. */
  halo?: string;
  ev?: number;
}

/** Bars of a row too thin for more than a stripe each: left and right edges in turn, and the events that they stand for. */
export interface BarsItem {
  t: 'bars';
  y: number;
  h: number;
  fill: string;
  alpha: number;
  edges: number[];
  evs: number[];
  ev?: undefined;
}

export type Item = BarsItem | RectItem | LineItem | PathItem | MarkItem | TextItem;

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Events counted rather than drawn one by one: of lane `lane`, with marks at the places [from, to]. */
export interface Cluster {
  lane: number;
  from: number;
  to: number;
  count: number;
}

/** A place that answers to the pointer: an event, or a cluster with its extent in time. */
export interface Hit extends Box {
  ev: number;
  /** A row of thin bars: which of them is meant, the pointer's x decides. */
  bars?: BarsItem;
  cluster?: Cluster;
  /** What stands here instead of the event itself, in words. */
  note?: string;
}

/** Where a label stands, kept from frame to frame so that labels do not jump. */
export interface Slot {
  row: number;
  side: 1 | -1;
  lines: number;
  cut?: boolean;
  /** With its date below? */
  dated?: boolean | undefined;
  /** Pixels a day, and the height of the lane, when it was set: as long as both stay, the reader pans, and a label stays as it is. */
  scale?: number;
  tall?: number;
}

export interface Label extends Box {
  ev: number;
  lines: string[];
  /** The date, where it stands below the title. */
  date?: string;
  slot: Slot;
}

export interface LaneBand {
  thread: number;
  title: string;
  color: string;
  y0: number;
  y1: number;
  baseline: number;
  /** Closed by the reader: marks only, no labels. */
  closed: boolean;
}

export interface Display {
  width: number;
  height: number;
  /** What is shown, in times. */
  window: [number, number];
  plot: Box;
  lanes: LaneBand[];
  /** Inside the plot, to which painters clip them; `outer` is what stands around it. */
  items: Item[];
  outer: Item[];
  labels: Label[];
  hits: Hit[];
  /** Events drawn one by one in this frame, and in how many clusters the others are counted. */
  shown: number[];
  clusters: number;
}
