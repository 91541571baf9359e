import type { StateDictShapes } from '../segmenter-format.ts';
import { countUp, outputsOf, refuse } from './layer-shapes.ts';

/** The heads of a converted model: how its names for them differ from ours. */
export interface FileHeads {
  count: number;
  /** The file's name for one of our weights. */
  toFile(name: string): string;
}

/** Numbers of the heads in the file by their number here: distance and pixelwise heads in pairs, each in its order. */
function headOrder(shapes: StateDictShapes): number[] {
  const count = countUp(shapes, (i) => `conv_1_semantic_${i}`, 0);
  const heads = Array.from({ length: count }, (_, i) => ({
    index: i,
    outputs: outputsOf(shapes, `conv_1_semantic_${i}`),
  }));
  const distances = heads.filter(({ outputs }) => outputs === 1);
  const pixelwise = heads.filter(({ outputs }) => outputs === 3);
  const pairs = distances.length;
  if (pairs === pixelwise.length && 2 * pairs === count && (pairs === 1 || pairs === 2)) {
    return distances.flatMap(({ index }, i) => [index, pixelwise[i].index]);
  }
  const found = heads.map(({ outputs }) => outputs).join(', ');
  throw refuse(
    'conv_1_semantic_0',
    `heads of [${found}] channels`,
    'heads of 1 and 3 channels in pairs',
  );
}

/** The heads' batch norms in Keras' order: older files name them by a running number. */
function headNorms(shapes: StateDictShapes): string[] {
  const numberOf = (layer: string) => Number(/\d+$/.exec(layer)?.[0] ?? 0);
  const layers = [...shapes.keys()].flatMap((name) => {
    const found = /^(batch_normalization(_\d+)?)\/gamma$/.exec(name);
    return found ? [found[1]] : [];
  });
  return layers.sort((a, b) => numberOf(a) - numberOf(b));
}

/**
 * Puts the heads of a file in pairs.
 * @throws CytoForgeError `wrong-architecture` when they are none.
 */
export function fileHeads(shapes: StateDictShapes): FileHeads {
  const order = headOrder(shapes);
  const norms = headNorms(shapes);
  return {
    count: order.length,
    toFile(name) {
      const head = /^(.*_semantic_(?:upsample_)?)(\d+)(\/.*)$/.exec(name);
      if (!head) return name;
      const [, before, index, weight] = head;
      const inFile = order[Number(index)];
      const norm = norms[inFile];
      if (norm && before.startsWith('batch_normalization')) return norm + weight;
      return `${before}${inFile}${weight}`;
    },
  };
}
