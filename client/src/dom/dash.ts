/** The Dash component: a function that React calls, wired to `mount`. The Python class names it by namespace and type. */
import { html } from './html.ts';
import { mount, type Mounted, type Options } from './mount.ts';
import type { Window } from './stage.ts';

interface Props {
  id?: string;
  className?: string;
  style?: object;
  scene_url?: string;
  scene_version?: string | number;
  window?: Window | null;
  selected?: string | null;
  hovered?: string | null;
  filter?: string | null;
  scale?: Options['scale'];
  amounts?: boolean;
  theme?: Options['theme'];
  height?: number;
  controls?: boolean;
  setProps?(changes: Record<string, unknown>): void;
}

interface Ref<T> {
  current: T;
}
interface ReactLike {
  useRef<T>(initial: T): Ref<T>;
  useEffect(effect: () => void | (() => void), dependencies: unknown[]): void;
  createElement(tag: string, attributes: object): unknown;
}

interface Wiring {
  view: Mounted | null;
  props: Props;
  /** What the view last told Dash, so that its own words coming back are not taken for orders. */
  told: Record<string, unknown>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export function TimelineView(props: Props): unknown {
  const React = (globalThis as unknown as { React: ReactLike }).React;
  const element = React.useRef<HTMLElement | null>(null);
  const wiring = React.useRef<Wiring>({ view: null, props, told: {} });
  wiring.current.props = props;
  React.useEffect(() => load(wiring.current, element.current!), [props.scene_url, props.scene_version]);
  React.useEffect(() => () => unmount(wiring.current), []);
  React.useEffect(() => follow(wiring.current, 'window'), [JSON.stringify(props.window ?? null)]);
  React.useEffect(() => follow(wiring.current, 'selected'), [props.selected]);
  React.useEffect(() => follow(wiring.current, 'filter'), [props.filter]);
  React.useEffect(() => follow(wiring.current, 'hovered'), [props.hovered]);
  React.useEffect(() => follow(wiring.current, 'scale'), [props.scale]);
  React.useEffect(() => follow(wiring.current, 'amounts'), [props.amounts]);
  React.useEffect(() => restyle(wiring.current), [props.theme, props.height, props.controls]);
  return React.createElement('div', { id: props.id, className: props.className, style: props.style, ref: element });
}

function restyle({ view, props }: Wiring): void {
  view?.update(look(props));
}

const look = ({ theme, height, controls }: Props): Options => ({ theme: theme ?? 'auto', controls: controls !== false, height: height || undefined });

function unmount(wiring: Wiring): void {
  wiring.view?.destroy();
  wiring.view = null;
}

/** Passes on what the server set, unless it only repeats what the view said last. */
function follow({ view, props, told }: Wiring, name: 'window' | 'selected' | 'filter' | 'hovered' | 'scale' | 'amounts'): void {
  const value = props[name];
  if (!view || value === undefined || (name in told && same(told[name], value))) return;
  told[name] = value;
  view.update({ [name]: name === 'filter' ? (value ?? '') : value });
}

function tell({ props, told }: Wiring, name: string, value: unknown): void {
  told[name] = value;
  props.setProps?.({ [name]: value });
}

/** Fetches the scene; a later version replaces it in place, keeping window, selection and filter. */
function load(wiring: Wiring, element: HTMLElement): () => void {
  const stop = new AbortController();
  const { scene_url: url } = wiring.props;
  if (url) {
    fetch(url, { signal: stop.signal, credentials: 'same-origin' })
      .then((response) => (response.ok ? sceneOf(response) : Promise.reject(new Error(`${response.status} from ${url}`))))
      .then((scene) => show(wiring, element, scene))
      .catch((error: Error) => error.name !== 'AbortError' && fail(wiring, element, error, () => load(wiring, element)));
  }
  return () => stop.abort();
}

const sceneOf = (response: Response): Promise<unknown> => (response.headers.get('Content-Type')?.startsWith('application/json') ? response.json() : response.arrayBuffer());

function show(wiring: Wiring, element: HTMLElement, scene: unknown): void {
  if (wiring.view) return wiring.view.update({ scene });
  const { props } = wiring;
  element.replaceChildren();
  wiring.view = mount(element, scene, {
    ...look(props),
    window: props.window ?? null,
    selected: props.selected ?? null,
    filter: props.filter ?? '',
    scale: props.scale ?? 'linear',
    amounts: props.amounts ?? false,
    onWindow: (window) => tell(wiring, 'window', window),
    onSelect: (id) => tell(wiring, 'selected', id),
    onFilter: (text) => tell(wiring, 'filter', text),
    onScale: (name) => tell(wiring, 'scale', name),
    onAmounts: (shown) => tell(wiring, 'amounts', shown),
    onHover: (id) => tell(wiring, 'hovered', id),
  });
}

/** A scene that cannot be had is said in the page; a view already showing is left as it is. */
function fail({ view }: Wiring, element: HTMLElement, error: Error, again: () => void): void {
  if (view) return console.error('timeline:', error);
  const button = html('button', { type: 'button' }, 'Try again');
  button.addEventListener('click', again);
  element.replaceChildren(html('div', { class: 'tl-fail', role: 'alert' }, html('span', {}, `The timeline could not be loaded: ${error.message}`), button));
}
