import { CytoForgeError } from '../../errors.ts';

/** Where in which file the interpreter stands, for messages. */
export interface Place {
  name: string;
  offset: number;
}

/** A `corrupt` error at a place of a pickle. */
export function corruptPickle(place: Place, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('corrupt', `${place.name} is damaged.`, {
    where: `byte ${place.offset}`,
    found,
    expected,
    hint: 'Copy or download the file again.',
  });
}

/** An `unsupported` error at a place of a pickle. */
export function unsupportedPickle(place: Place, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('unsupported', `${place.name} uses something that is not read here.`, {
    where: `byte ${place.offset}`,
    found,
    expected,
    hint: 'Save it again with numbers only, as the official code does.',
  });
}

function tensorFlowSnapshot(place: Place, name: string): CytoForgeError {
  return new CytoForgeError(
    'wrong-architecture',
    `${place.name} is a StyleGAN snapshot of TensorFlow.`,
    {
      where: `byte ${place.offset}`,
      found: name,
      expected: 'a snapshot of StyleGAN3 or StyleGAN2-ADA (PyTorch)',
      hint:
        'legacy.py of the StyleGAN3 repository converts those of StyleGAN2 ' +
        '(python legacy.py --source=old.pkl --dest=new.pkl); those of StyleGAN1 cannot be converted.',
    },
  );
}

function wholeModule(place: Place, name: string): CytoForgeError {
  return new CytoForgeError(
    'wrong-architecture',
    `${place.name} holds a pickled module of PyTorch.`,
    {
      where: `byte ${place.offset}`,
      found: name,
      expected: 'a state dict, or a StyleGAN snapshot',
      hint: 'Save its state_dict() instead: torch.save(network.state_dict(), "latest_net_G.pth").',
    },
  );
}

/** Names that say what a file is instead; only these families, and nothing that could do harm. */
const KNOWN_STRANGERS: [name: RegExp, refusal: (place: Place, name: string) => CytoForgeError][] = [
  [/^dnnlib\.tflib\.network\.Network$/, tensorFlowSnapshot],
  [/^torch\.nn\.modules\.\w+\.\w+$/, wholeModule],
];

/** The refusal of a global that is not on the allow-list. Nothing is run, whatever it is called. */
export function unsafeGlobal(place: Place, name: string): CytoForgeError {
  const known = KNOWN_STRANGERS.find(([pattern]) => pattern.test(name));
  if (known) return known[1](place, name);
  return new CytoForgeError('unsafe-pickle', `${place.name} asks for ${name}; it was refused.`, {
    where: `byte ${place.offset}`,
    found: name,
    expected: 'only tensors, arrays and plain data',
    hint: 'Nothing in the file was run. Do not open it with Python’s pickle either.',
  });
}
