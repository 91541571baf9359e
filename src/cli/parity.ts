import { type Command, Option } from 'commander';
import type { Precision } from '../checkpoints/bundle/encode-weight.ts';
import { useBackend as startBackend } from '../nn/backend/use-backend.ts';
import { caseLines, summaryLine } from '../parity/case-line.ts';
import type { CaseOutcome } from '../parity/case-report.ts';
import { PARITY_CASES } from '../parity/cases/index.ts';
import { type ParityOptions, runParity } from '../parity/run-parity.ts';
import { chromiumParity } from './chromium-parity.ts';
import { goldenDirectory } from './golden-directory.ts';

interface ParityFlags {
  backend: 'cpu' | 'wasm' | 'webgpu';
  only?: string;
  precision: Precision;
  hardware: boolean;
  json: boolean;
}

async function* parityInNode(
  directory: string,
  backend: 'cpu' | 'wasm',
  options: ParityOptions,
): AsyncGenerator<CaseOutcome> {
  await startBackend(backend);
  yield* runParity(goldenDirectory(directory), PARITY_CASES, options);
}

function outcomesOf(directory: string, flags: ParityFlags): AsyncGenerator<CaseOutcome> {
  const { backend, only, precision, hardware } = flags;
  return backend === 'webgpu'
    ? chromiumParity(directory, { only, precision, software: !hardware })
    : parityInNode(directory, backend, { only, precision });
}

/**
 * Runs the cases of `directory` and writes a line or more for each, or one JSON value at the end.
 * @param write Takes lines without their end.
 * @returns Whether nothing failed.
 */
export async function reportParity(
  directory: string,
  flags: ParityFlags,
  write: (line: string) => void,
): Promise<boolean> {
  const outcomes: CaseOutcome[] = [];
  for await (const outcome of outcomesOf(directory, flags)) {
    outcomes.push(outcome);
    if (!flags.json) for (const line of caseLines(outcome)) write(line);
  }
  const summary = summaryLine(outcomes);
  write(
    flags.json ? JSON.stringify({ backend: flags.backend, summary, outcomes }, null, 2) : summary,
  );
  return outcomes.every(({ status }) => status !== 'failed');
}

/** Adds `parity DIR` to the command line. */
export function registerParity(program: Command): void {
  program
    .command('parity')
    .description('run golden cases, or checkpoints with references, against this program')
    .argument('<dir>', 'folder of golden cases, or of checkpoints with reference.npz')
    .addOption(
      new Option('--backend <name>', 'where the networks run')
        .choices(['cpu', 'wasm', 'webgpu'])
        .default('wasm'),
    )
    .option('--only <name>', 'one case, or all whose names begin so')
    .addOption(
      new Option('--precision <name>', 'how checkpoints are stored before they are run')
        .choices(['float32', 'float16'])
        .default('float32'),
    )
    .option('--hardware', 'webgpu: use the graphics card instead of SwiftShader', false)
    .option('--json', 'write one JSON value instead of lines', false)
    .action(async (directory: string, flags: ParityFlags) => {
      const good = await reportParity(directory, flags, (line) => console.log(line));
      if (!good) process.exitCode = 1;
    });
}
