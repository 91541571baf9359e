/** Reads every bomb and prints one line of JSON for each; the test gives it little memory. */
import { BOMBS } from './bombs/index.ts';
import { judgeReading } from './judge-reading.ts';

for (const { name, file, make, reader, code } of BOMBS) {
  const { problem, outcome } = judgeReading(make(), reader, file);
  console.log(JSON.stringify({ name, expected: code ?? 'data', outcome, problem }));
}
