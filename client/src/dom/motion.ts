/** Moves of the window that the reader did not make by hand: a quarter of a second, or at once where motion is unwelcome. */
type Window = [number, number];

const DURATION = 250;

export function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** The window between two others: the span grows by ratio, about the point that keeps its place. */
export function between(a: Window, b: Window, part: number): Window {
  const [from, to] = [a[1] - a[0], b[1] - b[0]];
  const span = from * (to / from) ** part;
  const even = Math.abs(to - from) < from * 1e-6;
  const moved = even ? part : (span - from) / (to - from);
  const low = a[0] + (b[0] - a[0]) * moved;
  return [low, low + span];
}

const ease = (t: number): number => 1 - (1 - t) ** 3;

/** Steps once a frame until it arrives; `stop` leaves the window where it is. */
export function move(from: Window, to: Window, step: (window: Window) => void): { stop(): void } {
  if (calm()) {
    step(to);
    return { stop() {} };
  }
  const start = performance.now();
  let handle = requestAnimationFrame(function tick(now) {
    const part = Math.min(1, Math.max(0, (now - start) / DURATION));
    step(part < 1 ? between(from, to, ease(part)) : to);
    if (part < 1) handle = requestAnimationFrame(tick);
  });
  return { stop: () => cancelAnimationFrame(handle) };
}
