import { summariseAlgorithms } from '../../evaluation/benchmark/algorithm-summary.ts';
import type { BenchmarkResults } from '../../evaluation/benchmark-results.ts';
import { escapeHtml } from '../report/escape-html.ts';
import { REPORT_STYLE } from '../report/report-style.ts';
import type { ReportLanguage } from '../report/words.ts';
import { BENCHMARK_STYLE } from './benchmark-style.ts';
import { agreementPart, distancePart } from './comparison-parts.ts';
import { protocolPart } from './protocol-part.ts';
import { scoresPart } from './scores-part.ts';
import { imageSlicesPart, sizeSlicesPart } from './slices-parts.ts';
import { curvesPart, errorsPart } from './summary-parts.ts';
import { testsPart } from './tests-part.ts';
import { type BenchmarkWords, benchmarkWords } from './words.ts';

function setPart(results: BenchmarkResults, set: number, words: BenchmarkWords): string {
  const { name, kind, images } = results.sets[set];
  const objects = images.reduce((sum, { traits }) => sum + traits.objects, 0);
  const summaries = summariseAlgorithms(results, set);
  return [
    `<section data-set="${set}"><h2>${escapeHtml(name)} (${words.kind[kind]})</h2>`,
    `<p class="soft">${images.length} ${words.images}, ${objects} ${words.objects}</p>`,
    scoresPart(summaries, words),
    curvesPart(summaries, words),
    errorsPart(summaries, words),
    testsPart(results, set, words),
    imageSlicesPart(results, set, words),
    sizeSlicesPart(results, set, words),
    '</section>',
  ].join('');
}

/**
 * The report of a benchmark as one HTML file that needs nothing else: scores with intervals, curves, errors, tests,
 * slices, the agreement of a synthetic and a real set, and the protocol. The same results give the same text.
 */
export function benchmarkHtml(results: BenchmarkResults, language: ReportLanguage): string {
  const words = benchmarkWords(language);
  const sets = results.sets.map((_, set) => setPart(results, set, words));
  const { version, started, backend } = results.protocol;
  const facts = escapeHtml([`CytoForge ${version}`, started, backend].join(' · '));
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title><style>${REPORT_STYLE}${BENCHMARK_STYLE}</style></head>`,
    `<body><main><h1>${words.title}</h1><p class="soft">${facts}</p>`,
    ...sets,
    agreementPart(results, words),
    distancePart(results.comparison, words),
    protocolPart(results, words),
    '</main></body></html>',
  ].join('\n');
}
