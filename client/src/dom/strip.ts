/** The overview strip with the window on it. A second way for pointers only: the keyboard and screen readers have the view itself. */
import { layOverview } from '../overview.ts';
import { paint } from '../paint-canvas.ts';
import type { Measure } from '../metrics.ts';
import { wholeWindow } from '../view.ts';
import { html, on } from './html.ts';
import type { Stage, Window } from './stage.ts';

const HEIGHT = 50;
const GRIP = 9;

export interface Strip {
  element: HTMLElement;
  /** Draws the density anew; only when events, size or colours changed. */
  redraw(width: number, ratio: number, measure: Measure): void;
  /** Moves the window's frame. */
  follow(): void;
}

export function makeStrip(stage: Stage): Strip {
  const canvas = html('canvas');
  const frame = html('i');
  const veil = html('b');
  const element = html('div', { class: 'tl-strip', 'aria-hidden': 'true' }, canvas, veil, frame);
  listen(stage, element);
  return {
    element,
    redraw(width, ratio, measure) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(HEIGHT * ratio);
      const picture = layOverview(stage.scene, stage.lanes, wholeWindow(stage.scene), width, HEIGHT, stage.palette, measure);
      paint(canvas.getContext('2d')!, picture, ratio, stage.palette.panel);
    },
    follow() {
      const [left, right] = edges(stage, element);
      veil.style.background = `linear-gradient(90deg,var(--tl-veil) ${left}px,transparent ${left}px ${right}px,var(--tl-veil) ${right}px)`;
      frame.style.transform = `translateX(${left}px)`;
      frame.style.width = `${Math.max(5, right - left)}px`;
      frame.toggleAttribute('data-thin', right - left < 16);
    },
  };
}

/** The window's edges in pixels of the strip. */
function edges({ scene, window, display }: Stage, element: HTMLElement): Window {
  const whole = wholeWindow(scene);
  const scale = (display?.width ?? element.clientWidth) / (whole[1] - whole[0]);
  return [(window[0] - whole[0]) * scale, (window[1] - whole[0]) * scale];
}

type Part = 'left' | 'right' | 'both';

function listen(stage: Stage, element: HTMLElement): void {
  let held: { part: Part; x: number } | null = null;
  // A press that the browser takes for the start of dragging a selection would cancel ours.
  on(element, 'mousedown', stage.life, (event) => event.preventDefault());
  const at = (event: PointerEvent) => event.clientX - element.getBoundingClientRect().left;
  on(element, 'pointerdown', stage.life, (event) => {
    if (event.button !== 0) return;
    const x = at(event);
    const part = grip(x, edges(stage, element));
    if (!part) centre(stage, element, x);
    held = { part: part ?? 'both', x };
    element.setPointerCapture(event.pointerId);
  });
  on(element, 'pointermove', stage.life, (event) => {
    const x = at(event);
    if (!held) return void (element.style.cursor = cursors[grip(x, edges(stage, element)) ?? 'none']);
    drag(stage, element, held.part, x - held.x);
    held.x = x;
  });
  for (const type of ['pointerup', 'pointercancel'] as const) on(element, type, stage.life, () => (held = null));
}

const cursors = { left: 'ew-resize', right: 'ew-resize', both: 'grab', none: 'pointer' };

function grip(x: number, [left, right]: Window): Part | null {
  if (x < left - GRIP || x > right + GRIP) return null;
  if (right - left > 3 * GRIP || x < left || x > right) {
    if (Math.abs(x - left) < GRIP) return 'left';
    if (Math.abs(x - right) < GRIP) return 'right';
  }
  return 'both';
}

function daysOf({ scene }: Stage, element: HTMLElement, pixels: number): number {
  const whole = wholeWindow(scene);
  return (pixels * (whole[1] - whole[0])) / element.clientWidth;
}

function centre(stage: Stage, element: HTMLElement, x: number): void {
  const half = (stage.window[1] - stage.window[0]) / 2;
  const middle = wholeWindow(stage.scene)[0] + daysOf(stage, element, x);
  stage.setWindow([middle - half, middle + half], true);
}

function drag(stage: Stage, element: HTMLElement, part: Part, pixels: number): void {
  const days = daysOf(stage, element, pixels);
  const [from, to] = stage.window;
  if (part === 'both') return stage.pan(days);
  const next: Window = part === 'left' ? [Math.min(from + days, to), to] : [from, Math.max(to + days, from)];
  if (next[1] > next[0]) stage.setWindow(next);
}
