/** Numbers as texts, the same everywhere: true minus sign, tabular widths, no locale surprises. */

const MINUS = '\u2212';

/** Fixed decimals with a true minus sign: -0.5 -> "−0.50". Not a number gives an en dash. */
export function decimal(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return '–';
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

const wholeFormats = new Map<string, Intl.NumberFormat>();

/** Whole numbers with thousands separators. */
export function whole(value: number, language = 'en'): string {
  let format = wholeFormats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    wholeFormats.set(language, format);
  }
  return format.format(value);
}

/** A fraction as a percentage without decimals: 0.771 -> "77 %". */
export function percent(fraction: number, digits = 0): string {
  return Number.isFinite(fraction) ? `${(fraction * 100).toFixed(digits)}\u202f%` : '–';
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** One significant digit (or more decimals) times a power of ten: 2.3e-7 -> "2·10⁻⁷". Zero gives "0". */
export function powerOfTen(value: number, decimals = 0): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return '–';
  const [mantissa = '0', exponent = '0'] = value.toExponential(decimals).split('e');
  const digits = [...String(Math.abs(Number(exponent)))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `${mantissa.replace('-', MINUS)}·10${Number(exponent) < 0 ? '⁻' : ''}${digits}`;
}

const LARGE = 1000;

/** Two decimals; what has grown beyond all measure as a power of ten. */
export const large = (value: number): string =>
  Math.abs(value) >= LARGE ? powerOfTen(value, 1) : decimal(value);

/** Gradients and changes have many sizes: three decimals where they tell something, else a power of ten. */
export function small(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (size < 0.001) return powerOfTen(value);
  return size < 0.1 ? decimal(value, 3) : large(value);
}

/** Bytes in kB of 1,000 bytes: 14376 -> "14 kB". */
export function kilobytes(bytes: number, language = 'en'): string {
  return `${whole(bytes / 1000, language)}\u202fkB`;
}
