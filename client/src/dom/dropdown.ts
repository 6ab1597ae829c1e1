/** A button that opens a panel below it: native details, closed by Escape and by a press elsewhere. */
import { html, on } from './html.ts';
import type { Listening } from './html.ts';

export interface Dropdown {
  element: HTMLDetailsElement;
  body: HTMLElement;
}

/** `opened` is called whenever it opens. One is open at a time. */
export function makeDropdown(life: Listening, name: string, label: string, opened: () => void): Dropdown {
  const body = html('div', { class: 'tl-pop', role: 'group', 'aria-label': label });
  const summary = html('summary', {}, name);
  const element = html('details', { class: 'tl-menu', name: 'tl-menu' }, summary, body);
  on(element, 'toggle', life, () => element.open && opened());
  on(element, 'keydown', life, (event) => {
    if (event.key !== 'Escape' || !element.open) return;
    element.open = false;
    summary.focus();
    event.stopPropagation();
  });
  on(document, 'pointerdown', life, (event) => {
    if (element.open && !element.contains((event.composedPath()[0] ?? null) as Node | null)) element.open = false;
  });
  return { element, body };
}
