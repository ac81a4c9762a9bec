// Describes the elements, from their doc blocks, for catalogues (custom-elements.json), VS Code (HTML and CSS custom
// data) and JetBrains' editors (web-types.json).
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const quiet = { outdir: 'dist', hideLogs: true };

/** The elements, what they inherit from and their events. */
const PUBLIC = /^Placard/;

/** The published modules are the built ones, below the folder of the package. */
const built = (path) => path.replace(/^src\//, '').replace(/\.ts$/, '.js');

/** A class says its tag in `static tag`, since its module registers nothing. */
const tagNames = {
  name: 'tag-names',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const declaration of modules.flatMap(({ declarations }) => declarations)) {
      const tag = declaration.members?.find(({ name, static: isStatic }) => name === 'tag' && isStatic)?.default?.match(/^'(.+)'$/)?.[1];
      if (tag) Object.assign(declaration, { tagName: tag, customElement: true });
    }
  },
};

/** Only what a user of the elements can reach, under the published paths, in an order that does not depend on the disk. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest }) {
    const { modules } = customElementsManifest;
    for (const module of modules) {
      module.declarations = module.declarations.filter(({ name }) => PUBLIC.test(name));
      module.exports = module.exports.filter(({ declaration }) => PUBLIC.test(declaration.name));
      for (const declaration of module.declarations) {
        declaration.members = declaration.members?.filter(({ privacy = 'public' }) => privacy === 'public');
      }
    }
    rename(modules);
    customElementsManifest.modules = modules
      .filter(({ declarations }) => declarations.length)
      .sort((a, b) => a.path.localeCompare(b.path, 'en'));
  },
};

function rename(node) {
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'path' || key === 'module') && typeof value === 'string') node[key] = built(value);
    else if (value && typeof value === 'object') rename(value);
  }
}

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false, // or the analyzer edits package.json
  plugins: [tagNames, published, customElementVsCodePlugin(quiet), customElementJetBrainsPlugin({ ...quiet, packageJson: false })],
};
