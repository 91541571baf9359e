import { escapeHtml } from '../report/escape-html.ts';

/** A cell of a table: text, which is escaped, or a value with its interval below. */
export type TableCell = string | { text: string; below: string };

const cellHtml = (cell: TableCell): string =>
  typeof cell === 'string'
    ? escapeHtml(cell)
    : `${escapeHtml(cell.text)}<br><small class="soft">${escapeHtml(cell.below)}</small>`;

/**
 * A table as HTML; it scrolls by itself where the page is narrow.
 * @param part Name by which tests and styles find it.
 */
export function htmlTable(
  part: string,
  header: readonly string[],
  rows: readonly (readonly TableCell[])[],
): string {
  const head = header.map((name) => `<th>${escapeHtml(name)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`)
    .join('');
  return `<div class="scroll"><table data-part="${part}"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A figure with three decimals; a dash where it is not defined. */
export function shownFigure(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

/** An interval as two figures; empty where it is not defined. */
export function shownInterval({ low, high }: { low: number | null; high: number | null }): string {
  return low === null || high === null ? '' : `${shownFigure(low)} … ${shownFigure(high)}`;
}

/** A probability with as many digits as tell something. */
export function shownProbability(p: number | null): string {
  if (p === null) return '–';
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** A measured value with four digits. */
export function shownValue(value: number | null): string {
  return value === null || !Number.isFinite(value) ? '–' : String(Number(value.toPrecision(4)));
}
