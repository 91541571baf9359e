import type { BenchmarkAlgorithm, BenchmarkResults } from '../../evaluation/benchmark-results.ts';
import { FIGURES } from '../../evaluation/figures.ts';
import { escapeHtml } from '../report/escape-html.ts';
import { htmlTable } from './html-table.ts';
import type { BenchmarkWords } from './words.ts';

const settings = ({ parameters }: BenchmarkAlgorithm): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');

function weightsOf({ weights }: BenchmarkAlgorithm, words: BenchmarkWords): string {
  if (!weights) return escapeHtml(words.none);
  const { name, architecture, sha256 } = weights;
  return `${escapeHtml(`${name} (${architecture})`)} <code>${escapeHtml(sha256)}</code>`;
}

/** The parameters and weights of every algorithm. */
function algorithmsTable({ algorithms }: BenchmarkResults, words: BenchmarkWords): string {
  const rows = algorithms.map((algorithm) => {
    const { name, method } = algorithm;
    const who = name === method ? name : `${name} (${method})`;
    return `<tr><td>${escapeHtml(who)}</td><td class="settings">${escapeHtml(settings(algorithm))}</td><td class="settings">${weightsOf(algorithm, words)}</td></tr>`;
  });
  return `<div class="scroll"><table data-part="algorithms"><thead><tr><th>${words.algorithm}</th><th>${words.parameters}</th><th>${words.weights}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** What must be known to make the same figures again, and what they are. */
export function protocolPart(results: BenchmarkResults, words: BenchmarkWords): string {
  const { protocol, sets } = results;
  const facts = [
    [words.version, protocol.version],
    [words.started, protocol.started],
    [words.backend, protocol.backend],
    [
      words.bootstrap,
      `${protocol.resamples} ${words.resamples}, ${words.seed} ${protocol.seed}, ${protocol.confidence * 100} %`,
    ],
    ...sets.map(({ name, kind, origin, images }) => [
      words.set,
      `${name} (${words.kind[kind]}): ${images.length} ${words.images}, ${words.origin}${words.colon}${origin}`,
    ]),
  ];
  const list = facts.map(
    ([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`,
  );
  const definitions = htmlTable(
    'definitions',
    ['', ''],
    FIGURES.map((figure) => [words.figure[figure], words.definition[figure]]),
  );
  return `<h2>${words.protocol}</h2><div class="stack"><section class="card"><dl>${list.join('')}</dl></section><section class="card">${algorithmsTable(results, words)}</section><section class="card"><h3>${words.definitions}</h3>${definitions}</section></div>`;
}
