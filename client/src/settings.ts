/** How a title may be set: whole on one line or more, cut short, with its date below where there is room for that. */
import { wrap } from './metrics.ts';
import type { Frame, Setting } from './view.ts';

export const SIZE = 12;
const HEAVY = 220;
/** A date in more words than this is left to the tooltip. */
const WIDEST_DATE = 240;

export const isHeavy = (frame: Frame, ev: number): boolean => frame.scene.weight[ev]! >= HEAVY;

export function settings(frame: Frame, ev: number): Setting[] {
  let known = frame.titles.get(ev);
  if (!known) {
    if (frame.titles.size > 5000) frame.titles.clear();
    frame.titles.set(ev, (known = set(frame, frame.scene.titles.at(ev), isHeavy(frame, ev))));
  }
  return frame.dated ? [...withDate(frame, ev, known), ...known] : known;
}

/** Whole titles with the date below them. */
function withDate({ scene, measure }: Frame, ev: number, whole: Setting[]): Setting[] {
  const when = scene.when.at(ev);
  const width = measure(when, SIZE, false);
  if (!when || width > WIDEST_DATE) return [];
  return whole.filter((s) => !s.cut).map((s) => ({ lines: [...s.lines, when], w: Math.max(s.w, width), cut: false, dated: true }));
}

/** Ways to set a title, best first: whole on one line or two, heavy ones on three, and only then cut short. */
function set({ narrow, measure }: Frame, title: string, heavy: boolean): Setting[] {
  const [most, least] = narrow ? [190, 130] : [300, 210];
  const full = measure(title, SIZE, heavy);
  const lined = (n: number, width: number): Setting => {
    const lines = wrap(title, Math.min(most!, width), n, SIZE, heavy, measure);
    return { lines, w: Math.max(...lines.map((l) => measure(l, SIZE, heavy))), cut: lines.join(' ').length < title.trim().length };
  };
  const balanced = (n: number) => [1.06, 1.22, 1.5].map((air) => lined(n, Math.max(least! * 0.6, (full * air) / n))).find((s) => !s.cut);
  const one = lined(1, full);
  const whole = [full <= least! ? one : balanced(2), ...(full <= least! ? [] : [one]), full > least! && (heavy || narrow) ? balanced(3) : undefined];
  const shorter = full > least! ? [lined(2, least!), lined(1, most! * 0.77), lined(1, least! * 0.9), ...(heavy ? [lined(1, 130)] : [])] : [];
  return [...whole.filter((s): s is Setting => s !== undefined && !s.cut), ...shorter].filter((s) => s.lines[0]);
}
