/** Builds the package of the command line: its modules and the library modules that it uses, in a few files. Packages stay imports. */
import { chmod, copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { compileValidators } from './compile-validators.js';
import { CLI_DEPENDENCIES, CLI_FOLDER, ROOT, cliManifest } from './packages.js';
import { cliReadme } from './readmes.js';

/** @param outDir an absolute path */
export async function buildCli(outDir: string = join(ROOT, CLI_FOLDER)): Promise<void> {
  const { output } = (await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [compileValidators()],
    build: {
      ssr: 'src/node/cli/main.ts',
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { external: CLI_DEPENDENCIES, output: { entryFileNames: 'main.js', chunkFileNames: 'chunks/[name].js' } },
    },
  })) as Rollup.RollupOutput;
  refuseUndeclared(output);
  await chmod(join(outDir, 'main.js'), 0o755);
  await writeFile(join(outDir, 'package.json'), `${JSON.stringify(cliManifest(), null, 2)}\n`);
  await writeFile(join(outDir, 'README.md'), cliReadme());
  await copyFile(join(ROOT, 'LICENSE'), join(outDir, 'LICENSE'));
}

/** @throws if a file imports a package that the manifest does not declare */
function refuseUndeclared(output: Rollup.RollupOutput['output']): void {
  const fileNames = new Set(output.map(({ fileName }) => fileName));
  const imported = output.flatMap((file) => (file.type === 'chunk' ? [...file.imports, ...file.dynamicImports] : []));
  const unknown = imported.filter((name) => !fileNames.has(name) && !name.startsWith('node:') && !isDeclared(name));
  if (unknown.length)
    throw new Error(`The command line imports undeclared packages: ${unknown.join(', ')}. Declare them in src/bundler/packages.ts.`);
}

const isDeclared = (name: string): boolean => CLI_DEPENDENCIES.some((each) => name === each || name.startsWith(`${each}/`));
