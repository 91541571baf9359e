import type { PickleMachine } from '../machine.ts';

/** What one opcode does to the machine. */
export type Operation = (machine: PickleMachine) => void;

/** Operations by opcode: the key is the opcode's character. */
export type OperationTable = Record<string, Operation>;
