/** Search box, filter menus, chips, zoom buttons: native controls that all edit one query text. */
import { parseQuery, printQuery, type Term } from '../query.ts';
import type { Scene } from '../scene.ts';
import { html, on, setText } from './html.ts';
import { makeMenus } from './menus.ts';
import type { Stage } from './stage.ts';

export interface Toolbar {
  element: HTMLElement;
  /** Shows the query, what it leaves, and its terms. */
  update(): void;
}

export function makeToolbar(stage: Stage, legend: { button: HTMLElement }): Toolbar {
  const search = html('input', { type: 'search', class: 'tl-search', placeholder: 'Search or filter, e.g. status:disputed', 'aria-label': 'Search and filter events', autocomplete: 'off', spellcheck: 'false' });
  const menus = makeMenus(stage);
  const state = html('div', { class: 'tl-state' });
  const bar = html('div', { class: 'tl-bar', role: 'search' }, search, ...menus.elements, legend.button, zoomButtons(stage));
  on(search, 'input', stage.life, () => stage.setQuery(search.value));
  return {
    element: html('div', { class: 'tl-controls' }, bar, state),
    update() {
      if (search.value !== stage.query) search.value = stage.query;
      menus.update();
      showState(stage, state, search);
    },
  };
}

function zoomButtons(stage: Stage): HTMLElement {
  const button = (face: string, name: string, act: () => void) => {
    const element = html('button', { type: 'button', class: 'tl-button', 'aria-label': name, title: name }, face);
    on(element, 'click', stage.life, act);
    return element;
  };
  return html('div', { class: 'tl-zoom', role: 'group', 'aria-label': 'Zoom' },
    button('−', 'Zoom out', () => stage.zoom(2, undefined, true)),
    button('+', 'Zoom in', () => stage.zoom(0.5, undefined, true)),
    button('Fit', 'Fit: show everything', () => stage.fit()));
}

function showState(stage: Stage, state: HTMLElement, search: HTMLInputElement): void {
  const all = stage.scene.count.toLocaleString('en');
  const text = stage.mask ? `${stage.matched.toLocaleString('en')} of ${all} events` : `${all} ${stage.scene.count === 1 ? 'event' : 'events'}`;
  const terms = parseQuery(stage.query);
  const key = `${text} ${stage.query}`;
  if (state.dataset.shows === key) return;
  state.dataset.shows = key;
  const without = (i: number) => printQuery(terms.filter((_, k) => k !== i));
  const chips = terms.map((term, i) => chip(stage, term, () => {
    stage.setQuery(without(i));
    search.focus();
  }));
  const count = html('span', { class: 'tl-count' });
  setText(count, text);
  state.replaceChildren(count, ...chips, ...(stage.query ? [clearButton(stage, search)] : []));
}

function clearButton(stage: Stage, search: HTMLInputElement): HTMLElement {
  const button = html('button', { type: 'button', class: 'tl-clear' }, 'Clear');
  on(button, 'click', stage.life, () => {
    stage.setQuery('');
    search.focus();
  });
  return button;
}

function chip(stage: Stage, term: Term, remove: () => void): HTMLElement {
  const words = termWords(stage.scene, term);
  const element = html('button', { type: 'button', class: 'tl-chip', 'aria-label': `Remove filter ${words}` }, words);
  on(element, 'click', stage.life, remove);
  return element;
}

function termWords(scene: Scene, { key, values, negated }: Term): string {
  const names = values.map((v) => (key === 'thread' ? scene.threads : key === 'actor' ? scene.actors : []).find((n) => n.id === v)).map((n, i) => n?.title ?? n?.name ?? values[i]!);
  const body = names.join(' or ');
  return `${negated ? 'not ' : ''}${key === 'text' ? `“${body}”` : `${key} ${body}`}`;
}
