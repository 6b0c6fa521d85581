import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { dropDescriptions } from '../../scripts/build/texts-plugin.mjs';

async function build(code: string): Promise<string> {
  const source = { name: 'source', resolveId: (id: string) => id, load: () => code };
  const bundle = await rolldown({
    input: 'text.ts',
    plugins: [source, dropDescriptions()],
    treeshake: false,
  });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

describe('the build', () => {
  it('drops the note to translators and keeps the id', async () => {
    const code = await build(
      `declare const msg: Function;\nmsg('Skriv', { id: 'contacts.write', desc: 'On a button' });`,
    );
    expect(code).toContain('contacts.write');
    expect(code).not.toContain('On a button');
  });

  it('leaves other calls alone', async () => {
    expect(await build(`other('x', { desc: 'kept' });`)).toContain('kept');
  });
});
