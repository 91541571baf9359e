import {
  type Picklable,
  type PickledCall,
  pickledCall,
  pickledDict,
  pickledGlobal,
  pickledOrderedDict,
  pickledTuple,
} from '../pickle/picklable.ts';
import { elementsOf, pickledStorage, pickledTensor } from '../torch/write-torch.ts';
import { isBuffer, type WeightValues } from './stylegan-weights.ts';

/** What a module is, beside its tensors and submodules. */
export interface ModuleDescription {
  className: string;
  /** Its plain attributes, by the official names. */
  attributes: Record<string, Picklable>;
}

/** A network to be written as PyTorch objects. */
export interface NetworkToWrite {
  /** Shape by state-dict name, in order; null is a module without tensors. */
  shapes: ReadonlyMap<string, readonly number[] | null>;
  /** What is at a dotted path, '' being the network. */
  describe(path: string): ModuleDescription;
  values: WeightValues;
}

interface ModuleNode {
  path: string;
  tensors: [name: string, shape: readonly number[]][];
  children: Map<string, ModuleNode>;
}

const HOOKS = [
  '_backward_hooks',
  '_forward_hooks',
  '_forward_pre_hooks',
  '_state_dict_hooks',
  '_load_state_dict_pre_hooks',
  '_load_state_dict_post_hooks',
];

function emptyOrderedDict(): PickledCall {
  return pickledOrderedDict(new Map());
}

function childOf(node: ModuleNode, name: string): ModuleNode {
  const known = node.children.get(name);
  if (known) return known;
  const path = node.path === '' ? name : `${node.path}.${name}`;
  const child: ModuleNode = { path, tensors: [], children: new Map() };
  node.children.set(name, child);
  return child;
}

function moduleTree(shapes: NetworkToWrite['shapes']): ModuleNode {
  const root: ModuleNode = { path: '', tensors: [], children: new Map() };
  for (const [name, shape] of shapes) {
    const steps = name.split('.');
    const last = shape ? (steps.pop() as string) : '';
    const owner = steps.reduce(childOf, root);
    if (shape) owner.tensors.push([last, shape]);
  }
  return root;
}

function storedTensor(name: string, shape: readonly number[], values: WeightValues): Picklable {
  const storage = pickledStorage(elementsOf(shape), () => values(name, shape));
  return pickledTensor(shape, storage);
}

function asParameter(tensor: Picklable): Picklable {
  const rebuild = pickledGlobal('torch._utils', '_rebuild_parameter');
  return pickledCall(rebuild, [tensor, false, emptyOrderedDict()]);
}

function storedModule(node: ModuleNode, network: NetworkToWrite): PickledCall {
  const { className, attributes } = network.describe(node.path);
  const parameters = new Map<Picklable, Picklable>();
  const buffers = new Map<Picklable, Picklable>();
  for (const [name, shape] of node.tensors) {
    const full = node.path === '' ? name : `${node.path}.${name}`;
    const tensor = storedTensor(full, shape, network.values);
    if (isBuffer(name)) buffers.set(name, tensor);
    else parameters.set(name, asParameter(tensor));
  }
  const modules = new Map<Picklable, Picklable>();
  for (const [name, child] of node.children) modules.set(name, storedModule(child, network));
  const state = pickledDict({
    training: false,
    _parameters: pickledOrderedDict(parameters),
    _buffers: pickledOrderedDict(buffers),
    _non_persistent_buffers_set: pickledCall(pickledGlobal('builtins', 'set'), [[]]),
    ...Object.fromEntries(HOOKS.map((name) => [name, emptyOrderedDict()])),
    _is_full_backward_hook: null,
    _modules: pickledOrderedDict(modules),
    ...attributes,
    _init_args: pickledTuple(),
    _init_kwargs: pickledDict({}),
  });
  const meta = { type: 'class', version: 6, module_src: '', class_name: className, state };
  const reconstruct = pickledGlobal('torch_utils.persistence', '_reconstruct_persistent_obj');
  return pickledCall(reconstruct, [pickledDict(meta)]);
}

/**
 * A network as StyleGAN's persistence scheme stores it (spec A.11), with an empty `module_src`: the official code's
 * own source is under its own licence. Numbers are made when their turn comes.
 */
export function storedNetwork(network: NetworkToWrite): PickledCall {
  return storedModule(moduleTree(network.shapes), network);
}
