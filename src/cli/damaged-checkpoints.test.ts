import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { damagedCheckpoints } from '../checkpoints/fixtures/damaged-checkpoints.ts';
import { registerConvert } from './convert.ts';
import { registerInspect } from './inspect.ts';
import { runProgram, speakInOneLine } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'cytoforge-damaged-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const said: string[] = [];
  const write = (line: string) => said.push(line);
  const program = new Command('cytoforge');
  speakInOneLine(program, write);
  registerInspect(program);
  registerConvert(program);
  const status = await runProgram(program, args, write);
  return { status, said };
}

describe('a damaged checkpoint on the command line', () => {
  it.each(damagedCheckpoints().map((damaged, at) => ({ ...damaged, at })))(
    '$what ends in one line',
    async ({ files, message, details, code, at }) => {
      const own = join(folder, String(at));
      mkdirSync(own);
      const paths = files.map(([name, bytes]) => {
        writeFileSync(join(own, name), bytes);
        return join(own, name);
      });
      for (const command of [['inspect'], ['convert', '--out', join(own, 'model')]]) {
        const { status, said } = await run(...command, ...paths);
        expect(status).toBe(code === 'bad-option' ? 2 : 1);
        expect(said).toHaveLength(1);
        const [line] = said;
        const pathless = line.replaceAll(`${own}/`, '');
        expect(pathless).toBe(
          `cytoforge: ${message} · at: ${details.where} · found: ${details.found} · ` +
            `expected: ${details.expected} · ${details.hint}\n`,
        );
      }
    },
  );
});
