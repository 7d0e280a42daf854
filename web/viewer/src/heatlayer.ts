import type { ImageDescription } from './case.ts';
import { json } from './frames.ts';
import { type HeatMap, heatMapOf, heatMapPicture } from './heatmap.ts';

export type Revealed = 'shown' | 'none' | 'failed';

/**
 * The heat maps of a case. Off until the reader asks, and not fetched before: the server records with its answer that a
 * map was shown, so fetching one ahead would put a look on record that nobody took.
 */
export class HeatLayer {
  on = false;
  private readonly pictures = new Map<string, HTMLCanvasElement>();
  private readonly maps = new Map<string, HeatMap>();

  constructor(private readonly revealed: (findingId: string | number) => void) {}

  forget(): void {
    this.on = false;
    this.pictures.clear();
    this.maps.clear();
  }

  picture(image: ImageDescription): HTMLCanvasElement | null {
    return (this.on && this.pictures.get(image.sopInstanceUid)) || null;
  }

  static offered(image: ImageDescription | null): boolean {
    return !!image?.finding?.heatMapUrl;
  }

  async reveal(images: ImageDescription[]): Promise<Revealed> {
    const mapped = images.filter((i) => HeatLayer.offered(i) && !this.pictures.has(i.sopInstanceUid));
    if (!images.some(HeatLayer.offered)) return 'none';
    this.on = true;
    const outcomes = await Promise.all(mapped.map((image) => this.revealOne(image)));
    const worst = outcomes.find((o) => o !== 'shown') ?? 'shown';
    if (this.pictures.size === 0) this.on = false;
    return worst;
  }

  private async revealOne(image: ImageDescription): Promise<Revealed> {
    const finding = image.finding!;
    try {
      const map = heatMapOf(await json(finding.heatMapUrl!));
      this.maps.set(image.sopInstanceUid, map);
      this.pictures.set(image.sopInstanceUid, heatMapPicture(map));
    } catch {
      return 'failed';
    }
    this.revealed(finding.id);
    return 'shown';
  }

  /** The size of what the network tells apart on the maps on show; null when none is on or the server does not say. */
  cellMm(images: ImageDescription[]): number | null {
    const sizes = images.map((i) => (this.on && this.maps.get(i.sopInstanceUid)?.cellMm) || 0);
    return Math.max(0, ...sizes) || null;
  }
}
