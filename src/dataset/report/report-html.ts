import { wassersteinDistance } from '../../evaluation/wasserstein.ts';
import type { DatasetHead, RejectedSample } from '../dataset-manifest.ts';
import type { GateFailure } from '../quality-gates.ts';
import { barChart, histogramChart } from './charts.ts';
import { escapeHtml } from './escape-html.ts';
import { FEATURES, type Feature, type FeatureSummary } from './feature-summary.ts';
import { REPORT_STYLE } from './report-style.ts';
import { type ReportLanguage, type ReportWords, reportWords } from './words.ts';

/** All that a report shows. */
export interface ReportContent {
  language: ReportLanguage;
  head: DatasetHead;
  made: FeatureSummary;
  /** A real set to compare with. */
  real: FeatureSummary | null;
  /** Small PNGs in base64. */
  pictures: readonly string[];
  rejected: { count: number; byGate: Partial<Record<GateFailure['gate'], number>> };
  /** The first of them. */
  firstRejected: readonly RejectedSample<unknown>[];
  isWhole: boolean;
}

/** As few digits as tell values apart. */
const short = (value: number): string => String(Number(value.toPrecision(4)));

const SHOWN: Partial<Record<Feature, number>> = { coverage: 100 };

function statistics(values: readonly number[], words: ReportWords, mean: number, unit: string) {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  const of = (name: string, text: string) => `${name} ${text}${unit && ` ${unit}`}`;
  return [
    of(words.mean, short(mean)),
    of(words.median, short(median)),
    of(words.range, `${short(sorted[0])} – ${short(sorted[sorted.length - 1])}`),
  ].join(' · ');
}

function featureCard(feature: Feature, content: ReportContent, words: ReportWords): string {
  const scale = SHOWN[feature] ?? 1;
  const sets = [content.made, ...(content.real ? [content.real] : [])];
  const series = sets.map(({ name, features }) => ({
    name,
    mean: features[feature].mean * scale,
    values: features[feature].values.map((value) => value * scale),
  }));
  const unit = words.unit[feature];
  const title = `${words.feature[feature]}${unit && ` (${unit})`}`;
  const [made, real] = series;
  if (made.values.length === 0) {
    return `<section class="card"><h3>${title}</h3><p class="soft">${words.none}</p></section>`;
  }
  const lines = series
    .filter(({ values }) => values.length > 0)
    .map(({ name, values, mean }, at) => {
      const who =
        series.length < 2 ? '' : `${at === 0 ? words.thisSet : escapeHtml(name)}${words.colon}`;
      return `<p class="soft">${who}${statistics(values, words, mean, unit)}</p>`;
    });
  if (real && real.values.length > 0) {
    const distance = wassersteinDistance(made.values, real.values);
    lines.push(`<p>${words.distance}${words.colon}<strong>${short(distance)}</strong> ${unit}</p>`);
  }
  const chart = histogramChart(title, series, feature === 'cells');
  return `<section class="card" data-feature="${feature}"><h3>${title}</h3>${chart}${lines.join('')}</section>`;
}

const seedOf = (recipe: unknown): string => String((recipe as { seed?: unknown })?.seed ?? '');

function allowed({ from, to }: GateFailure): string {
  if (from !== null && to !== null) return from === to ? String(from) : `${from} – ${to}`;
  return from === null ? `≤ ${to}` : `≥ ${from}`;
}

function rejectedPart(content: ReportContent, words: ReportWords): string {
  const { rejected, firstRejected } = content;
  if (rejected.count === 0) return '';
  const chart = barChart(
    words.rejectedTitle,
    Object.entries(rejected.byGate).map(([gate, count]) => [
      words.gate[gate as GateFailure['gate']],
      count,
    ]),
  );
  const rows = firstRejected.flatMap(({ recipe, reasons }) =>
    reasons.map(
      (reason) =>
        `<tr><td>${escapeHtml(seedOf(recipe))}</td><td>${words.gate[reason.gate]}</td><td>${reason.found}</td><td>${allowed(reason)}</td></tr>`,
    ),
  );
  const more = rejected.count > firstRejected.length ? `<p class="soft">${words.more}</p>` : '';
  return `<h2>${words.rejectedTitle}</h2><div class="charts"><section class="card">${chart}</section><section class="card"><table data-part="rejected"><thead><tr><th>${words.seed}</th><th>${words.reason}</th><th>${words.found}</th><th>${words.allowed}</th></tr></thead><tbody>${rows.join('')}</tbody></table>${more}</section></div>`;
}

function stylesPart({ made }: ReportContent, words: ReportWords): string {
  const styles = Object.entries(made.styles);
  if (styles.length === 0) return '';
  return `<section class="card"><h3>${words.styles}</h3>${barChart(words.styles, styles)}</section>`;
}

function provenance({ head }: ReportContent, words: ReportWords): string {
  const rows = head.bundles.map(
    ({ name, sha256, architecture, licence }) =>
      `<tr><td>${escapeHtml(name)}</td><td class="name">${architecture}</td><td><code>${sha256}</code></td><td>${escapeHtml(licence)}</td></tr>`,
  );
  const plan =
    head.plan === undefined
      ? ''
      : `<details><summary>${words.plan}</summary><pre>${escapeHtml(JSON.stringify(head.plan, null, 1))}</pre></details>`;
  return `<h2>${words.provenance}</h2><p class="soft">${words.version} ${escapeHtml(head.appVersion)}</p><table><thead><tr><th>${words.models}</th><th></th><th>SHA-256</th><th>${words.licence}</th></tr></thead><tbody>${rows.join('')}</tbody></table>${plan}`;
}

/** `report.html`: one file without scripts, fonts or pictures from elsewhere. */
export function reportHtml(content: ReportContent): string {
  const words = reportWords(content.language);
  const { made, real, rejected, pictures } = content;
  const figures = [
    [made.samples, words.samples],
    [made.objects, words.objects],
    ...(made.spots > 0 ? [[made.spots, words.spots]] : []),
    [rejected.count, words.rejected],
  ].map(([count, word]) => `<li><strong>${count}</strong><span class="soft">${word}</span></li>`);
  const key = real
    ? `<div class="key"><span>${words.thisSet}</span><span>${escapeHtml(real.name)} (${real.samples})</span></div><p class="soft">${words.distance}${words.colon}${words.distanceNote}</p>`
    : '';
  const shown = pictures.map((data) => `<img alt="" src="data:image/png;base64,${data}">`);
  return [
    `<!doctype html><html lang="${content.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<title>${words.title} · ${escapeHtml(made.name)}</title><style>${REPORT_STYLE}</style></head><body><main>`,
    `<h1>${words.title}</h1><p class="soft">${escapeHtml(made.name)}</p>`,
    content.isWhole ? '' : `<p class="note">${words.cancelled}</p>`,
    `<ul class="figures">${figures.join('')}</ul>`,
    shown.length ? `<h2>${words.pictures}</h2><div class="pictures">${shown.join('')}</div>` : '',
    `<h2>${words.distributions}</h2>${key}`,
    `<div class="charts">${FEATURES.map((feature) => featureCard(feature, content, words)).join('')}${stylesPart(content, words)}</div>`,
    rejectedPart(content, words),
    provenance(content, words),
    '</main></body></html>\n',
  ].join('\n');
}
