import { benchmarkCsv, benchmarkJson } from '../dataset/benchmark-report/benchmark-files.ts';
import { benchmarkHtml } from '../dataset/benchmark-report/benchmark-html.ts';
import type { ReportLanguage } from '../dataset/report/words.ts';
import type { BenchmarkResults } from '../evaluation/benchmark-results.ts';
import { writeInto } from './write-files.ts';

/**
 * Writes `benchmark.json`, `benchmark.csv` and `benchmark.html`.
 * @throws CytoForgeError `io`, `no-space`.
 */
export async function writeBenchmark(
  folder: string,
  results: BenchmarkResults,
  language: ReportLanguage,
): Promise<void> {
  for (const [name, text] of [
    ['benchmark.json', benchmarkJson(results)],
    ['benchmark.csv', benchmarkCsv(results)],
    ['benchmark.html', benchmarkHtml(results, language)],
  ]) {
    await writeInto(folder, name, new TextEncoder().encode(text));
  }
}
