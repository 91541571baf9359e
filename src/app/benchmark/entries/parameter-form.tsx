import type { SegmenterParameter } from '../../../segmentation/segmenter.ts';
import type { BenchmarkEntry } from '../../../store/benchmark/benchmark-state.ts';
import { ParameterRow } from './parameter-row.tsx';

/** The parameters of an algorithm, in its authors' order. */
export function ParameterForm(props: {
  entry: BenchmarkEntry;
  parameters: readonly SegmenterParameter[];
}) {
  return (
    <div className="bench-parameters">
      {props.parameters.map((parameter) => (
        <ParameterRow key={parameter.name} entry={props.entry} parameter={parameter} />
      ))}
    </div>
  );
}
