import { type Placement, type Point, toImage, toScreen } from './geometry.ts';
import { viewName } from './case.ts';
import type { MessageKey } from './messages/en.ts';
import type { Texts } from './messages/messages.ts';
import type { Tile } from './tile.ts';

/** The cross that marks a place without a pointer: on one tile, kept in stored pixels. */
export interface Cross {
  tile: Tile;
  at: Point;
}

const STEP = 4;
const LARGE_STEP = 40;

/** In the middle of what the tile shows of its image; null where there is nothing to mark. */
export function crossOn(tile: Tile | undefined): Cross | null {
  if (!tile?.image || !tile.placement || !(tile.frame || tile.preview)) return null;
  const first = within(tile, toImage(tile.placement, { x: 0, y: 0 }));
  const last = within(tile, toImage(tile.placement, { x: tile.size.width, y: tile.size.height }));
  return { tile, at: { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 } };
}

/** Where an arrow key moves it, over the screen and not beyond the image; null for other keys. */
export function stepped(cross: Cross, event: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Cross | null {
  const step = (event.shiftKey ? LARGE_STEP : STEP) * (window.devicePixelRatio || 1);
  const [dx, dy] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [0, 0];
  if (dx === 0 && dy === 0) return null;
  const from = toScreen(cross.tile.placement!, cross.at);
  return { ...cross, at: within(cross.tile, toImage(cross.tile.placement!, { x: from.x + dx, y: from.y + dy })) };
}

/** How far the picture has to be moved, in device pixels, for the cross to be seen. */
export function outOfSight({ tile, at }: Cross): Point {
  const { x, y } = toScreen(tile.placement!, at);
  return { x: beyond(x, tile.size.width), y: beyond(y, tile.size.height) };
}

/** "LCC: upper left, column 120 of 256, row 40 of 332". */
export function whereText({ tile, at }: Cross, texts: Texts): string {
  const { columns, rows } = tile.image!;
  const { sx, sy } = tile.placement!;
  const third = (share: number, turned: boolean) => Math.min(2, Math.floor(3 * (turned ? 1 - share : share)));
  const down = ['top', 'middle', 'bottom'][third(at.y / rows, sy < 0)];
  const across = ['left', 'middle', 'right'][third(at.x / columns, sx < 0)];
  const place = texts.of(`place.${down}.${across}` as MessageKey);
  return texts.of('mark.at', viewName(tile.image!), place, Math.floor(at.x) + 1, columns, Math.floor(at.y) + 1, rows);
}

export function drawCross(context: CanvasRenderingContext2D, at: Point, placement: Placement): void {
  const { x, y } = toScreen(placement, at);
  const ratio = window.devicePixelRatio || 1;
  const [near, far] = [6 * ratio, 30 * ratio];
  context.save();
  for (const [colour, width] of [['#000', 5], ['#ffd54a', 2]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width * ratio;
    context.beginPath();
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      context.moveTo(x + dx * near, y + dy * near);
      context.lineTo(x + dx * far, y + dy * far);
    }
    context.stroke();
  }
  context.restore();
}

function within(tile: Tile, { x, y }: Point): Point {
  const held = (value: number, size: number) => Math.min(size - 0.5, Math.max(0.5, value));
  return { x: held(x, tile.image!.columns), y: held(y, tile.image!.rows) };
}

function beyond(place: number, size: number): number {
  return place < 0 ? -place : Math.min(0, size - place);
}
