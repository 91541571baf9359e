import { type Command, CommanderError } from 'commander';
import { CytoForgeError, describeError } from '../errors.ts';

/** Exit status of a wrong command line. */
const BAD_USAGE = 2;
const FAILED = 1;

/** Exit status of a program that an interrupt ended. */
export const INTERRUPTED_STATUS = 130;

function statusOf(error: unknown): number {
  if (!(error instanceof CytoForgeError)) return FAILED;
  if (error.code === 'cancelled') return INTERRUPTED_STATUS;
  return error.code === 'bad-option' ? BAD_USAGE : FAILED;
}

/** One line without the prefix that commander gives its messages. */
function oneLine(text: string): string {
  return text
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/**
 * Makes a program report wrong usage as one line on stderr, and throw instead of ending the process. Call it
 * before commands are added: they inherit it.
 */
export function speakInOneLine(program: Command, write: (line: string) => void): void {
  program.exitOverride().configureOutput({
    outputError: (text) => write(`cytoforge: ${oneLine(text)}\n`),
  });
}

/**
 * Runs a program on its arguments (without node and script).
 * @returns The exit status: 0 or what a command set, 1 after a failure, 2 for wrong usage, 130
 * after an interrupt. Failures are one
 * line on stderr; the stack is shown when `CYTOFORGE_DEBUG` is set.
 */
export async function runProgram(
  program: Command,
  args: readonly string[],
  write: (line: string) => void,
): Promise<number> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_USAGE;
    write(`cytoforge: ${oneLine(describeError(error))}\n`);
    if (process.env.CYTOFORGE_DEBUG && error instanceof Error) write(`${error.stack}\n`);
    return statusOf(error);
  }
}
