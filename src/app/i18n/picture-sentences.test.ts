import { expect, it } from 'vitest';
import { checkStep } from '../../dataset/tools/check-step.ts';
import { runOn } from '../../dataset/tools/fixtures/run-on.ts';
import { grey, setOf, square } from '../../dataset/tools/fixtures/set-of.ts';
import { DEFAULT_STEPS } from '../../dataset/tools/tool-step.ts';
import { toPlainError } from '../../errors.ts';
import { translateSentence } from './translate-sentence.ts';

const HAN = /\p{Script=Han}/u;
const inChinese = (text: string) => translateSentence(text, 'zh-CN');

it('says in Chinese why files were left out', async () => {
  const bad = {
    'images/0.png': square(4),
    'masks/0.png': square(5),
    'image/1.png': new Uint8Array(0),
    'image/2.png': new TextEncoder().encode('something that is no picture at all'),
    'image/3.png': grey([1, 2]),
    'image/4.png': square(6),
  };
  const { crop, augment, combine, stylegan, threshold } = DEFAULT_STEPS;
  const runs = [crop, augment, combine, { ...stylegan, on: 'all' as const }].map((step) =>
    runOn(step, setOf({ ...bad, 'a/5.png': square(128), 'b/5.png': square(128) })),
  );
  const reports = await Promise.all(runs);
  const rows = reports.flatMap(({ report }) => report.skipped);
  expect(rows.length).toBeGreaterThan(15);
  for (const { reason, expected } of rows) {
    expect(inChinese(reason)).toMatch(HAN);
    if (expected && /[a-z]{3}/.test(expected)) expect(inChinese(expected)).toMatch(HAN);
  }
  const nothing = await runOn(threshold, setOf({})).catch(toPlainError);
  expect(inChinese((nothing as { message: string }).message)).toMatch(HAN);
});

it('says in Chinese what is wrong with a setting', () => {
  try {
    checkStep({ ...DEFAULT_STEPS.resize, width: 0 });
    expect.unreachable();
  } catch (error) {
    const { message, details } = toPlainError(error);
    expect(inChinese(message)).toMatch(HAN);
    expect(inChinese(details.expected ?? '')).toBe('1 到 16384 之间的整数');
  }
});
