import { Fragment } from 'react';
import { type Block, type Inline, parseMarkdown } from './parse-markdown.ts';

/** A model card. Everything in it becomes text nodes: nothing in a card can run. */
export function Markdown({ source }: { source: string }) {
  return (
    <div className="markdown">
      {parseMarkdown(source).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card never changes in place
        <MarkdownBlock key={index} block={block} />
      ))}
    </div>
  );
}

function MarkdownBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h3' : 'h4';
      return (
        <Heading>
          <Runs runs={block.text} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.text} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a card never changes in place
            <li key={index}>
              <Runs runs={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <MarkdownTable head={block.head} rows={block.rows} />;
    case 'code':
      return <pre>{block.text}</pre>;
  }
}

function MarkdownTable({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) {
  const cells = (row: Inline[][], Cell: 'td' | 'th') =>
    row.map((cell, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a card never changes in place
      <Cell key={index}>
        <Runs runs={cell} />
      </Cell>
    ));
  return (
    <div className="markdown-table">
      <table>
        <thead>
          <tr>{cells(head, 'th')}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a card never changes in place
            <tr key={index}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Runs({ runs }: { runs: Inline[] }) {
  return runs.map((run, index) => {
    const key = `${index}-${run.kind}`;
    switch (run.kind) {
      case 'strong':
        return <strong key={key}>{run.text}</strong>;
      case 'emphasis':
        return <em key={key}>{run.text}</em>;
      case 'code':
        return <code key={key}>{run.text}</code>;
      case 'link':
        return (
          <a key={key} href={run.href} target="_blank" rel="noreferrer noopener">
            {run.text}
          </a>
        );
      default:
        return <Fragment key={key}>{run.text}</Fragment>;
    }
  });
}
