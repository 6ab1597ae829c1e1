/** The four filter menus: native details with checkboxes, and how many events each value would show under the other filters. */
import { matchMask } from '../match.ts';
import { type Key, parseQuery, withValues } from '../query.ts';
import type { Scene } from '../scene.ts';
import { makeDropdown } from './dropdown.ts';
import { html, on } from './html.ts';
import type { Stage } from './stage.ts';

/** Longer lists would not be read; the rest is reached by typing. */
const MOST = 60;

interface Facet {
  key: Key;
  name: string;
  values(scene: Scene): { id: string; name: string }[];
  /** Adds each matched event to the counts of its values. */
  tally(scene: Scene, mask: Uint8Array | null, counts: number[]): void;
}

const plain = (names: string[]) => names.map((name) => ({ id: name, name: name.replace(/-/g, ' ') }));
const coded = (column: (scene: Scene) => ArrayLike<number>): Facet['tally'] => (scene, mask, counts) => {
  const codes = column(scene);
  for (let i = 0; i < scene.count; i++) if ((!mask || mask[i]) && codes[i]! >= 0) counts[codes[i]!]!++;
};

const FACETS: Facet[] = [
  { key: 'thread', name: 'Thread', values: (s) => s.threads.map((t) => ({ id: t.id, name: t.title ?? t.id })), tally: coded((s) => s.thread) },
  { key: 'kind', name: 'Kind', values: (s) => plain(s.kinds), tally: coded((s) => s.kind) },
  { key: 'status', name: 'Status', values: (s) => plain(s.statuses), tally: coded((s) => s.status) },
  {
    key: 'actor',
    name: 'Actor',
    values: (s) => s.actors.map((a) => ({ id: a.id, name: a.name ?? a.id })),
    tally(scene, mask, counts) {
      for (let i = 0; i < scene.count; i++) if (!mask || mask[i]) for (let k = scene.actorFrom[i]!; k < scene.actorFrom[i + 1]!; k++) counts[scene.actor[k]!]!++;
    },
  },
];

export function makeMenus(stage: Stage): { elements: HTMLElement[]; update(): void } {
  const menus = FACETS.map((facet) => menu(stage, facet));
  return { elements: menus.map((m) => m.element), update: () => menus.forEach((m) => m.update()) };
}

function menu(stage: Stage, facet: Facet) {
  const { element, body } = makeDropdown(stage.life, facet.name, `Filter by ${facet.name.toLowerCase()}`, () => fill(stage, facet, body));
  on(body, 'change', stage.life, () => {
    const chosen = [...body.querySelectorAll('input')].filter((i) => i.checked).map((i) => i.value);
    stage.setQuery(withValues(stage.query, facet.key, [...hiddenValues(stage, facet, body), ...chosen]));
  });
  return {
    element,
    update() {
      element.hidden = facet.values(stage.scene).length === 0;
      element.toggleAttribute('data-on', chosenValues(stage, facet).length > 0);
      if (element.open) fill(stage, facet, body);
    },
  };
}

const chosenValues = (stage: Stage, { key }: Facet): string[] => parseQuery(stage.query).filter((t) => t.key === key && !t.negated).flatMap((t) => t.values);

/** Chosen values that the menu does not list must survive a click on one that it does. */
function hiddenValues(stage: Stage, facet: Facet, body: HTMLElement): string[] {
  const listed = new Set([...body.querySelectorAll('input')].map((i) => i.value));
  return chosenValues(stage, facet).filter((v) => !listed.has(v));
}

/** Lists the values; checkboxes already there keep the focus, and only their counts change. */
function fill(stage: Stage, facet: Facet, body: HTMLElement): void {
  const { scene } = stage;
  const values = facet.values(scene);
  const counts = values.map(() => 0);
  const others = parseQuery(stage.query).filter((t) => t.key !== facet.key || t.negated);
  facet.tally(scene, matchMask(scene, others), counts);
  const chosen = new Set(chosenValues(stage, facet));
  const order = values.map((_, i) => i).filter((i) => counts[i]! > 0 || chosen.has(values[i]!.id));
  if (values.length > MOST) order.sort((a, b) => counts[b]! - counts[a]!);
  const shown = order.slice(0, MOST);
  const known = new Map([...body.querySelectorAll('label')].map((label) => [label.querySelector('input')!.value, label]));
  const rows = shown.map((i) => refreshed(known.get(values[i]!.id) ?? option(values[i]!), chosen.has(values[i]!.id), counts[i]!));
  if (rows.length !== body.children.length || rows.some((row, i) => body.children[i] !== row)) body.replaceChildren(...rows);
}

function option({ id, name }: { id: string; name: string }): HTMLLabelElement {
  return html('label', {}, html('input', { type: 'checkbox', value: id }), html('span', { dir: 'auto' }, name), html('small'));
}

function refreshed(label: HTMLLabelElement, checked: boolean, count: number): HTMLLabelElement {
  label.querySelector('input')!.checked = checked;
  label.querySelector('small')!.textContent = count.toLocaleString('en');
  return label;
}
