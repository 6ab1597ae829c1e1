/** Moves that the reader did not make by hand: a quarter of a second, or at once where motion is unwelcome. */
type Window = [number, number];

const DURATION = 250;

export const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The window between two others: the span grows by ratio, about the point that keeps its place. */
export function between(a: Window, b: Window, part: number): Window {
  if (part >= 1) return b;
  const [from, to] = [a[1] - a[0], b[1] - b[0]];
  const span = from * (to / from) ** part;
  const even = Math.abs(to - from) < from * 1e-6;
  const moved = even ? part : (span - from) / (to - from);
  const low = a[0] + (b[0] - a[0]) * moved;
  return [low, low + span];
}

const ease = (t: number): number => 1 - (1 - t) ** 3;

/** Calls `step` once a frame with the part of the way gone, until that is 1; `stop` leaves things where they are. */
export function glide(atOnce: boolean, step: (part: number) => void): { stop(): void } {
  let handle = 0;
  if (atOnce || calm()) step(1);
  else {
    const start = performance.now();
    handle = requestAnimationFrame(function tick(now) {
      const part = Math.min(1, Math.max(0, (now - start) / DURATION));
      if (part < 1) handle = requestAnimationFrame(tick);
      step(part < 1 ? ease(part) : 1);
    });
  }
  return { stop: () => cancelAnimationFrame(handle) };
}
