import { type ImageDescription, spacingInBreast } from './case.ts';
import { type Placement, type Point, toScreen } from './geometry.ts';
import type { Texts } from './messages/messages.ts';

/** A distance between two places of an image, in stored pixels. */
export interface Length {
  from: Point;
  to: Point;
}

/** A place that somebody marked on an image, in stored pixels. */
export interface Mark {
  sopInstanceUid: string;
  column: number;
  row: number;
  label?: string;
}

/** Millimetres in the breast (detector spacing over magnification), or null when the image has no spacing. */
export function millimetres(length: Length, image: ImageDescription): number | null {
  const spacing = spacingInBreast(image);
  if (!spacing) return null;
  return Math.hypot((length.to.y - length.from.y) * spacing[0], (length.to.x - length.from.x) * spacing[1]);
}

export function lengthText(length: Length, image: ImageDescription, texts: Texts): string {
  const mm = millimetres(length, image);
  if (mm !== null) return `${texts.number(mm)} mm`;
  return texts.of('measured.pixels', Math.round(Math.hypot(length.to.x - length.from.x, length.to.y - length.from.y)));
}

export function drawLength(context: CanvasRenderingContext2D, length: Length, p: Placement, texts: Texts, image: ImageDescription): void {
  const a = toScreen(p, length.from);
  const b = toScreen(p, length.to);
  const ratio = window.devicePixelRatio || 1;
  context.save();
  context.lineCap = 'round';
  for (const [colour, width] of [['#000', 4], ['#ffd54a', 2]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width * ratio;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    for (const end of [a, b]) {
      context.moveTo(end.x + 4 * ratio, end.y);
      context.arc(end.x, end.y, 4 * ratio, 0, 2 * Math.PI);
    }
    context.stroke();
  }
  caption(context, lengthText(length, image, texts), b.x + 10 * ratio, b.y - 8 * ratio, ratio);
  context.restore();
}

export function drawMark(context: CanvasRenderingContext2D, mark: Mark, p: Placement): void {
  const at = toScreen(p, { x: mark.column + 0.5, y: mark.row + 0.5 });
  const ratio = window.devicePixelRatio || 1;
  context.save();
  for (const [colour, width] of [['#000', 5], ['#7fd1ff', 2.5]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width * ratio;
    context.beginPath();
    context.arc(at.x, at.y, 16 * ratio, 0, 2 * Math.PI);
    context.stroke();
  }
  if (mark.label) caption(context, mark.label, at.x + 22 * ratio, at.y + 5 * ratio, ratio);
  context.restore();
}

function caption(context: CanvasRenderingContext2D, text: string, x: number, y: number, ratio: number): void {
  context.font = `${14 * ratio}px system-ui, sans-serif`;
  const width = context.measureText(text).width;
  const left = Math.min(x, context.canvas.width - width - 6 * ratio);
  context.fillStyle = 'rgb(0 0 0 / 0.75)';
  context.fillRect(left - 4 * ratio, y - 14 * ratio, width + 8 * ratio, 19 * ratio);
  context.fillStyle = '#ffd54a';
  context.fillText(text, left, y);
}
