import type { LabelSample } from '../dataset/real/label-set.ts';
import { CytoForgeError } from '../errors.ts';

/** A true and a predicted label map of one image. */
export interface LabelPair {
  name: string;
  truth: LabelSample;
  predicted: LabelSample;
}

const MOST_NAMED = 5;

function named(samples: readonly LabelSample[]): string {
  const names = samples.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = samples.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

function unpaired(where: string, samples: readonly LabelSample[], other: string): CytoForgeError {
  return new CytoForgeError('bad-option', 'Label maps have no partner of the same name.', {
    where,
    found: named(samples),
    expected: `maps of these names in ${other}`,
    hint: 'Use --common to leave them out.',
  });
}

/**
 * Pairs label maps by name.
 * @param isCommon Whether maps without a partner are left out.
 * @throws CytoForgeError `bad-option` naming maps without a partner, or when nothing pairs.
 */
export function pairLabelSets(
  truth: readonly LabelSample[],
  predicted: readonly LabelSample[],
  isCommon: boolean,
): LabelPair[] {
  const byName = new Map(predicted.map((sample) => [sample.name, sample]));
  const pairs = truth.flatMap((sample) => {
    const partner = byName.get(sample.name);
    return partner ? [{ name: sample.name, truth: sample, predicted: partner }] : [];
  });
  const paired = new Set(pairs.map(({ name }) => name));
  const [lonelyTruth, lonelyPredictions] = [truth, predicted].map((samples) =>
    samples.filter(({ name }) => !paired.has(name)),
  );
  if (lonelyTruth.length > 0 && (!isCommon || pairs.length === 0)) {
    throw unpaired('--truth', lonelyTruth, '--pred');
  }
  if (lonelyPredictions.length > 0 && !isCommon) {
    throw unpaired('--pred', lonelyPredictions, '--truth');
  }
  return pairs;
}
