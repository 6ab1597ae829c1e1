/** What the parts of a mounted view share: the state, and the few ways to change it. */
import type { Cluster, Display } from '../items.ts';
import type { Lane } from '../lanes.ts';
import type { Scene } from '../scene.ts';
import type { Palette } from '../palette.ts';
import type { ScaleName } from '../warp.ts';
import type { Listening } from './html.ts';

export type Window = [number, number];

export interface Stage {
  readonly scene: Scene;
  /** Lanes holding what the filter leaves, and the mask that says so. */
  readonly lanes: Lane[];
  readonly mask: Uint8Array | null;
  readonly matched: number;
  readonly query: string;
  readonly options: { scale?: ScaleName; amounts?: boolean };
  readonly window: Window;
  readonly selected: number;
  readonly display: Display | null;
  readonly palette: Palette;
  readonly life: Listening;
  /** The window, now or in a quarter of a second. */
  setWindow(window: Window, smooth?: boolean): void;
  zoom(factor: number, time?: number, smooth?: boolean): void;
  pan(days: number): void;
  fit(): void;
  /** To the events that the filter leaves. */
  fitMatched(): void;
  setScale(name: ScaleName): void;
  showAmounts(shown: boolean): void;
  select(ev: number): void;
  /** Moves the window if the event lies outside it. */
  reveal(ev: number): void;
  focus(ev: number): void;
  hover(ev: number): void;
  /** Offers the events of a cluster to choose from. */
  openCluster(cluster: Cluster, x: number, y: number): void;
  setQuery(text: string): void;
}

/** Days a pixel of the plot is worth. */
export function daysPerPixel({ window, display }: Stage): number {
  return display ? (window[1] - window[0]) / (display.plot.x1 - display.plot.x0) : 0;
}

export function timeAt(stage: Stage, x: number): number {
  return stage.window[0] + (x - (stage.display?.plot.x0 ?? 0)) * daysPerPixel(stage);
}

/** The next event after `from` in the direction, among those the filter leaves; −1 when there is none. */
export function nextEvent({ scene, mask }: Stage, from: number, step: 1 | -1): number {
  for (let i = from + step; i >= 0 && i < scene.count; i += step) if (!mask || mask[i]) return i;
  return -1;
}
