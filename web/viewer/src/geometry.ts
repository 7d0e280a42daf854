/** Where the chest wall is pinned: right breasts at the right edge of their tile, left breasts at the left edge. */
export type Anchor = 'right' | 'left' | 'centre';

/**
 * What the reader chose. `zoom` multiplies the common fit; `away` and `down` are millimetres (pixels without a
 * spacing), `away` counted from the chest wall, so that linked breasts move as mirror images.
 */
export interface ViewState {
  zoom: number;
  away: number;
  down: number;
}

export const FIT: ViewState = { zoom: 1, away: 0, down: 0 };

/** Size in device pixels. */
export interface Size {
  width: number;
  height: number;
}

/** An image as it hangs: stored size, spacing in millimetres (1, 1 when unknown), turned or not. */
export interface Hung {
  columns: number;
  rows: number;
  columnMm: number;
  rowMm: number;
  anchor: Anchor;
  flipX: boolean;
  flipY: boolean;
}

/** Screen x = x + sx * column, screen y = y + sy * row, for pixel edges; sx or sy is negative when it is turned. */
export interface Placement {
  x: number;
  y: number;
  sx: number;
  sy: number;
}

/** Device pixels for each millimetre at which the whole image is seen. */
export function fitScale(image: Hung, tile: Size): number {
  return Math.min(tile.width / (image.columns * image.columnMm), tile.height / (image.rows * image.rowMm));
}

/** One magnification for all tiles of a stage, so that breasts compare. */
export function commonFit(pairs: { image: Hung; tile: Size }[]): number {
  return pairs.reduce((least, p) => Math.min(least, fitScale(p.image, p.tile)), Infinity);
}

/** `scale`: device pixels for each millimetre. */
export function placed(image: Hung, tile: Size, scale: number, view: ViewState): Placement {
  const width = image.columns * image.columnMm * scale;
  const height = image.rows * image.rowMm * scale;
  const left = leftEdge(image.anchor, tile.width, width, view.away * scale);
  const top = (tile.height - height) / 2 - view.down * scale;
  const sx = (image.flipX ? -1 : 1) * image.columnMm * scale;
  const sy = (image.flipY ? -1 : 1) * image.rowMm * scale;
  return { x: image.flipX ? left + width : left, y: image.flipY ? top + height : top, sx, sy };
}

function leftEdge(anchor: Anchor, tile: number, image: number, away: number): number {
  if (anchor === 'right') return tile - image + away;
  if (anchor === 'left') return -away;
  return (tile - image) / 2 - away;
}

/** The sign with which a movement to the right changes `away`. */
export function awaySign(anchor: Anchor): number {
  return anchor === 'right' ? 1 : -1;
}

/** The view after zooming by `factor` with the point under (px, py) staying where it is. */
export function zoomedAt(image: Hung, tile: Size, scale: number, view: ViewState, factor: number, px: number, py: number): ViewState {
  const before = placed(image, tile, scale, view);
  const zoomed = { ...view, zoom: view.zoom * factor };
  const after = placed(image, tile, scale * factor, zoomed);
  const movedX = after.x + ((px - before.x) / before.sx) * after.sx - px;
  const movedY = after.y + ((py - before.y) / before.sy) * after.sy - py;
  return panned(zoomed, image.anchor, scale * factor, -movedX, -movedY);
}

/** The view after moving the image by device pixels. */
export function panned(view: ViewState, anchor: Anchor, scale: number, dx: number, dy: number): ViewState {
  return { ...view, away: view.away + (awaySign(anchor) * dx) / scale, down: view.down - dy / scale };
}

export interface Point {
  x: number;
  y: number;
}

export function toImage(placement: Placement, p: Point): Point {
  return { x: (p.x - placement.x) / placement.sx, y: (p.y - placement.y) / placement.sy };
}

export function toScreen(placement: Placement, p: Point): Point {
  return { x: placement.x + p.x * placement.sx, y: placement.y + p.y * placement.sy };
}
