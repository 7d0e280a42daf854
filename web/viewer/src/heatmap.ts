import { bytesOf } from './greyscale.ts';
import type { Placement } from './geometry.ts';
import type { ImageDescription } from './case.ts';

/** Activations 0..255 over the uncropped image, row by row. */
export interface HeatMap {
  rows: number;
  columns: number;
  cells: Uint8Array;
  /** How fine the network looks, in millimetres; the grid may be finer, because it was drawn over the whole image. */
  cellMm: number | null;
}

export function heatMapOf(json: { rows: number; columns: number; cells: string; cellMm?: number | null }): HeatMap {
  const cells = bytesOf(json.cells);
  if (json.rows * json.columns !== cells.length || cells.length === 0) {
    throw new Error(`heat map says ${json.rows} x ${json.columns} cells and brings ${cells.length}`);
  }
  return { rows: json.rows, columns: json.columns, cells, cellMm: json.cellMm ?? null };
}

/** Anchors of the cividis scale (Nuñez, Anderton, Renslow 2018): rises evenly in brightness for every colour vision. */
const CIVIDIS = [
  [0, 32, 76], [0, 48, 111], [57, 72, 107], [87, 92, 109], [112, 113, 115],
  [138, 134, 120], [165, 156, 116], [194, 179, 105], [225, 203, 84], [255, 233, 69],
];

export function cividis(value: number): [number, number, number] {
  const x = Math.min(1, Math.max(0, value)) * (CIVIDIS.length - 1);
  const i = Math.min(CIVIDIS.length - 2, Math.floor(x));
  const mix = (c: number) => Math.round(CIVIDIS[i][c] + (CIVIDIS[i + 1][c] - CIVIDIS[i][c]) * (x - i));
  return [mix(0), mix(1), mix(2)];
}

/** Where the network saw little the layer is clear, so that the breast stays readable below it. */
export function alpha(value: number): number {
  return value < 0.15 ? 0 : Math.min(1, (value - 0.15) / 0.35);
}

/** One canvas pixel for each cell; drawn larger by the browser. */
export function heatMapPicture(map: HeatMap): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = map.columns;
  canvas.height = map.rows;
  const context = canvas.getContext('2d')!;
  const pixels = context.createImageData(map.columns, map.rows);
  map.cells.forEach((cell, i) => pixels.data.set([...cividis(cell / 255), Math.round(255 * alpha(cell / 255))], 4 * i));
  context.putImageData(pixels, 0, 0);
  return canvas;
}

export function drawHeatMap(context: CanvasRenderingContext2D, picture: HTMLCanvasElement, image: ImageDescription, p: Placement, opacity: number): void {
  context.save();
  context.globalAlpha = opacity;
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.setTransform(p.sx, 0, 0, p.sy, p.x, p.y);
  context.drawImage(picture, 0, 0, image.columns, image.rows);
  context.restore();
}

export function drawLegend(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d')!;
  for (let x = 0; x < canvas.width; x++) {
    context.fillStyle = `rgb(${cividis(x / (canvas.width - 1)).join(' ')})`;
    context.fillRect(x, 0, 1, canvas.height);
  }
}
