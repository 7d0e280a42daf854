import type { ImageDescription } from '../src/case.ts';

export function mammogram(more: Partial<ImageDescription> = {}): ImageDescription {
  return {
    sopInstanceUid: `1.2.${Math.abs(hash(JSON.stringify(more)))}`, laterality: 'R', view: 'CC', rows: 64, columns: 64, bitsStored: 12,
    photometricInterpretation: 'MONOCHROME2', pixelSpacingMm: [0.07, 0.07], windows: [{ center: 2048, width: 3000 }],
    ...more,
  };
}

function hash(text: string): number {
  return [...text].reduce((h, c) => (Math.imul(h, 31) + c.charCodeAt(0)) | 0, 7);
}

export function base64(values: Uint16Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}
