import { bytesSource } from '../../checkpoints/byte-source.ts';
import { groupFiles, openModelFiles } from '../../checkpoints/group-files.ts';
import { readSafetensors } from '../../checkpoints/safetensors.ts';
import { CytoForgeError, fromPlainError } from '../../errors.ts';
import type { ParityEntry } from '../registry.ts';

/** Does with a file what the program does with a file that a person opens. */
function openFile(name: string, bytes: Uint8Array): void {
  const source = bytesSource(name, bytes);
  if (name.endsWith('.safetensors')) {
    readSafetensors(source);
    return;
  }
  const { models, others } = groupFiles([source]);
  for (const { error } of others) if (error) throw fromPlainError(error);
  for (const model of models) if (model.kind !== 'bundle') openModelFiles(model);
}

/** The error that opening the file ends with; null when it is taken for good. */
function refusal(name: string, bytes: Uint8Array): unknown {
  try {
    openFile(name, bytes);
    return null;
  } catch (error) {
    return error;
  }
}

function problemOf(name: string, error: unknown): string {
  if (error === null) return 'it was taken for a good file';
  if (!(error instanceof CytoForgeError) || error.code === 'internal') {
    return `it was refused with an unexpected error: ${String(error)}`;
  }
  if (name.includes('malicious') && error.code !== 'unsafe-pickle') {
    return `it was refused as ${error.code}, not as unsafe-pickle: ${error.message}`;
  }
  return '';
}

/** Files that must be refused with an error of ours, harmful ones for what they call. */
export const NEGATIVE_FILE_CASES: ParityEntry[] = [
  {
    matches: /^99_negative_files$/,
    async run(golden, report) {
      for (const name of Object.keys(golden.data as Record<string, string>)) {
        const problem = problemOf(name, refusal(name, await golden.folder.read(name)));
        report.expect(name, problem === '', problem);
      }
    },
  },
];
