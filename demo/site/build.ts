/**
 * `npm run build:site` writes the whole site into dist-site/: front page, documentation, builder, studio, examples. Any host can serve the
 * folder. Takes new pictures of the tools, so it needs Chromium, as the tests do.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builderFiles } from '../server/builder-files.js';
import { buildBundles } from '../server/bundles.js';
import { hostPages } from '../server/host-pages.js';
import { Publication, STEPS, VARIANTS } from '../server/publication.js';
import { documentationFiles } from './files.js';
import { takePictures } from './pictures.js';
import { POLICY } from './template.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const SITE_FOLDER = 'dist-site';

/** Files of demo/ that visitors need. The sources of the documentation and of the server are not among them. */
const DEMO_FILES = /^(?!.*\.(ts|md|tsx|vue|svelte)$)(?!(docs|site|server|examples)(\/|$))/;

export async function buildSite(folder = join(root, SITE_FOLDER)): Promise<void> {
  const built = buildBundles();
  await built;
  await rm(folder, { recursive: true, force: true });
  const demo = join(root, 'demo');
  await cp(demo, folder, { recursive: true, filter: (path) => path === demo || DEMO_FILES.test(path.slice(demo.length + 1)) });
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  await cp(join(root, 'dist-studio'), join(folder, 'studio'), { recursive: true });
  for (const [path, { body }] of Object.entries({ ...hostPages(), ...builderFiles(built), ...documentationFiles(built) })) {
    const name = path.slice(1);
    if (!/\.\w+$/.test(name)) continue; // an address without a file name is another form of the same page
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), await body());
  }
  for (const [name, change] of Object.entries(VARIANTS))
    await writeFile(join(folder, `${name}.json`), (await new Publication().variant(change)).body);
  // The control of the front page publishes in the page itself: static-publisher.js.
  await writeFile(join(folder, 'control'), JSON.stringify({ steps: STEPS, current: STEPS.at(-1)!.step, fault: 'none', isStatic: true }));
  await takePictures(join(folder, 'docs/pictures'));
  await writeFile(join(folder, '_headers'), headers());
  await writeFile(join(folder, '.nojekyll'), '');
}

/** The headers for hosts that read this file. Feeds and scripts are for all origins. */
function headers(): string {
  const anyOrigin =
    '  Access-Control-Allow-Origin: *\n  Access-Control-Expose-Headers: ETag, Retry-After, Date, Age\n  Cache-Control: max-age=60\n';
  const feeds = ['/feed.json', '/feeds/*', '/dist/*'].map((path) => `${path}\n${anyOrigin}`);
  return `/docs/*\n  Content-Security-Policy: ${POLICY}\n${feeds.join('')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildSite();
  console.log(`${SITE_FOLDER}/ is ready. Any host can serve it.`);
}
