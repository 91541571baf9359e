import { type Command, Option } from 'commander';
import { pictureSet, type RolesBy } from '../dataset/tools/picture-set.ts';
import { runTool } from '../dataset/tools/run-tool.ts';
import type { ToolReport } from '../dataset/tools/tool-report.ts';
import type { ToolStep } from '../dataset/tools/tool-step.ts';
import { CytoForgeError } from '../errors.ts';
import { APP_VERSION } from '../version.ts';
import { type ProgressLine, progressLine } from './progress-line.ts';
import { INTERRUPTED_STATUS } from './run-program.ts';
import { TOOL_COMMANDS } from './tool-options.ts';
import { openToolSource } from './tool-source.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { datasetTarget } from './write-dataset.ts';

interface PlaceOptions {
  roles: RolesBy;
  out: string;
}

/** So many files that were left out are named; all are in the report. */
const MOST_NAMED = 10;

function skippedLines({ skipped }: ToolReport): string[] {
  const named = skipped.slice(0, MOST_NAMED).map(({ from, reason, found }) => {
    return `  left out: ${from.join(', ')} · ${reason}${found ? ` · found: ${found}` : ''}`;
  });
  const rest = skipped.length - named.length;
  return rest > 0 ? [...named, `  and ${rest} more, as tool-report.json says`] : named;
}

/** @returns The exit status. */
async function run(
  step: ToolStep,
  sources: string[],
  { roles, out }: PlaceOptions,
  signal: AbortSignal,
): Promise<number> {
  const target = await datasetTarget(out);
  const source = await openToolSource(sources);
  const seen: { report?: ToolReport; files: number } = { files: 0 };
  let line: ProgressLine | undefined;
  const clear = () => line?.clear();
  try {
    const set = pictureSet(source.files, roles);
    await target.write(
      runTool({
        step,
        set,
        signal,
        appVersion: APP_VERSION,
        onProgress({ done, total, files }) {
          seen.files = files;
          line ??= progressLine(total, 'pictures');
          line.show(done, done);
        },
        onEnd(report) {
          seen.report = report;
          if (report.status === 'done' || report.files.length > 0) return;
          throw new CytoForgeError('cancelled', 'Interrupted; nothing was written.');
        },
      }),
    );
  } catch (error) {
    await target.discard();
    throw error;
  } finally {
    clear();
    source.close();
  }
  const interrupted = seen.report?.status === 'cancelled';
  const files = `${seen.files} ${seen.files === 1 ? 'file' : 'files'}`;
  const notes = (seen.report ? skippedLines(seen.report) : []).map((text) => `${text}\n`);
  process.stdout.write(
    `${target.path}: ${files}${interrupted ? ', interrupted' : ''}\n${notes.join('')}`,
  );
  return interrupted ? INTERRUPTED_STATUS : 0;
}

/** Adds `cytoforge tool`, with a command for each tool. */
export function registerTool(program: Command): void {
  const tool = program
    .command('tool')
    .description('work on folders and ZIPs of pictures: threshold, augment, crop, split …');
  for (const { name, description, addOptions, stepOf } of TOOL_COMMANDS) {
    const command = tool
      .command(name)
      .description(description)
      .argument('<source...>', 'a folder, a .zip, or pictures');
    addOptions(command)
      .addOption(
        new Option('--roles <by>', 'what is a mask: by names and folders, or all alike')
          .choices(['names', 'all-images', 'all-masks'])
          .default('names'),
      )
      .requiredOption('--out <path>', 'a .zip file, or an empty or absent folder')
      .action(async (sources: string[], options: PlaceOptions & Record<string, unknown>) => {
        process.exitCode = await untilInterrupted((stop) =>
          run(stepOf(options), sources, options, stop),
        );
      });
  }
}
