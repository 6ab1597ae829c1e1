/** Writes a display list as a standalone SVG. Decides nothing; the same list gives the same bytes. */
import { FONT } from './metrics.ts';
import type { Box, Item, LineItem, MarkItem, PathItem, RectItem, TextItem } from './items.ts';

export interface SvgPicture {
  width: number;
  height: number;
  plot: Box;
  background: string;
  /** White space around. */
  pad: number;
  title: string;
  desc: string;
  /** What stands above, below and beside the plot. */
  outer: Item[];
  items: Item[];
  /** Id and a sentence for each event that items stand for. */
  idOf(ev: number): string;
  sentenceOf(ev: number): string;
}

/** Escapes for XML 1.0 and drops the characters that it forbids. */
export function xml(text: string): string {
  // eslint-disable-next-line no-control-regex
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
  return allowed.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

const n = (value: number): string => String(Math.round(value * 100) / 100 || 0);

export function svg(picture: SvgPicture): string {
  const gradients: string[] = [];
  const { width, height, plot, pad } = picture;
  const frame = `width="${n(width + 2 * pad)}" height="${n(height + 2 * pad)}"`;
  const inside = grouped(picture, picture.items.flatMap(singly), gradients);
  const outer = picture.outer.map((i) => element(i, gradients));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${frame} viewBox="${n(-pad)} ${n(-pad)} ${n(width + 2 * pad)} ${n(height + 2 * pad)}" role="img" aria-labelledby="tl-title tl-desc" font-family="${xml(FONT)}">\n`,
    `<title id="tl-title">${xml(picture.title)}</title>\n<desc id="tl-desc">${xml(picture.desc)}</desc>\n`,
    `<defs><clipPath id="tl-plot"><rect x="${n(plot.x0)}" y="${n(plot.y0)}" width="${n(plot.x1 - plot.x0)}" height="${n(height - plot.y0)}"/></clipPath>${gradients.join('')}</defs>\n`,
    `<rect x="${n(-pad)}" y="${n(-pad)}" ${frame} fill="${picture.background}"/>\n`,
    `<g clip-path="url(#tl-plot)">\n${inside.join('')}</g>\n`,
    outer.join(''),
    '</svg>\n',
  ].join('');
}

/** Each bar of a thin row as a rectangle of its own, so that it can carry its event. */
function singly(item: Item): Item[] {
  if (item.t !== 'bars') return [item];
  const { y, h, fill, alpha, edges, evs } = item;
  return evs.map((ev, k) => ({ t: 'rect', x: edges[2 * k]!, y, w: edges[2 * k + 1]! - edges[2 * k]!, h, fill, alpha, ev }));
}

/** Neighbours of one event go into one group that carries its id and says what it is. */
function grouped(picture: SvgPicture, items: Item[], gradients: string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < items.length; ) {
    const ev = items[i]!.ev ?? -1;
    let j = i;
    while (j < items.length && (items[j]!.ev ?? -1) === ev) j++;
    const inner = items.slice(i, j).map((item) => element(item, gradients)).join('');
    out.push(ev < 0 ? inner : `<g data-event="${xml(picture.idOf(ev))}"><title>${xml(picture.sentenceOf(ev))}</title>\n${inner}</g>\n`);
    i = j;
  }
  return out;
}

function element(item: Item, gradients: string[]): string {
  if (item.t === 'text') return textElement(item);
  if (item.t === 'line') return lineElement(item);
  if (item.t === 'mark') return markElement(item);
  if (item.t === 'rect') return rectElement(item, gradients);
  return item.t === 'path' ? pathElement(item) : '';
}

const attribute = (name: string, value: string | number | undefined): string => (value === undefined ? '' : ` ${name}="${typeof value === 'number' ? n(value) : value}"`);

function strokeOf(item: { stroke?: string; lw?: number; dash?: number[] }, color = item.stroke): string {
  if (!item.stroke) return '';
  return attribute('stroke', color) + attribute('stroke-width', item.lw ?? 1) + attribute('stroke-dasharray', item.dash?.join(' '));
}

function lineElement(item: LineItem): string {
  return `<line x1="${n(item.x1)}" y1="${n(item.y1)}" x2="${n(item.x2)}" y2="${n(item.y2)}"${strokeOf(item)}${attribute('opacity', item.alpha)}/>\n`;
}

function rectElement(item: RectItem, gradients: string[]): string {
  const fades = item.fade !== undefined && (item.fade[0] > 0 || item.fade[1] > 0);
  const color = (solid: string | undefined) => (solid && fades ? gradient(item, solid, gradients) : solid);
  const place = `x="${n(item.x)}" y="${n(item.y)}" width="${n(item.w)}" height="${n(item.h)}"${attribute('rx', item.r)}`;
  return `<rect ${place} fill="${color(item.fill) ?? 'none'}"${attribute('fill-opacity', item.alpha)}${strokeOf(item, color(item.stroke))}/>\n`;
}

/** Defines the gradient and returns the paint that names it. Mutates `gradients`. */
function gradient({ x, w, fade }: RectItem, color: string, gradients: string[]): string {
  const id = `tl-fade-${gradients.length}`;
  const left = Math.min(1, fade![0] / w);
  const right = Math.max(left, 1 - fade![1] / w);
  const stop = (at: number, opacity: number) => `<stop offset="${n(at)}" stop-color="${color}" stop-opacity="${opacity}"/>`;
  const stops = stop(0, left > 0 ? 0 : 1) + stop(left, 1) + stop(right, 1) + stop(1, right < 1 ? 0 : 1);
  gradients.push(`<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${n(x)}" y1="0" x2="${n(x + w)}" y2="0">${stops}</linearGradient>`);
  return `url(#${id})`;
}

function pathElement(item: Omit<PathItem, 't'>): string {
  return `<path d="${item.d}" fill="${item.fill ?? 'none'}"${strokeOf(item)}${attribute('opacity', item.alpha)}/>\n`;
}

function markElement({ x, y, parts }: MarkItem): string {
  return `<g transform="translate(${n(x)} ${n(y)})">${parts.map(pathElement).join('')}</g>\n`;
}

/** `textLength` holds the text to the width that the layout reckoned with, whatever font is at hand. */
function textElement(item: TextItem): string {
  const anchor = (item.end === true) !== (item.rtl === true) ? ' text-anchor="end"' : '';
  const halo = item.halo ? ` stroke="${item.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : '';
  const length = item.w > 0 && item.s.length > 1 ? ` textLength="${n(item.w)}" lengthAdjust="spacingAndGlyphs"` : '';
  const style = `${item.bold ? ' font-weight="600"' : ''}${item.rtl ? ' direction="rtl"' : ''}${anchor}`;
  return `<text x="${n(item.x)}" y="${n(item.y + item.size * 0.35)}" font-size="${n(item.size)}"${style} fill="${item.fill}"${halo}${length}>${xml(item.s)}</text>\n`;
}
