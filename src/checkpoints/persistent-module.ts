import { CytoForgeError } from '../errors.ts';
import type { ByteSource } from './byte-source.ts';
import type { TorchTensor } from './pickle/torch-records.ts';
import { asRecord, describeValue, type PickleValue, showKey } from './pickle/values.ts';

const PERSISTENCE_VERSION = 6;
/** Official networks have some 50; shared or circular modules could otherwise go on for ever. */
const MOST_MODULES = 2000;
/** Modules can share their dicts of tensors too; official networks have some 300 tensors. */
const MOST_TENSORS = 20_000;
/** Dotted names of official networks have some 40 letters; a path is a name longer with every level. */
const LONGEST_NAME = 128;
const DEEPEST = 32;

/** What one network may still have. */
interface ModuleBudget {
  modules: number;
  tensors: number;
}

/** One network module of a snapshot: class, attributes, tensors and submodules, all as data. */
export interface StoredModule {
  file: string;
  fileBytes: number;
  /** Dotted path from the network, '' for the network itself. */
  path: string;
  className: string;
  /** Of the form that the module is stored in. */
  persistenceVersion: number;
  attributes: ReadonlyMap<PickleValue, PickleValue>;
  tensors: ReadonlyMap<string, TorchTensor>;
  modules: ReadonlyMap<string, StoredModule>;
}

function childName(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function damaged(file: string, where: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('corrupt', `${file} has a damaged network.`, {
    where,
    found,
    expected,
    hint: 'Copy or download the file again.',
  });
}

/** The name of a part; never a text of any length. */
function partName(file: string, path: string, key: PickleValue): string {
  const name = showKey(key);
  if (name.length <= LONGEST_NAME) return name;
  throw damaged(file, path, `a name of ${name.length} letters`, `at most ${LONGEST_NAME}`);
}

function readTensors(
  file: string,
  path: string,
  state: ReadonlyMap<PickleValue, PickleValue>,
  budget: ModuleBudget,
) {
  const where = path === '' ? file : path;
  const skipped = asRecord(state.get('_non_persistent_buffers_set'), 'set')?.items;
  const tensors = new Map<string, TorchTensor>();
  for (const group of ['_parameters', '_buffers']) {
    const entries = asRecord(state.get(group), 'dict')?.entries;
    if (!entries) throw damaged(file, where, `no ${group}`, 'a network module');
    for (const [key, value] of entries) {
      if (--budget.tensors < 0) throw damaged(file, where, 'tensors without end', 'a network');
      if (value === null || skipped?.has(key)) continue;
      const name = partName(file, where, key);
      const tensor = asRecord(value, 'tensor');
      if (!tensor) throw damaged(file, childName(path, name), describeValue(value), 'a tensor');
      tensors.set(name, tensor);
    }
  }
  return tensors;
}

/**
 * Reads a persistent object as a network module, its submodules included.
 * @throws CytoForgeError `unsupported` for another persistence version, `wrong-architecture` for what is
 * no network, `corrupt`.
 */
export function readStoredModule(
  source: Pick<ByteSource, 'name' | 'size'>,
  value: PickleValue | undefined,
  path: string,
  budget: ModuleBudget = { modules: MOST_MODULES, tensors: MOST_TENSORS },
  depth = 0,
): StoredModule {
  const file = source.name;
  const object = asRecord(value, 'persistent');
  const where = path === '' ? file : path;
  if (--budget.modules < 0 || depth > DEEPEST)
    throw damaged(file, where, 'modules without end', 'a network');
  if (!object) {
    throw new CytoForgeError('wrong-architecture', `${file} holds no network at ${where}.`, {
      where,
      found: describeValue(value),
      expected: 'a StyleGAN network',
      hint: 'Choose a network-snapshot .pkl of the StyleGAN3 repository.',
    });
  }
  if (object.version !== PERSISTENCE_VERSION) {
    throw new CytoForgeError('unsupported', `${file} was saved in another version of the format.`, {
      where,
      found: `persistence version ${showKey(object.version)}`,
      expected: `persistence version ${PERSISTENCE_VERSION}`,
      hint: 'Load and save the snapshot again with the StyleGAN3 repository.',
    });
  }
  const attributes = asRecord(object.state, 'dict')?.entries;
  const className = object.className;
  if (object.type !== 'class' || typeof className !== 'string' || !attributes) {
    throw damaged(file, where, 'an odd persistent object', 'a class with its state');
  }
  const modules = new Map<string, StoredModule>();
  const children = asRecord(attributes.get('_modules'), 'dict')?.entries ?? new Map();
  const tensors = readTensors(file, path, attributes, budget);
  for (const [key, child] of children) {
    if (--budget.tensors < 0) throw damaged(file, where, 'modules without end', 'a network');
    if (child === null) continue;
    const name = partName(file, where, key);
    modules.set(name, readStoredModule(source, child, childName(path, name), budget, depth + 1));
  }
  return {
    file,
    fileBytes: source.size,
    path,
    className,
    persistenceVersion: PERSISTENCE_VERSION,
    attributes,
    tensors,
    modules,
  };
}

/** All tensors of a module by state-dict name, in the official order: own ones first, then submodules. */
export function collectTensors(
  module: StoredModule,
  all = new Map<string, TorchTensor>(),
): Map<string, TorchTensor> {
  for (const [name, tensor] of module.tensors) all.set(childName(module.path, name), tensor);
  for (const child of module.modules.values()) collectTensors(child, all);
  return all;
}
