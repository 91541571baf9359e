import { describe, expect, it } from 'vitest';
import { parseInline, parseMarkdown } from './parse-markdown.ts';

describe('parseMarkdown', () => {
  it('reads headings, paragraphs, lists, tables and code', () => {
    const card = [
      '# Nuclei',
      'A small model,',
      'briefly trained.',
      '',
      '- one',
      '  more of one',
      '- two',
      '',
      '| a | b |',
      '|---|:-:|',
      '| 1 | `x` |',
      '```',
      '<b>raw</b>',
      '```',
    ].join('\n');
    expect(parseMarkdown(card)).toEqual([
      { kind: 'heading', level: 1, text: [{ kind: 'text', text: 'Nuclei' }] },
      { kind: 'paragraph', text: [{ kind: 'text', text: 'A small model, briefly trained.' }] },
      {
        kind: 'list',
        ordered: false,
        items: [[{ kind: 'text', text: 'one more of one' }], [{ kind: 'text', text: 'two' }]],
      },
      {
        kind: 'table',
        head: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]],
        rows: [[[{ kind: 'text', text: '1' }], [{ kind: 'code', text: 'x' }]]],
      },
      { kind: 'code', text: '<b>raw</b>' },
    ]);
  });

  it('makes links only of web addresses', () => {
    expect(parseInline('see [DSB](https://bbbc.broadinstitute.org) now')).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'link', text: 'DSB', href: 'https://bbbc.broadinstitute.org' },
      { kind: 'text', text: ' now' },
    ]);
    expect(parseInline('[x](javascript:alert(1))').some(({ kind }) => kind === 'link')).toBe(false);
    expect(parseInline('<img src=x onerror=y>')).toEqual([
      { kind: 'text', text: '<img src=x onerror=y>' },
    ]);
  });

  it('leaves products and names alone', () => {
    expect(parseInline('4*2**1.1 and a*b*c')).toEqual([
      { kind: 'text', text: '4*2**1.1 and a*b*c' },
    ]);
  });

  it('never loses a line of an unclosed block', () => {
    expect(parseMarkdown('```\nx')).toEqual([{ kind: 'code', text: 'x' }]);
  });

  it.each(['[', '**', '`', '# ', '- ', '|', '<http://', '```\n', '[a](', ' ', '---\n'])(
    'ends with a card of nothing but %j',
    (piece) => {
      const card = piece.repeat(64_000 / piece.length);
      expect(Array.isArray(parseMarkdown(card))).toBe(true);
      expect(Array.isArray(parseMarkdown(`# ${card}x`))).toBe(true);
    },
  );
});
