/** The views that the reader has come through, to go back to and forward again. */
import { placesOf, timesOf } from '../view.ts';
import type { Model } from './model.ts';
import type { Window } from './stage.ts';

interface Step {
  window: Window;
  query: string;
}

const MOST = 100;

export class Trail {
  private past: Step[] = [];
  private ahead: Step[] = [];
  private here: Step;

  constructor(private readonly model: Model) {
    this.here = this.step();
  }

  get canBack(): boolean {
    return this.past.length > 0;
  }

  get canForward(): boolean {
    return this.ahead.length > 0;
  }

  /** Called when the reader has come to rest: where that is a new view, it is one to come back to. */
  rest(): void {
    const now = this.step();
    if (same(now, this.here)) return;
    this.past = [...this.past, this.here].slice(-MOST);
    this.ahead = [];
    this.here = now;
  }

  back(): void {
    this.go(this.past, this.ahead);
  }

  forward(): void {
    this.go(this.ahead, this.past);
  }

  private go(from: Step[], to: Step[]): void {
    const step = from.pop();
    if (!step) return;
    to.push(this.here);
    this.here = step;
    this.model.setQuery(step.query);
    this.model.setWindow(placesOf(this.model.scene, step.window), true);
  }

  private step(): Step {
    return { window: timesOf(this.model.scene, this.model.window), query: this.model.query };
  }
}

/** Within a thousandth of the span two windows are one view. */
function same(a: Step, b: Step): boolean {
  const slack = (a.window[1] - a.window[0]) * 1e-3;
  return a.query === b.query && a.window.every((t, i) => Math.abs(t - b.window[i]!) < slack);
}
