/** Touch: what is near the finger, and a press that stays. */
import type { Hit } from '../items.ts';

const STAY = 500; // ms
const REACH = 14; // pixels: a fingertip covers more than a mark

/** The hit under the point, or the nearest within a fingertip's reach. */
export function nearestHit(hits: readonly Hit[], x: number, y: number): Hit | null {
  let best: Hit | null = null;
  let least = REACH;
  for (const hit of hits) {
    const away = Math.hypot(Math.max(hit.x0 - x, 0, x - hit.x1), Math.max(hit.y0 - y, 0, y - hit.y1));
    if (hit.bars || away > least || (away === least && best)) continue;
    [best, least] = [hit, away];
  }
  return best;
}

export interface Press {
  begin(act: () => void): void;
  /** Gives the press up; true if it had already lasted. */
  end(): boolean;
}

export function makePress(): Press {
  let timer = 0;
  let lasted = false;
  return {
    begin(act) {
      clearTimeout(timer);
      lasted = false;
      timer = window.setTimeout(() => {
        lasted = true;
        act();
      }, STAY);
    },
    end() {
      clearTimeout(timer);
      const was = lasted;
      lasted = false;
      return was;
    },
  };
}
