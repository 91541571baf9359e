import * as v from 'valibot';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import type { GateFailure } from './quality-gates.ts';

/** A model that made a part of the set. */
export interface BundleReference {
  name: string;
  /** Hash of its weights, as in the recipes. */
  sha256: string;
  architecture: ModelManifest['architecture'];
  licence: string;
}

/** Where the pixels of one sample lie in the set; null where it has none. */
export interface SampleFileNames {
  mask: string;
  labels: string;
  image: string | null;
  /** Point mask (PNG) and table (CSV) of the spots; absent without spots. */
  spots?: string;
  spotTable?: string;
}

/** One sample of a set: the recipe makes it again, pixel for pixel. */
export interface DatasetSample<Recipe> {
  /** Running number in the set, the `NNNNNN` of the file names. */
  index: number;
  files: SampleFileNames;
  recipe: Recipe;
}

/** A candidate that did not pass the quality gates. */
export interface RejectedSample<Recipe> {
  /** Samples that were in the set when it was tried. */
  before: number;
  reasons: GateFailure[];
  recipe: Recipe;
}

/** What `dataset.json` says before the samples. */
export interface DatasetHead {
  /** Version of CytoForge that wrote it. */
  appVersion: string;
  bundles: BundleReference[];
  /** The plan that the set was made by, as JSON; absent where there was none. */
  plan?: unknown;
}

/** The whole of `dataset.json`. This room does not know what a recipe is; whoever reads one does. */
export interface DatasetManifest<Recipe> extends DatasetHead {
  format: 'cytoforge-dataset';
  version: 1;
  samples: DatasetSample<Recipe>[];
  /** What the quality gates kept out, in the order of the tries. */
  rejected: RejectedSample<Recipe>[];
}

/** How a data set names a model. */
export function bundleReference(manifest: ModelManifest): BundleReference {
  return {
    name: manifest.name,
    sha256: manifest.provenance.weightsSha256,
    architecture: manifest.architecture,
    licence: manifest.provenance.licence,
  };
}

async function* lines(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let separator = '\n';
  for await (const value of values) {
    yield separator + JSON.stringify(value);
    separator = ',\n';
  }
}

/** `dataset.json` piece by piece, one line per sample and per rejected candidate. */
export async function* manifestText(
  head: DatasetHead,
  samples: AsyncIterable<DatasetSample<unknown>>,
  rejected: AsyncIterable<RejectedSample<unknown>>,
): AsyncGenerator<string> {
  const { appVersion, bundles, plan } = head;
  const start = { format: 'cytoforge-dataset', version: 1, appVersion, bundles, plan };
  yield `${JSON.stringify(start).slice(0, -1)},"samples":[`;
  yield* lines(samples);
  yield '\n],"rejected":[';
  yield* lines(rejected);
  yield '\n]}\n';
}

const fileName = v.pipe(
  v.string('a file name'),
  v.regex(/^(?!.*\.\.)[\w-][\w./-]*$/, 'a path inside the data set'),
);
const sampleSchema = v.object({
  index: v.pipe(v.number('a running number'), v.integer('a running number'), v.minValue(0)),
  files: v.object(
    {
      mask: fileName,
      labels: fileName,
      image: v.nullable(fileName),
      spots: v.optional(fileName),
      spotTable: v.optional(fileName),
    },
    'file names',
  ),
  recipe: v.unknown(),
});
const rangeEnd = v.nullable(v.number('a number'));
const rejectedSchema = v.object({
  before: v.pipe(v.number('a number of samples'), v.integer('a number of samples')),
  reasons: v.array(
    v.object({
      gate: v.picklist(['cells', 'border', 'coverage', 'intensity'], 'a quality gate'),
      found: v.number('a number'),
      from: rangeEnd,
      to: rangeEnd,
    }),
    'reasons',
  ),
  recipe: v.unknown(),
});
const manifestSchema = v.object(
  {
    format: v.literal('cytoforge-dataset', 'cytoforge-dataset'),
    version: v.literal(1, 'data set version 1'),
    appVersion: v.string('a version'),
    bundles: v.array(
      v.object(
        {
          name: v.string('a model name'),
          sha256: v.pipe(
            v.string('a SHA-256 in hex'),
            v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'),
          ),
          architecture: v.picklist(
            ['stylegan3', 'stylegan2', 'pix2pixhd'],
            'stylegan3, stylegan2 or pix2pixhd',
          ),
          licence: v.string('a licence note'),
        },
        'a model reference',
      ),
      'a list of models',
    ),
    plan: v.optional(v.unknown()),
    samples: v.array(sampleSchema, 'a list of samples'),
    /** Sets from before the gates do not have it. */
    rejected: v.optional(v.array(rejectedSchema, 'a list of rejected candidates'), []),
  },
  'a data set manifest',
);

/**
 * Reads `dataset.json` out of parsed JSON.
 * @param parseRecipe Checks one recipe; the second argument says where it stands, for its message.
 * @throws CytoForgeError `bad-recipe` that names the first wrong field, or what `parseRecipe` throws.
 */
export function parseDatasetManifest<Recipe>(
  value: unknown,
  parseRecipe: (recipe: unknown, where: string) => Recipe,
): DatasetManifest<Recipe> {
  const result = v.safeParse(manifestSchema, value, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const path = v.getDotPath(issue);
    throw new CytoForgeError('bad-recipe', 'The data set manifest cannot be used.', {
      where: path ? `dataset.json, field ${path}` : 'dataset.json',
      found: issue.received,
      expected: issue.message,
    });
  }
  const { samples, rejected, ...head } = result.output;
  return {
    ...head,
    rejected: rejected.map(({ recipe, ...candidate }, at) => ({
      ...candidate,
      recipe: parseRecipe(recipe, `dataset.json, rejected candidate ${at + 1}`),
    })),
    samples: samples.map(({ recipe, ...sample }) => ({
      ...sample,
      recipe: parseRecipe(recipe, `dataset.json, sample ${sample.index}`),
    })),
  };
}
