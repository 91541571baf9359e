import type { StepReport } from './training-step.ts';
import type { TrainingStore } from './training-store.ts';

/** A log of JSON lines: means over the steps since the last line. */
export interface TrainingLog {
  add(report: StepReport): void;
  write(step: number): Promise<void>;
  writeValidation(step: number, loss: number): Promise<void>;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A log in the file `name` of a store. */
export function createTrainingLog(store: TrainingStore, name: string): TrainingLog {
  let reports: StepReport[] = [];
  let begin = performance.now();
  const append = (line: object) => store.append(name, `${JSON.stringify(line)}\n`);
  return {
    add: (report) => reports.push(report),
    async write(step) {
      const seconds = (performance.now() - begin) / 1000;
      const parts = Object.keys(reports[0].parts).map((part) => [
        part,
        meanOf(reports.map((report) => report.parts[part] ?? 0)),
      ]);
      await append({
        step,
        loss: meanOf(reports.map(({ loss }) => loss)),
        ...Object.fromEntries(parts),
        gradientNorm: meanOf(reports.map((report) => report.gradientNorm)),
        learningRate: reports[reports.length - 1].learningRate,
        secondsPerStep: seconds / reports.length,
      });
      reports = [];
      begin = performance.now();
    },
    async writeValidation(step, loss) {
      await append({ step, validationLoss: loss });
      begin = performance.now();
    },
  };
}
