/** The heights of the lanes on their way: they follow what is in view once the reader has stopped moving, never while. */
import { laneHeights, worthMoving } from '../shares.ts';
import { AXIS_HEIGHT, erasHeight, NARROW } from '../view.ts';
import type { Model } from './model.ts';
import { glide } from './motion.ts';
import type { Window } from './stage.ts';

export interface Heights {
  now: number[] | null;
  /** Makes the lanes fit the window; at once, or in a quarter of a second. */
  fit(window: Window, room: { width: number; height: number }, smooth: boolean): void;
  stop(): void;
}

export function makeHeights(model: Model, changed: () => void): Heights {
  let goal: number[] | null = null;
  let gliding: { stop(): void } | null = null;
  return {
    now: null,
    fit(window, { width, height }, smooth) {
      const next = laneHeights(model.scene, model.lanes, window, height - AXIS_HEIGHT - erasHeight(model.scene), model.closed, width < NARROW);
      if (smooth && goal && !worthMoving(goal, next)) return;
      goal = next;
      gliding?.stop();
      const from = this.now;
      const steady = !smooth || from?.length !== next.length;
      gliding = glide(steady, (part) => {
        this.now = part < 1 ? next.map((h, k) => from![k]! + (h - from![k]!) * part) : next;
        changed();
      });
    },
    stop: () => gliding?.stop(),
  };
}
