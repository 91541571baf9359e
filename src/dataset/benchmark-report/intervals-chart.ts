import type { Interval } from '../../evaluation/statistics/bootstrap.ts';
import { escapeHtml } from '../report/escape-html.ts';
import { SHADE_COUNT } from './benchmark-style.ts';

/** A figure of every algorithm. */
export interface IntervalGroup {
  title: string;
  /** By algorithm, in the order of all charts; null where it has none. */
  intervals: readonly (Interval | null)[];
}

const WIDTH = 640;
const LEFT = 90;
const RIGHT = 16;
const STEP = 12;
const GAP = 14;
const FOOT = 22;

const x = (value: number): string => (LEFT + value * (WIDTH - LEFT - RIGHT)).toFixed(1);

function mark(interval: Interval | null, order: number, y: number, name: string): string {
  if (interval === null || interval.estimate === null) return '';
  const { estimate, low, high } = interval;
  const shade = `shade-${order % SHADE_COUNT}`;
  const range =
    low === null || high === null
      ? ''
      : `<line class="curve ${shade}" x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}"/>`;
  return `<g>${range}<circle class="dot ${shade}" cx="${x(estimate)}" cy="${y}" r="4"/><title>${escapeHtml(`${name} ${estimate.toFixed(3)}`)}</title></g>`;
}

/**
 * Figures from 0 to 1 as dots with their intervals as SVG, one group a figure and one line an algorithm; its colours are
 * those of the curves.
 */
export function intervalsChart(
  label: string,
  names: readonly string[],
  groups: readonly IntervalGroup[],
): string {
  const tall = names.length * STEP + GAP;
  const height = groups.length * tall + FOOT;
  const rows = groups.map(({ title, intervals }, at) => {
    const top = at * tall;
    const middle = top + (names.length * STEP) / 2 + 10;
    const marks = intervals.map((interval, order) =>
      mark(interval, order, top + order * STEP + 12, names[order]),
    );
    return `<text x="${LEFT - 10}" y="${middle.toFixed(1)}" text-anchor="end">${escapeHtml(title)}</text>${marks.join('')}`;
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `<line class="axis" x1="${x(value)}" x2="${x(value)}" y1="0" y2="${height - FOOT}"/><text x="${x(value)}" y="${height - 6}" text-anchor="middle">${value}</text>`,
  );
  return `<svg class="plot" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(label)}">${ticks.join('')}${rows.join('')}</svg>`;
}
