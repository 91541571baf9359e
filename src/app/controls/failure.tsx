import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorView } from '../../store/studio-state.ts';
import { translateSentence } from '../i18n/translate-sentence.ts';

/** A failure: what kind, what was found and expected, where, what to do, and a way on. */
export function Failure(props: { error: ErrorView; testId?: string; children?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const say = (text: string) => translateSentence(text, i18n.language);
  const { code, message, details } = props.error;
  const parts = (['where', 'found', 'expected', 'hint'] as const).filter((part) => details[part]);
  return (
    <div className="failure" role="alert" data-testid={props.testId} data-code={code}>
      <div className="failure-title">
        <TriangleAlert aria-hidden />
        {t(`error.code.${code}`)}
      </div>
      <p>{say(message)}</p>
      {parts.length > 0 && (
        <dl className="facts">
          {parts.map((part) => (
            <FailurePart key={part} name={t(`error.${part}`)} text={say(details[part] ?? '')} />
          ))}
        </dl>
      )}
      {props.children}
    </div>
  );
}

function FailurePart(props: { name: string; text: string }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.text}</dd>
    </>
  );
}
