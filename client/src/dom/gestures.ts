/** Wheel, mouse, touch and pen on the canvas. */
import type { Hit } from '../items.ts';
import { on } from './html.ts';
import { makePress, nearestHit } from './press.ts';
import { daysPerPixel, type Stage, timeAt } from './stage.ts';

/** While the page itself was scrolling this short a time ago, the wheel goes on belonging to the page. */
const SCROLL_CALM = 200;
const DRAG_SLOP = 4;
/** A finger that rests still moves a little. */
const TOUCH_SLOP = 10;

/** Where the element stands on the screen, asked for only when it may have moved: asking in the middle of a gesture forces a layout. */
export function placeOf(element: HTMLElement, { life }: Stage): () => DOMRect {
  let box: DOMRect | null = null;
  const forget = () => (box = null);
  on(window, 'scroll', life, forget, { passive: true, capture: true });
  on(window, 'resize', life, forget);
  on(element, 'pointerenter', life, forget);
  on(element, 'pointerdown', life, forget, { capture: true });
  return () => (box ??= element.getBoundingClientRect());
}

export function hitAt(stage: Stage, x: number, y: number): Hit | null {
  const hits = stage.display?.hits ?? [];
  for (let i = hits.length - 1; i >= 0; i--) {
    const h = hits[i]!;
    if (x < h.x0 || x > h.x1 || y < h.y0 || y > h.y1) continue;
    if (!h.bars) return h;
    const k = h.bars.evs.findIndex((_, j) => x >= h.bars!.edges[2 * j]! - 1 && x <= h.bars!.edges[2 * j + 1]! + 1);
    if (k >= 0) return { ...h, ev: h.bars.evs[k]! };
  }
  return null;
}

export function listenWheel(stage: Stage, element: HTMLElement, place: () => DOMRect): void {
  let scrolled = -Infinity;
  let wheeled = -Infinity;
  on(window, 'scroll', stage.life, () => (scrolled = performance.now()), { passive: true, capture: true });
  on(element, 'wheel', stage.life, (event) => {
    const now = performance.now();
    const mine = now - wheeled < SCROLL_CALM;
    if (!mine && now - scrolled < SCROLL_CALM) return;
    event.preventDefault();
    wheeled = now;
    wheel(stage, place().left, event);
  }, { passive: false });
}

function wheel(stage: Stage, left: number, event: WheelEvent): void {
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
  const across = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
  if (event.shiftKey || Math.abs(across) > Math.abs(event.deltaY)) return stage.pan(across * unit * daysPerPixel(stage));
  const pinch = event.ctrlKey || event.metaKey ? 4 : 1;
  const amount = Math.max(-240, Math.min(240, event.deltaY * unit * pinch));
  stage.zoom(Math.exp(amount * 0.0016), timeAt(stage, event.clientX - left));
}

interface Drag {
  pointers: Map<number, { x: number; y: number }>;
  moved: boolean;
  slop: number;
}

export interface Pointing {
  pick(hit: Hit | null, x: number, y: number): void;
  over(hit: Hit | null, x: number, y: number): void;
}

export function listenPointer(stage: Stage, element: HTMLElement, place: () => DOMRect, { pick, over }: Pointing): void {
  const drag: Drag = { pointers: new Map(), moved: false, slop: DRAG_SLOP };
  const press = makePress();
  const touched = (x: number, y: number) => hitAt(stage, x, y) ?? nearestHit(stage.display?.hits ?? [], x, y);
  const local = (event: MouseEvent) => {
    const box = place();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  on(element, 'pointerdown', stage.life, (event) => {
    if (event.button !== 0) return;
    drag.pointers.set(event.pointerId, local(event));
    drag.slop = event.pointerType === 'touch' ? TOUCH_SLOP : DRAG_SLOP;
    if (drag.pointers.size === 1) drag.moved = false;
    press.end();
    if (event.pointerType === 'touch') {
      over(null, 0, 0);
      const at = local(event);
      if (drag.pointers.size === 1) press.begin(() => over(touched(at.x, at.y), at.x, at.y));
    }
    if (event.pointerType === 'mouse') capture(element, event.pointerId);
  });
  on(element, 'pointermove', stage.life, (event) => {
    const at = local(event);
    if (!drag.pointers.has(event.pointerId)) return event.pointerType === 'touch' ? undefined : over(hitAt(stage, at.x, at.y), at.x, at.y);
    dragged(stage, element, drag, event.pointerId, at);
    if (!drag.moved) return;
    press.end();
    over(null, at.x, at.y);
  });
  on(element, 'pointerup', stage.life, (event) => {
    const at = local(event);
    const stayed = press.end();
    const hit = () => (event.pointerType === 'touch' ? touched(at.x, at.y) : hitAt(stage, at.x, at.y));
    if (drag.pointers.delete(event.pointerId) && !drag.moved && !stayed && !drag.pointers.size) pick(hit(), at.x, at.y);
    if (!drag.pointers.size) delete element.dataset.drag;
  });
  // The browser has taken the finger for scrolling the page.
  on(element, 'pointercancel', stage.life, (event) => {
    press.end();
    drag.pointers.delete(event.pointerId);
    if (!drag.pointers.size) delete element.dataset.drag;
  });
  on(element, 'contextmenu', stage.life, (event) => drag.slop === TOUCH_SLOP && event.preventDefault());
  on(element, 'dragstart', stage.life, (event) => event.preventDefault());
  on(element, 'pointerleave', stage.life, (event) => event.pointerType !== 'touch' && over(null, 0, 0));
  on(element, 'dblclick', stage.life, (event) => stage.zoom(0.4, timeAt(stage, local(event).x), true));
}

/** Synthetic pointers (tests, some assistive tools) cannot be captured. */
function capture(element: HTMLElement, pointer: number): void {
  try {
    element.setPointerCapture(pointer);
  } catch {
    // The drag then ends at the element's edge.
  }
}

/** One pointer pans; two zoom about their middle. Mutates the drag. */
function dragged(stage: Stage, element: HTMLElement, drag: Drag, id: number, at: { x: number; y: number }): void {
  const before = drag.pointers.get(id)!;
  const other = [...drag.pointers].find(([key]) => key !== id)?.[1];
  if (!drag.moved && Math.hypot(at.x - before.x, at.y - before.y) < drag.slop) return;
  drag.moved = true;
  element.dataset.drag = '';
  if (other) {
    const ratio = Math.max(8, Math.abs(before.x - other.x)) / Math.max(8, Math.abs(at.x - other.x));
    stage.zoom(ratio, timeAt(stage, (at.x + other.x) / 2));
    stage.pan(((before.x - at.x) / 2) * daysPerPixel(stage));
  } else stage.pan((before.x - at.x) * daysPerPixel(stage));
  drag.pointers.set(id, at);
}
