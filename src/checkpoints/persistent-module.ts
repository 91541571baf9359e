import { CytoForgeError } from '../errors.ts';
import type { TorchTensor } from './pickle/torch-records.ts';
import { asRecord, describeValue, type PickleValue, showKey } from './pickle/values.ts';

const PERSISTENCE_VERSION = 6;
/** Official networks have some 50; shared or circular modules could otherwise go on for ever. */
const MOST_MODULES = 2000;

/** One network module of a snapshot: class, attributes, tensors and submodules, all as data. */
export interface StoredModule {
  file: string;
  /** Dotted path from the network, '' for the network itself. */
  path: string;
  className: string;
  attributes: ReadonlyMap<PickleValue, PickleValue>;
  tensors: ReadonlyMap<string, TorchTensor>;
  modules: ReadonlyMap<string, StoredModule>;
}

function childName(path: string, key: PickleValue): string {
  return path === '' ? showKey(key) : `${path}.${showKey(key)}`;
}

function damaged(file: string, where: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('corrupt', `${file} has a damaged network.`, {
    where,
    found,
    expected,
  });
}

function readTensors(file: string, path: string, state: ReadonlyMap<PickleValue, PickleValue>) {
  const skipped = asRecord(state.get('_non_persistent_buffers_set'), 'set')?.items;
  const tensors = new Map<string, TorchTensor>();
  for (const group of ['_parameters', '_buffers']) {
    const entries = asRecord(state.get(group), 'dict')?.entries;
    if (!entries) throw damaged(file, path, `no ${group}`, 'a network module');
    for (const [key, value] of entries) {
      if (value === null || skipped?.has(key)) continue;
      const tensor = asRecord(value, 'tensor');
      if (!tensor) throw damaged(file, childName(path, key), describeValue(value), 'a tensor');
      tensors.set(showKey(key), tensor);
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
  file: string,
  value: PickleValue | undefined,
  path: string,
  budget = { modules: MOST_MODULES },
): StoredModule {
  const object = asRecord(value, 'persistent');
  const where = path === '' ? file : path;
  if (--budget.modules < 0) throw damaged(file, where, 'modules without end', 'a network');
  if (!object) {
    throw new CytoForgeError('wrong-architecture', `${file} holds no network at ${where}.`, {
      where,
      found: describeValue(value),
      expected: 'a StyleGAN network',
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
  const tensors = readTensors(file, path, attributes);
  for (const [key, child] of children) {
    if (child === null) continue;
    modules.set(showKey(key), readStoredModule(file, child, childName(path, key), budget));
  }
  return { file, path, className, attributes, tensors, modules };
}

/** All tensors of a module by state-dict name, in the official order: own ones first, then submodules. */
export function collectTensors(module: StoredModule): Map<string, TorchTensor> {
  const all = new Map<string, TorchTensor>();
  for (const [name, tensor] of module.tensors) all.set(childName(module.path, name), tensor);
  for (const child of module.modules.values()) {
    for (const [name, tensor] of collectTensors(child)) all.set(name, tensor);
  }
  return all;
}
