// Bundles the npm packages that the tests and the source import, once, when the runner starts. Without a bundle, a page with Zod makes
// about 130 requests. One build with shared chunks prevents two copies of Lit on a page. An unknown bare import is an error.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { build } from 'esbuild';

const PREFIX = '/__packages/';
const PATH_OR_URL = /^(\.|\/|[a-z]+:)/;

/** @param {{ entries: string[] }} options files; the plugin follows all their imports */
export function prebundlePlugin({ entries }) {
  let urls = new Map();
  let files = new Map();
  return {
    name: 'prebundle',
    async serverStart({ config: { rootDir } }) {
      const names = await bareImports(entries, rootDir);
      ({ urls, files } = await bundle(names, rootDir));
    },
    resolveImport({ source, context }) {
      if (PATH_OR_URL.test(source) || !context.path.endsWith('.ts')) return;
      const url = urls.get(source);
      if (!url) throw new Error(`No test imported "${source}" when the runner started: start it again, or install it.`);
      return url;
    },
    serve({ path }) {
      if (files.has(path)) return { body: files.get(path), type: 'js' };
    },
  };
}

/** Ignores a file that does not compile and a missing package: their own tests report them. */
async function bareImports(entryPoints, absWorkingDir) {
  const names = new Set();
  const collect = {
    name: 'collect',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (kind === 'entry-point' || pluginData === collect) return;
        const { errors } = await resolve(path, { kind, resolveDir, pluginData: collect });
        if (errors.length === 0 && !PATH_OR_URL.test(path)) names.add(path);
        return { path, external: true };
      });
    },
  };
  const options = { entryPoints, absWorkingDir, outdir: 'unused', bundle: true, format: 'esm', write: false, logLevel: 'silent' };
  await build({ ...options, plugins: [collect] }).catch(() => {});
  return [...names].sort();
}

async function bundle(names, absWorkingDir) {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(names.map((name) => [fileName(name), name])),
    absWorkingDir,
    outdir: 'unused',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['/__*'], // the runner's own modules
    write: false,
    logLevel: 'error',
  });
  return {
    urls: new Map(names.map((name) => [name, `${PREFIX}${fileName(name)}.js`])),
    files: new Map(outputFiles.map(({ path, text }) => [PREFIX + basename(path), text])),
  };
}

const fileName = (name) => `${name.replace(/\W+/g, '-')}-${createHash('sha1').update(name).digest('hex').slice(0, 6)}`;
