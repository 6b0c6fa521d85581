import { readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { leanLit, misplaced, withoutUnused } from '../../scripts/build/lit-plugin.mjs';

const lit = readFileSync('node_modules/lit-html/lit-html.js', 'utf8');

async function build(code: string): Promise<string> {
  const source = { name: 'source', resolveId: (id: string) => id, load: () => code };
  const bundle = await rolldown({ input: 'view.ts', plugins: [source, leanLit()], treeshake: false });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

describe('lit-html in the CDN files', () => {
  it('is without what no template uses', () => {
    expect(withoutUnused(lit).toString().length).toBeLessThan(lit.length * 0.85);
  });

  it('is not guessed at when it has changed', () => {
    expect(() => withoutUnused(lit.replace('"<svg>"', '"<svg >"'))).toThrow('lit-html has changed');
  });

  it.each([
    ['<p>', '</p>'],
    ['<p class="a ', '" id=', ' ?hidden=', ' .title=', '>', ' and ', '</p>'],
    ["<p class='", "'></p>"],
    ['<input .value=', ' /><textarea class="control" .value=', ' lang=', '></textarea> ', ''],
    ['<!-- a note --><p>', '</p>'],
    ['a < b ', ''],
  ])('renders %s', (...strings) => {
    expect(misplaced(strings)).toBeUndefined();
  });

  it.each([
    ['<button @click=', '>'],
    ['<button class="a ', '" @click="', '">'],
    ['<!-- ', ' -->'],
    ['<p></p><!-- a note', '-->'],
    ['<textarea>', '</textarea>'],
    ['<style media="', '">b { color: red } ', '</style>'],
    ['<p ', '>'],
    ['<p class="a ', '" ', '>'],
    ['<p\n  class="a"', '>'],
  ])('does not render %s', (...strings) => {
    expect(misplaced(strings)).toEqual(expect.any(String));
  });

  it('fails the build of a template that asks for more', async () => {
    expect(await build('html`<button data-do="${name}">`;')).toContain('data-do');
    await expect(build('html`<button @click=${act}>`;')).rejects.toThrow('a listener');
  });

  it('fails the build of a template that loses a space, not of one that breaks its lines', async () => {
    await expect(build('html` <span>${text}</span>`;')).rejects.toThrow('a space');
    await expect(build('html`<span>${text}</span> `;')).rejects.toThrow('a space');
    expect(await build('html`\n  <span>${text} ${text}</span>\n`;')).toContain('span');
  });
});
