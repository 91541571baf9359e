import { CytoForgeError } from '../../errors.ts';
import type { ByteSource } from '../byte-source.ts';
import { describeContent } from '../content.ts';
import { PickleBudget } from './budget.ts';
import { ByteCursor } from './cursor.ts';
import { type AllowList, type PersistentLoad, PickleMachine } from './machine.ts';
import { CONTAINER_OPERATIONS } from './opcodes/containers.ts';
import { NUMBER_OPERATIONS } from './opcodes/numbers.ts';
import { OBJECT_OPERATIONS } from './opcodes/objects.ts';
import type { Operation } from './opcodes/operation.ts';
import { STACK_OPERATIONS } from './opcodes/stack.ts';
import { STRING_OPERATIONS } from './opcodes/strings.ts';
import type { PickleValue } from './values.ts';

const PROTO = 0x80;
const STOP = 0x2e;

const OPERATIONS: (Operation | undefined)[] = new Array(256);
for (const [opcode, operation] of Object.entries({
  ...STACK_OPERATIONS,
  ...NUMBER_OPERATIONS,
  ...STRING_OPERATIONS,
  ...CONTAINER_OPERATIONS,
  ...OBJECT_OPERATIONS,
})) {
  OPERATIONS[opcode.charCodeAt(0)] = operation;
}

/**
 * Interprets the pickle at the cursor, protocols 0 to 5, up to and including its STOP. It is data all the
 * way: a global must be on the allow-list, whose constructors only make records, and nothing is ever run.
 * One loop over the bytes, so neither depth nor length of the input can overflow our own stack, and every
 * opcode is paid for out of the budget, so it ends.
 * @throws CytoForgeError `unsafe-pickle`, `truncated` or `corrupt`, each with the byte offset.
 */
export function interpretPickle(
  cursor: ByteCursor,
  allowed: AllowList,
  persistentLoad: PersistentLoad | null = null,
  budget = new PickleBudget(),
): PickleValue {
  const machine = new PickleMachine(cursor, allowed, persistentLoad, budget);
  for (;;) {
    machine.opcodeOffset = cursor.offset;
    budget.step(machine.place);
    const opcode = cursor.u8();
    if (opcode === STOP) return machine.pop();
    const operation = OPERATIONS[opcode];
    if (!operation) {
      throw machine.corrupt(`byte 0x${opcode.toString(16).padStart(2, '0')}`, 'a pickle opcode');
    }
    operation(machine);
  }
}

/**
 * Interprets a file that should be one pickle. Text pickles (protocol 0 and 1) have no magic number, so a
 * file that neither starts with one nor reads as a pickle is called what it is: not a checkpoint.
 * @throws CytoForgeError `not-a-checkpoint`, `unsafe-pickle`, `truncated` or `corrupt`.
 */
export function readPickle(source: ByteSource, allowed: AllowList): PickleValue {
  if (source.size === 0) throw notACheckpoint(source);
  try {
    return interpretPickle(new ByteCursor(source), allowed);
  } catch (error) {
    const damaged =
      error instanceof CytoForgeError && (error.code === 'corrupt' || error.code === 'truncated');
    if (damaged && source.read(0, 1)[0] !== PROTO) throw notACheckpoint(source, error);
    throw error;
  }
}

/** The error for a file that is something else, saying what it looks like. */
export function notACheckpoint(source: ByteSource, cause?: unknown): CytoForgeError {
  const found = describeContent(source);
  return new CytoForgeError(
    'not-a-checkpoint',
    `${source.name} is not a checkpoint.`,
    {
      where: 'byte 0',
      found,
      expected: 'a StyleGAN .pkl or a pix2pixHD .pth',
      hint: found.startsWith('an HTML')
        ? 'The download gave a web page instead of the file; download it again.'
        : 'Choose another file.',
    },
    cause,
  );
}
