import type { Precision } from '../../checkpoints/bundle/encode-weight.ts';
import { bytesSource } from '../../checkpoints/byte-source.ts';
import { openNpz } from '../../checkpoints/npz.ts';
import { loadModel } from '../../pipeline/model-shelf.ts';
import { makeReferenceCase } from '../../pipeline/self-test/make-reference-case.ts';
import { originalReference } from '../../pipeline/self-test/original-reference.ts';
import type { CaseReport } from '../case-report.ts';
import type { GoldenFolder } from '../golden-case.ts';
import { compareLevels } from './compare-levels.ts';
import { convertInMemory } from './convert-in-memory.ts';

/** A checkpoint with what the original program made of it. */
export interface ReferencedCheckpoint {
  /** `checkpoint <name>`, as cases are named. */
  name: string;
  reference: string;
  files: string[];
}

const FOLDER_FILES = /\/(\w+_net_[GE]\.pth|features_clustered_\d+\.npy|opt\.txt)$/;

/**
 * The checkpoints of a folder that have references: `X.pkl` with `X.reference.npz`, and folders with
 * `*_net_G.pth` and `reference.npz`.
 */
export function referencedCheckpoints(list: string[]): ReferencedCheckpoint[] {
  const found: ReferencedCheckpoint[] = [];
  for (const path of list) {
    const snapshot = /^(.+)\.reference\.npz$/.exec(path)?.[1];
    if (snapshot && list.includes(`${snapshot}.pkl`)) {
      found.push({ name: `checkpoint ${snapshot}`, reference: path, files: [`${snapshot}.pkl`] });
    }
    const folder = /^(.+)\/reference\.npz$/.exec(path)?.[1];
    if (!folder) continue;
    const files = list.filter((file) => file.startsWith(`${folder}/`) && FOLDER_FILES.test(file));
    if (files.length > 0) found.push({ name: `checkpoint ${folder}`, reference: path, files });
  }
  return found;
}

/** Converts a checkpoint in memory, runs its reference inputs and compares the images. */
export async function checkReferencedCheckpoint(
  folder: GoldenFolder,
  { reference, files }: ReferencedCheckpoint,
  report: CaseReport,
  precision: Precision,
): Promise<void> {
  const { manifest, weights } = await convertInMemory(folder, files, precision);
  const npz = openNpz(bytesSource(reference, await folder.read(reference)));
  const original = originalReference(manifest, npz);
  const model = loadModel(manifest, weights);
  try {
    for (const one of original.cases) {
      const { made, expected } = await makeReferenceCase(model, one, original);
      compareLevels(report, one.name, made.data, expected.data, precision);
    }
  } finally {
    model.network.dispose();
  }
}
