/** Canvas and size: turns the model into a frame on the screen, at most one a screen refresh. */
import type { Display, Slot } from '../items.ts';
import { layout } from '../layout.ts';
import type { Measure } from '../metrics.ts';
import { paint } from '../paint-canvas.ts';
import { neededHeight, type Setting } from '../view.ts';
import { type Heights, makeHeights } from './heights.ts';
import { html } from './html.ts';
import { canvasMeasure } from './measure.ts';
import type { Model } from './model.ts';
import type { Window } from './stage.ts';

export const MARGIN = { top: 4, bottom: 2 };

export class Screen {
  width = 0;
  height = 0;
  readonly heights: Heights;
  readonly canvas = html('canvas', { 'aria-hidden': 'true' });
  readonly measure: Measure;
  private frame = 0;
  private warmed = false;
  private memory = new Map<number, Slot>();
  private titles = new Map<number, Setting[]>();

  /** `surface` is the element that the canvas fills; `drawn` is told of every frame. */
  constructor(
    private readonly model: Model,
    private readonly surface: HTMLElement,
    private readonly drawn: (screen: Screen, ratio: number) => void,
  ) {
    this.measure = canvasMeasure(this.canvas);
    this.heights = makeHeights(model, () => this.ask());
  }

  ask(): void {
    if (!this.frame && !this.model.life.signal.aborted) this.frame = requestAnimationFrame(() => this.commit());
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.heights.stop();
  }

  forget(): void {
    this.memory.clear();
    this.titles.clear();
  }

  resize(width: number): void {
    if (!width || (width === this.width && !this.model.stale.size)) return;
    this.width = width;
    this.model.stale.size = this.model.stale.strip = true;
    this.ask();
  }

  /** Lets the lanes fit what will be in view. */
  fit(window: Window, smooth = true): void {
    if (this.width) this.heights.fit(window, { width: this.width, height: this.height - MARGIN.top - MARGIN.bottom }, smooth);
  }

  /** Before the first gesture: the engine compiles what it has seen run often, and the first frames of a zoom should not wait for that. A little at a time, and no more once the reader has begun. */
  warm(): void {
    if (this.warmed) return;
    this.warmed = true;
    const { window } = this.model;
    const step = (part: number) => {
      if (part < 0.05 || this.model.window !== window || this.model.life.signal.aborted) return;
      this.layout([window[0], window[0] + (window[1] - window[0]) * part], new Map());
      setTimeout(step, 40, part * 0.7);
    };
    setTimeout(step, 40, 0.5);
  }

  private commit(): void {
    this.frame = 0;
    if (!this.width) return;
    const { model } = this;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    if (model.stale.query && !model.sketch) {
      model.refilter();
      // Places remembered are those of events that may be filtered out now, and a remembered label would draw them still.
      this.memory.clear();
    }
    if (model.stale.size) this.fitCanvas(ratio);
    if (!this.heights.now || model.stale.size) this.fit(model.window, false);
    model.display = this.layout(model.window, this.memory);
    paint(this.canvas.getContext('2d', { alpha: false })!, model.display, ratio, model.palette.bg);
    this.drawn(this, ratio);
    model.stale = { query: model.sketch, strip: false, size: false };
    if (model.sketch) requestAnimationFrame(() => setTimeout(() => model.life.signal.aborted || model.complete()));
  }

  private layout(window: Window, memory: Map<number, Slot>): Display {
    const { scene, lanes, mask, selected, focused, hovered: hover, palette, closed, options } = this.model;
    const { width, height, measure, titles } = this;
    return layout(scene, lanes, { width, height, ...MARGIN, window, mask, selected, focused, hover, amounts: options.amounts === true, palette, measure, memory, titles, closed, heights: this.heights.now });
  }

  private fitCanvas(ratio: number): void {
    this.titles.clear();
    const { options, all, scene } = this.model;
    const least = this.width < 700 ? 560 : 600;
    const wanted = options.height ?? Math.max(least, Math.min(all.length * 112 + 46, 760), all.length * 72 + 46);
    this.height = Math.max(wanted, neededHeight(scene, all.length, this.width) + MARGIN.top + MARGIN.bottom);
    this.surface.style.height = `${this.height}px`;
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(this.height * ratio);
  }
}
