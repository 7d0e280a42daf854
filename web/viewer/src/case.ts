/** The case description that the server answers; every field that may be absent in DICOM may be absent here. */
export interface CaseDescription {
  studyInstanceUid: string;
  studyDate?: string | null;
  patient?: { name?: string; id?: string; birthDate?: string | null };
  /** Where to tell that the case, fetched ahead, came to be seen. */
  viewsUrl?: string | null;
  images: ImageDescription[];
  priors?: CaseDescription[];
}

export type Laterality = 'R' | 'L' | 'B' | '';

/** LINEAR, LINEAR_EXACT or SIGMOID: PS3.3 C.11.2.1.3. */
export interface Window {
  center: number;
  width: number;
  function?: string | null;
  explanation?: string | null;
}

/** One item of a VOI LUT Sequence: PS3.3 C.11.2.1.1. `data` is base64 of unsigned 16-bit little-endian entries. */
export interface VoiLutDescription {
  firstValueMapped: number;
  bitsPerEntry: number;
  explanation?: string | null;
  data: string;
}

export interface FindingDescription {
  id: string | number;
  band?: string | null;
  malignancy?: number | null;
  implantProbability?: number | null;
  network: string;
  version: string;
  status?: 'untrained' | 'phantom-trained' | 'trained' | string | null;
  heatMapUrl?: string | null;
  provider?: string | null;
  reviewState?: string | null;
}

export interface ImageDescription {
  sopInstanceUid: string;
  /** What the image is called in the reader's language, unlike any other of its study. */
  name?: string | null;
  seriesInstanceUid?: string;
  laterality?: Laterality | null;
  view?: string | null;
  viewModifiers?: string[] | null;
  implantDisplaced?: boolean;
  /** Patient Orientation (0020,0020), e.g. ["P", "L"]: where the rows and the columns run to. */
  patientOrientation?: string[] | null;
  acquisitionDateTime?: string | null;
  instanceNumber?: number | null;
  rows: number;
  columns: number;
  bitsStored: number;
  signed?: boolean;
  photometricInterpretation?: string | null;
  rescale?: { slope: number; intercept: number } | null;
  /** Imager Pixel Spacing: row spacing, column spacing, at the detector. */
  pixelSpacingMm?: [number, number] | null;
  /** Estimated Radiographic Magnification Factor; true size divides by it. */
  magnification?: number | null;
  windows?: Window[] | null;
  voiLut?: VoiLutDescription | VoiLutDescription[] | null;
  presentationLutShape?: string | null;
  pixelPadding?: { value: number; limit?: number | null } | null;
  /** Whether the server still has the image's file. */
  readable?: boolean | null;
  framesUrl?: string | null;
  thumbnailUrl?: string | null;
  /** Where to tell that the image, fetched ahead, came to be seen. */
  viewsUrl?: string | null;
  state?: 'CLASSIFIED' | 'UNSUITABLE' | 'FAILED' | 'WAITING' | string | null;
  /** Why there is no opinion, as it is stored: a code and what is for technicians. */
  reason?: string | null;
  /** The same for readers, in their language. */
  reasonText?: string | null;
  lossy?: boolean;
  /** Lossy Image Compression Ratio (0028,2112): one for each time the image was compressed. */
  lossyRatios?: number[] | null;
  finding?: FindingDescription | null;
}

/** The server's name for it; without one "RCC", "LMLO", or what is known of it. */
export function viewName(image: ImageDescription): string {
  if (image.name) return image.name;
  const side = image.laterality === 'R' || image.laterality === 'L' || image.laterality === 'B' ? image.laterality : '';
  return `${side}${image.view || '?'}${image.implantDisplaced ? ' ID' : ''}`;
}

/** Why there is no opinion about it, in the reader's language where the server says it so. */
export function silence(image: ImageDescription): string {
  return image.reasonText || image.reason || '';
}

/** Row and column spacing in the breast, not at the detector; null when the image does not say. */
export function spacingInBreast(image: ImageDescription): [number, number] | null {
  const spacing = image.pixelSpacingMm;
  if (!spacing || !(spacing[0] > 0) || !(spacing[1] > 0)) return null;
  const factor = image.magnification && image.magnification > 0 ? image.magnification : 1;
  return [spacing[0] / factor, spacing[1] / factor];
}

export function voiLuts(image: ImageDescription): VoiLutDescription[] {
  if (!image.voiLut) return [];
  return Array.isArray(image.voiLut) ? image.voiLut : [image.voiLut];
}
