import { describe, expect, it } from 'vitest';
import { fetchDemoModels } from './demo-models.ts';

const BASE = new URL('https://studio.example/app/');

/** A site with these files; everything else is its start page, as servers of single pages answer. */
function site(files: Record<string, string>) {
  return async (url: URL) => {
    const text = files[url.pathname.replace('/app/models/', '')];
    return text === undefined ? new Response('<!doctype html>') : new Response(text);
  };
}

describe('fetchDemoModels', () => {
  it.each([
    ['an index that is another page', {}, 'corrupt'],
    ['an index of another shape', { 'index.json': '{"models":[{"role":"mask"}]}' }, 'corrupt'],
    [
      'a path without a bundle',
      { 'index.json': '{"models":[{"path":"a","role":"mask"}]}' },
      'corrupt',
    ],
    [
      'a manifest that is none',
      { 'index.json': '{"models":[{"path":"a","role":"mask"}]}', 'a/model.json': '{}' },
      'not-a-checkpoint',
    ],
  ])('refuses %s', async (_, files, code) => {
    await expect(fetchDemoModels(BASE, site(files))).rejects.toMatchObject({ code });
  });

  it('says that a site without models or without an answer is an io failure', async () => {
    const absent = async () => new Response('', { status: 404 });
    await expect(fetchDemoModels(BASE, absent)).rejects.toMatchObject({
      code: 'io',
      details: { where: '/app/models/index.json', found: 'status 404' },
    });
    const offline = () => Promise.reject(new TypeError('fetch failed'));
    await expect(fetchDemoModels(BASE, offline)).rejects.toMatchObject({ code: 'io' });
  });

  it('lists no models where the index has none', async () => {
    expect(await fetchDemoModels(BASE, site({ 'index.json': '{"models":[]}' }))).toEqual([]);
  });
});
