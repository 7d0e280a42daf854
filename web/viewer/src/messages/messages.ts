import { de } from './de.ts';
import { en, type MessageKey, type Messages } from './en.ts';
import { fr } from './fr.ts';

const BUNDLED: Record<string, Messages> = { en, de, fr };
const SMALLEST_SHOWN = 0.01;

/** Texts in the reader's language; the page may replace any of them. */
export class Texts {
  private readonly messages: Record<string, string>;
  private readonly numbers: Intl.NumberFormat;

  constructor(
    readonly locale: string,
    own: Record<string, string> = {},
  ) {
    this.messages = { ...en, ...BUNDLED[locale.slice(0, 2).toLowerCase()], ...own };
    this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  }

  of(key: MessageKey, ...values: (string | number)[]): string {
    return this.messages[key].replace(/\{(\d)\}/g, (_, i) => this.shown(values[Number(i)]));
  }

  has(key: string): boolean {
    return key in this.messages;
  }

  /** For keys that come with the data, such as bands; the data's own word when nobody translated it. */
  maybe(prefix: string, word: string): string {
    return this.messages[`${prefix}.${word}`] ?? word;
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  /** A probability in per cent; never rounded to none or all. */
  percent(probability: number): string {
    const { format } = new Intl.NumberFormat(this.locale, { style: 'percent', maximumFractionDigits: 0 });
    if (probability > 0 && probability < SMALLEST_SHOWN) return `< ${format(SMALLEST_SHOWN)}`;
    return probability < 1 && probability > 1 - SMALLEST_SHOWN ? `> ${format(1 - SMALLEST_SHOWN)}` : format(probability);
  }

  /** A DICOM date (YYYYMMDD) or an ISO date, as the locale writes it. */
  date(value: string | null | undefined): string {
    const parts = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(value ?? '');
    if (!parts) return value ?? '';
    const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
  }

  private shown(value: string | number | undefined): string {
    return typeof value === 'number' ? this.number(value) : (value ?? '');
  }
}
