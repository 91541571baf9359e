import { CytoForgeError } from '../../errors.ts';
import type { SegmenterArchitectureConfig } from '../bundle/expected-tensors.ts';
import type { ByteSource } from '../byte-source.ts';
import type { StateDictShapes } from '../segmenters/segmenter-format.ts';
import { recogniseSegmenter, SEGMENTER_FORMATS } from '../segmenters/segmenter-formats.ts';
import type { NamedTensor, TensorSource } from '../tensor-source.ts';
import { kerasName } from './keras-names.ts';
import type { TfjsManifest } from './tfjs-manifest.ts';
import { tfjsShapes, tfjsTensors } from './tfjs-tensors.ts';

/** Names of the file by Keras names. */
function fileNames(names: Iterable<string>): Map<string, string> {
  const byKeras = new Map<string, string>();
  for (const name of names) {
    const keras = kerasName(name);
    if (keras && !byKeras.has(keras)) byKeras.set(keras, name);
  }
  return byKeras;
}

/** Shapes of a TensorFlow.js model's weights under Keras names. */
export function kerasShapes(manifest: TfjsManifest): StateDictShapes {
  const shapes = tfjsShapes(manifest);
  const found = [...fileNames(shapes.keys())];
  return new Map(found.map(([keras, name]) => [keras, shapes.get(name) ?? []]));
}

function kerasTensors(source: TensorSource): TensorSource {
  const names = fileNames(source.names());
  return {
    names: () => [...names.keys()],
    has: (name) => names.has(name),
    read: (name): NamedTensor => source.read(names.get(name) ?? name),
  };
}

/** For a TensorFlow.js model that is no segmentation network known here. */
export function unknownTfjsModel(name: string, shapes: StateDictShapes): CytoForgeError {
  const [first] = shapes.keys();
  return new CytoForgeError('wrong-architecture', `${name} is of another network.`, {
    where: name,
    found: first ? `layers such as ${first}` : 'no layers with weights',
    expected: 'a converted Mesmer model',
    hint: 'Choose the files of another model.',
  });
}

/**
 * Opens a segmentation network that `tensorflowjs_converter` wrote, as a graph model or a layers model.
 * @param shards the files that the manifest names, in order
 * @throws CytoForgeError as `tfjsTensors` and the format's own `open`; `wrong-architecture`.
 */
export function openTfjsSegmenter(
  name: string,
  manifest: TfjsManifest,
  shards: readonly ByteSource[],
): SegmenterArchitectureConfig & { weights: TensorSource } {
  const shapes = kerasShapes(manifest);
  const architecture = recogniseSegmenter(shapes);
  if (!architecture) throw unknownTfjsModel(name, shapes);
  const weights = kerasTensors(tfjsTensors(manifest, shards));
  const opened = SEGMENTER_FORMATS[architecture].open(weights, shapes);
  return { architecture, ...opened } as SegmenterArchitectureConfig & { weights: TensorSource };
}
