/** Paints a display list on a canvas. Decides nothing. */
import { FONT } from './metrics.ts';
import type { Box, Item, LineItem, PathItem, RectItem, TextItem } from './items.ts';

type Ctx = CanvasRenderingContext2D;

export interface Picture {
  width: number;
  height: number;
  items: Item[];
  outer: Item[];
  plot: Box;
}

const outlines = new Map<string, Path2D>();

export function paint(ctx: Ctx, picture: Picture, ratio: number, background: string): void {
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.globalAlpha = 1;
  ctx.fillStyle = background;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
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
  else if (item.t === 'line') paintLine(ctx, item);
  else if (item.t === 'rect') paintRect(ctx, item);
  else paintPath(ctx, item);
}

function pen(ctx: Ctx, item: { stroke?: string; lw?: number; dash?: number[]; alpha?: number }): void {
  ctx.strokeStyle = item.stroke!;
  ctx.lineWidth = item.lw ?? 1;
  ctx.setLineDash(item.dash ?? []);
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
  if (!item.r && !item.stroke && !item.fade) {
    ctx.globalAlpha = item.alpha ?? 1;
    ctx.fillStyle = item.fill!;
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

function paintPath(ctx: Ctx, item: PathItem): void {
  let path = outlines.get(item.d);
  if (!path) {
    path = new Path2D(item.d);
    if (item.shared) outlines.set(item.d, path);
  }
  ctx.translate(item.x, item.y);
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
  ctx.translate(-item.x, -item.y);
}

export const fontOf = (size: number, bold: boolean): string => `${bold ? '600 ' : ''}${size}px ${FONT}`;

function paintText(ctx: Ctx, item: TextItem): void {
  ctx.font = fontOf(item.size, item.bold === true);
  ctx.textAlign = item.end ? 'right' : 'left';
  ctx.direction = item.rtl ? 'rtl' : 'ltr';
  if (item.halo) {
    pen(ctx, { stroke: item.halo, lw: 3 });
    ctx.globalAlpha = 0.85;
    ctx.strokeText(item.s, item.x, item.y);
    ctx.globalAlpha = 1;
  }
  ctx.fillStyle = item.fill;
  ctx.fillText(item.s, item.x, item.y);
}
