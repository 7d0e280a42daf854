import { type ImageDescription, spacingInBreast } from './case.ts';
import { json } from './frames.ts';
import { type HeatMap, heatMapOf, heatMapPicture } from './heatmap.ts';

export type Revealed = 'shown' | 'none' | 'unrecorded' | 'failed';

/**
 * The heat maps of a case. Off until the reader asks; nothing is fetched before, and nothing is drawn before the
 * server has recorded that it was shown.
 */
export class HeatLayer {
  on = false;
  private readonly pictures = new Map<string, HTMLCanvasElement>();
  private readonly maps = new Map<string, HeatMap>();

  constructor(
    private readonly headers: () => Record<string, string>,
    private readonly revealed: (findingId: string | number) => void,
  ) {}

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
    if (!(await this.recorded(finding.id))) return 'unrecorded';
    this.revealed(finding.id);
    try {
      const map = heatMapOf(await json(finding.heatMapUrl!));
      this.maps.set(image.sopInstanceUid, map);
      this.pictures.set(image.sopInstanceUid, heatMapPicture(map));
      return 'shown';
    } catch {
      return 'failed';
    }
  }

  private async recorded(findingId: string | number): Promise<boolean> {
    try {
      const url = `/api/v1/findings/${encodeURIComponent(findingId)}/heatmap-views`;
      const response = await fetch(url, { method: 'POST', credentials: 'same-origin', headers: { 'Content-Type': 'application/json', ...this.headers() }, body: '{}' });
      return response.ok;
    } catch {
      return false;
    }
  }

  /** Columns, rows and the size of one cell in millimetres (null without spacing) of the first map on show. */
  cells(images: ImageDescription[]): { columns: number; rows: number; mm: number | null } | null {
    const image = images.find((i) => this.maps.has(i.sopInstanceUid));
    if (!image || !this.on) return null;
    const map = this.maps.get(image.sopInstanceUid)!;
    const spacing = spacingInBreast(image);
    return { columns: map.columns, rows: map.rows, mm: spacing && (image.rows / map.rows) * spacing[0] };
  }
}
