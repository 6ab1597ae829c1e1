/** Paints a display list on a canvas. Decides nothing. */
import { FONT } from './metrics.ts';
import type { BarsItem, Box, Item, LineItem, MarkItem, PathItem, RectItem, TextItem } from './items.ts';

type Ctx = CanvasRenderingContext2D;

export interface Picture {
  width: number;
  height: number;
  items: Item[];
  outer: Item[];
  plot: Box;
}

export function paint(ctx: Ctx, picture: Picture, ratio: number, background: string): void {
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.globalAlpha = 1;
  ctx.fillStyle = background;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  useDensity(ratio);
  lettering = '';
  dashed = true;
  const { plot } = picture;
  ctx.save();
  ctx.beginPath();
  ctx.rect(plot.x0, plot.y0, plot.x1 - plot.x0, picture.height - plot.y0);
  ctx.clip();
  for (const item of picture.items) paintItem(ctx, item);
  ctx.restore();
  for (const item of picture.outer) paintItem(ctx, item);
}

function paintItem(ctx: Ctx, item: Item): void {
  if (item.t === 'text') paintText(ctx, item);
  else if (item.t === 'bars') paintBars(ctx, item);
  else if (item.t === 'line') paintLine(ctx, item);
  else if (item.t === 'rect') paintRect(ctx, item);
  else if (item.t === 'mark') paintMark(ctx, item);
  else paintPath(ctx, item);
}

const SOLID: number[] = [];
/** May the context hold a dash? Asking it to change costs more than remembering. */
let dashed = true;

function pen(ctx: Ctx, item: { stroke?: string; lw?: number; dash?: number[]; alpha?: number }): void {
  ctx.strokeStyle = item.stroke!;
  ctx.lineWidth = item.lw ?? 1;
  if (item.dash || dashed) ctx.setLineDash(item.dash ?? SOLID);
  dashed = item.dash !== undefined;
}

function paintLine(ctx: Ctx, item: LineItem): void {
  pen(ctx, item);
  ctx.globalAlpha = item.alpha ?? 1;
  ctx.beginPath();
  ctx.moveTo(item.x1, item.y1);
  ctx.lineTo(item.x2, item.y2);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function paintRect(ctx: Ctx, item: RectItem): void {
  const color = (solid: string) => (item.fade && (item.fade[0] > 0 || item.fade[1] > 0) ? faded(ctx, item, solid) : solid);
  if (!item.r && !item.stroke) {
    ctx.globalAlpha = item.alpha ?? 1;
    ctx.fillStyle = color(item.fill!);
    ctx.fillRect(item.x, item.y, item.w, item.h);
    ctx.globalAlpha = 1;
    return;
  }
  ctx.beginPath();
  ctx.roundRect(item.x, item.y, item.w, item.h, item.r ?? 0);
  if (item.fill) {
    ctx.globalAlpha = item.alpha ?? 1;
    ctx.fillStyle = color(item.fill);
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  if (item.stroke) {
    pen(ctx, item);
    ctx.strokeStyle = color(item.stroke);
    ctx.stroke();
  }
}

function paintBars(ctx: Ctx, { y, h, fill, alpha, edges }: BarsItem): void {
  ctx.globalAlpha = alpha;
  ctx.fillStyle = fill;
  for (let i = 0; i < edges.length; i += 2) ctx.fillRect(edges[i]!, y, edges[i + 1]! - edges[i]!, h);
  ctx.globalAlpha = 1;
}

function faded(ctx: Ctx, { x, w, fade }: RectItem, color: string): CanvasGradient {
  const gradient = ctx.createLinearGradient(x, 0, x + w, 0);
  const left = Math.min(1, fade![0] / w);
  const right = Math.max(left, 1 - fade![1] / w);
  const clear = color.startsWith('#') ? `${color}00` : 'transparent';
  gradient.addColorStop(0, left > 0 ? clear : color);
  gradient.addColorStop(left, color);
  gradient.addColorStop(right, color);
  gradient.addColorStop(1, right < 1 ? clear : color);
  return gradient;
}

function paintPath(ctx: Ctx, item: Omit<PathItem, 't'>): void {
  const path = new Path2D(item.d);
  ctx.globalAlpha = item.alpha ?? 1;
  if (item.fill) {
    ctx.fillStyle = item.fill;
    ctx.fill(path);
  }
  if (item.stroke) {
    pen(ctx, item);
    ctx.stroke(path);
  }
  ctx.globalAlpha = 1;
}

/** Half the side of a sprite; marks with their rings and signs are smaller. */
const REACH = 16;
const sprites = new Map<string, HTMLCanvasElement>();
let density = 0;

/** Marks repeat by the hundred: each kind is drawn once and then copied, on whole device pixels so that it stays crisp. */
function paintMark(ctx: Ctx, { x, y, key, parts }: MarkItem): void {
  let sprite = sprites.get(key);
  if (!sprite) sprites.set(key, (sprite = drawSprite(parts)));
  const snap = (v: number) => Math.round((v - REACH) * density) / density;
  ctx.drawImage(sprite, snap(x), snap(y), REACH * 2, REACH * 2);
}

/** Sprites belong to one density of pixels; another one, as on another screen, starts anew. */
function useDensity(ratio: number): void {
  if (ratio !== density || sprites.size > 500) sprites.clear();
  density = ratio;
}

function drawSprite(parts: MarkItem['parts']): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.ceil(REACH * 2 * density);
  const ctx = canvas.getContext('2d')!;
  ctx.setTransform(density, 0, 0, density, REACH * density, REACH * density);
  for (const part of parts) {
    dashed = true;
    paintPath(ctx, part);
  }
  dashed = true;
  return canvas;
}

export const fontOf = (size: number, bold: boolean): string => `${bold ? '600 ' : ''}${size}px ${FONT}`;

function paintText(ctx: Ctx, item: TextItem): void {
  const style = `${item.size}${item.bold}${item.end}${item.rtl}`;
  if (style !== lettering) setType(ctx, item);
  lettering = style;
  if (item.halo) {
    pen(ctx, { stroke: item.halo, lw: 3 });
    ctx.globalAlpha = 0.85;
    ctx.strokeText(item.s, item.x, item.y);
    ctx.globalAlpha = 1;
  }
  ctx.fillStyle = item.fill;
  ctx.fillText(item.s, item.x, item.y);
}

/** How the context is set to write; parsing a font anew for each label costs more than the label. */
let lettering = '';

function setType(ctx: Ctx, item: TextItem): void {
  ctx.font = fontOf(item.size, item.bold === true);
  ctx.textAlign = item.end ? 'right' : 'left';
  ctx.direction = item.rtl ? 'rtl' : 'ltr';
}
