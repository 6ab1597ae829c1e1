/** Builds elements. Text goes in as text nodes only, so nothing that an author wrote is ever read as markup. */

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined>;

export function html<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** Listens until `destroy`: every listener of a mounted view hangs on one signal. */
export interface Listening {
  signal: AbortSignal;
}

export function on<K extends keyof HTMLElementEventMap>(target: EventTarget, type: K, { signal }: Listening, handler: (event: HTMLElementEventMap[K]) => void, options: AddEventListenerOptions = {}): void {
  target.addEventListener(type, handler as EventListener, { ...options, signal });
}

/** Changes the text only when it differs, so that live regions do not speak twice. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
