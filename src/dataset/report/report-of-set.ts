import type { DatasetHead, RejectedSample } from '../dataset-manifest.ts';
import type { FinishedSample } from '../dataset-segment.ts';
import type { GateFailure } from '../quality-gates.ts';
import { type FeatureSummary, featureCollector } from './feature-summary.ts';
import { reportHtml } from './report-html.ts';
import type { ReportLanguage } from './words.ts';

/** How a set is to be reported. */
export interface ReportOptions {
  language: ReportLanguage;
  /** Name of the set. */
  name: string;
  /** A real set to compare with; null for none. */
  real: FeatureSummary | null;
}

/** Rejected candidates that the report lists one by one. */
const LISTED = 60;

async function countRejected(rejections: AsyncIterable<RejectedSample<unknown>>) {
  const byGate: Partial<Record<GateFailure['gate'], number>> = {};
  const firstRejected: RejectedSample<unknown>[] = [];
  let count = 0;
  for await (const rejected of rejections) {
    count += 1;
    if (firstRejected.length < LISTED) firstRejected.push(rejected);
    for (const { gate } of rejected.reasons) byGate[gate] = (byGate[gate] ?? 0) + 1;
  }
  return { rejected: { count, byGate }, firstRejected };
}

/** The report of a set, from what its parts say of the samples; memory does not grow with the set. */
export async function* reportOfSet(
  head: DatasetHead,
  options: ReportOptions,
  outcome: { status: string },
  set: {
    samples(): AsyncIterable<FinishedSample<unknown>>;
    rejected(): AsyncIterable<RejectedSample<unknown>>;
  },
): AsyncGenerator<string> {
  const collector = featureCollector(options.name);
  const pictures: string[] = [];
  for await (const { facts, picture } of set.samples()) {
    collector.add(facts);
    if (picture !== null) pictures.push(picture);
  }
  yield reportHtml({
    language: options.language,
    head,
    made: collector.finish(),
    real: options.real,
    pictures,
    ...(await countRejected(set.rejected())),
    isWhole: outcome.status === 'done',
  });
}
