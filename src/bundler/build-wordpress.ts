/**
 * Builds the zip of the WordPress plugin: its PHP, the scripts of the library in a folder of their own, and the compiled translations.
 * The same sources give the same bytes. WordPress reads `block.asset.php` beside the script of the block, and the translations of that
 * script from a JSON file.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { mo, po } from 'gettext-parser';
import { createAssets, type LibraryFiles } from '../publish/assets.js';
import { PACKAGE } from '../embed/package-name.js';
import { filesBelow } from './files-below.js';
import { LIBRARY_FOLDER, ROOT, version, WORDPRESS_FOLDER } from './packages.js';
import { createTemplate, readCatalogue, scriptCatalogue } from './wordpress-words.js';

const SOURCE = join(ROOT, 'src/wordpress');
/** The version in the sources. The repository's manifest has the real one. */
const PLACEHOLDER = /\b0\.0\.0\b/g;
/** The earliest date that a zip can have, so that the bytes do not depend on the day. */
const DATE = '1980-01-01T00:00:00';

/** Needs the bundles of the library. @returns the path of the zip */
export async function buildWordPress(outDir: string = join(ROOT, WORDPRESS_FOLDER)): Promise<string> {
  const library: LibraryFiles = new Map(
    filesBelow(join(ROOT, LIBRARY_FOLDER))
      .filter((path) => /^(placard(-loader)?\.js|placard\.css|placard\.licenses\.md|parts\/[^/]+\.js)$/.test(path))
      .map((path) => [path, new Uint8Array(readFileSync(join(ROOT, LIBRARY_FOLDER, path)))]),
  );
  const { folder, asset } = await createAssets(library, version, '');
  const files: Record<string, Uint8Array> = { LICENSE: readFileSync(join(ROOT, 'LICENSE')) };
  for (const path of filesBelow(SOURCE)) Object.assign(files, await compiled(path, readFileSync(join(SOURCE, path))));
  files['languages/placard.pot'] = po.compile(createTemplate());
  for (const [path, bytes] of library) files[`${folder}/${path}`] = bytes;
  const hashes = ['placard.css', 'placard-loader.js'].map((name) => `\t'${name}' => '${asset(name).integrity}',\n`);
  files['assets.php'] = generated(`namespace Placard;\n\nconst ASSETS = array(\n\t'folder' => '${folder}',\n${hashes.join('')});`);
  const [, needed] = /^\(\(\{ ([^}]+) \}\) => \{$/m.exec(readFileSync(join(SOURCE, 'block.js'), 'utf8'))!;
  const handles = needed!.split(', ').map((name) => `'wp-${name.replace(/[A-Z]/g, '-$&').toLowerCase()}'`);
  files['block.asset.php'] = generated(
    `return array(\n\t'dependencies' => array( ${handles.join(', ')} ),\n\t'version' => '${basename(folder)}',\n);`,
  );

  const zip = join(outDir, `${PACKAGE}.zip`);
  mkdirSync(dirname(zip), { recursive: true });
  writeFileSync(zip, zipSync(inFolder(PACKAGE, files), { level: 9, mtime: DATE }));
  return zip;
}

/** Returns the published files of one source: a catalogue of translations also in the two forms that WordPress reads. */
async function compiled(path: string, bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  if (path.endsWith('.po')) {
    const catalogue = await readCatalogue(path);
    return {
      [path]: po.compile(catalogue),
      [path.replace(/po$/, 'mo')]: mo.compile(catalogue),
      [path.replace(/\.po$/, '-placard-card-editor-script.json')]: encode(scriptCatalogue(catalogue)),
    };
  }
  const hasVersion = ['placard.php', 'readme.txt'].includes(basename(path));
  return { [path]: hasVersion ? encode(new TextDecoder().decode(bytes).replace(PLACEHOLDER, version)) : bytes };
}

const inFolder = (folder: string, files: Record<string, Uint8Array>): Zippable =>
  Object.fromEntries(
    Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, bytes]) => [`${folder}/${path}`, bytes]),
  );

const generated = (code: string): Uint8Array => encode(`<?php\n/**\n * Made by the build.\n *\n * @package Placard\n */\n\n${code}\n`);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
