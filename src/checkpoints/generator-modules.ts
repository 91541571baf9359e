import { CytoForgeError } from '../errors.ts';
import type { MappingConfig } from './bundle/manifest.ts';
import { countAttribute, numberAttribute } from './module-attributes.ts';
import type { StoredModule } from './persistent-module.ts';

/** The families of generators, as their authors write them. */
export type StyleGan = 'StyleGAN2' | 'StyleGAN3';

const MOST_MAPPING_LAYERS = 64;
const MAPPING_LR_MULTIPLIER = 0.01;

/** The refusal of a module that is no part of such a generator. */
export function wrongGenerator(
  module: StoredModule,
  family: StyleGan,
  found: string,
): CytoForgeError {
  return new CytoForgeError('wrong-architecture', `${module.file} is not a ${family} generator.`, {
    where: module.path === '' ? 'the network itself' : module.path,
    found,
    expected: `a ${family} Generator`,
    hint: 'Choose a network-snapshot .pkl of the StyleGAN3 or StyleGAN2-ADA (PyTorch) repository.',
  });
}

/** A submodule of the class it should have. @throws CytoForgeError `wrong-architecture`. */
export function childModule(
  module: StoredModule,
  family: StyleGan,
  name: string,
  className: string,
): StoredModule {
  const found = module.modules.get(name);
  if (found?.className === className) return found;
  throw wrongGenerator(
    module,
    family,
    found ? `class ${found.className} at ${name}` : `no ${name}`,
  );
}

/** Checks the class of a module and of all below it. @throws CytoForgeError `wrong-architecture`. */
export function checkClasses(
  module: StoredModule,
  family: StyleGan,
  classNames: ReadonlySet<string>,
): void {
  if (!classNames.has(module.className)) {
    throw wrongGenerator(module, family, `class ${module.className}`);
  }
  for (const child of module.modules.values()) checkClasses(child, family, classNames);
}

/** @throws CytoForgeError `wrong-architecture` unless the module is the whole of a generator. */
export function checkIsGenerator(module: StoredModule, family: StyleGan): void {
  const { className } = module;
  if (className === 'Generator') return;
  throw wrongGenerator(
    module,
    family,
    className === 'Discriminator' ? 'a Discriminator' : `class ${className}`,
  );
}

/** Which family a generator is of: only StyleGAN2 is made of blocks. */
export function familyOf(generator: StoredModule): StyleGan {
  const synthesis = generator.modules.get('synthesis');
  return synthesis?.attributes.has('block_resolutions') ? 'StyleGAN2' : 'StyleGAN3';
}

/**
 * Checks the layers of a mapping network.
 * @returns how many there are
 * @throws CytoForgeError `wrong-architecture`; `unsupported` for another learning rate multiplier.
 */
export function checkMappingLayers(mapping: StoredModule): number {
  const layers = countAttribute(mapping, 'num_layers');
  if (layers > MOST_MAPPING_LAYERS) {
    throw new CytoForgeError('wrong-architecture', `${mapping.file} has an odd mapping network.`, {
      where: mapping.path,
      found: `${layers} layers`,
      expected: `at most ${MOST_MAPPING_LAYERS} layers`,
      hint: 'Networks trained with the official options open.',
    });
  }
  for (const [name, layer] of mapping.modules) {
    const gain = numberAttribute(layer, 'bias_gain');
    if (name === 'embed' || gain === MAPPING_LR_MULTIPLIER) continue;
    throw new CytoForgeError('unsupported', `${mapping.file} has an unusual mapping network.`, {
      where: `${layer.path}.bias_gain`,
      found: `${gain}`,
      expected: `${MAPPING_LR_MULTIPLIER}`,
      hint: 'Networks trained with the official options open.',
    });
  }
  return layers;
}

/**
 * The mapping network of a generator.
 * @throws CytoForgeError what `checkMappingLayers` throws.
 */
export function readMappingConfig(generator: StoredModule, family: StyleGan): MappingConfig {
  const mapping = childModule(generator, family, 'mapping', 'MappingNetwork');
  const mappingLayers = checkMappingLayers(mapping);
  return {
    zDim: countAttribute(generator, 'z_dim'),
    cDim: countAttribute(generator, 'c_dim'),
    wDim: countAttribute(generator, 'w_dim'),
    numWs: countAttribute(generator, 'num_ws'),
    mappingLayers,
  };
}
