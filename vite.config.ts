// Builds the pane (addin/) into dist/pane. Where Office.js comes from is said in index.html alone, so that JS and CSS
// are byte for byte the same for every choice. Office.js itself is never bundled and never copied.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const addin = new URL('./addin/', import.meta.url);

/** OFFICE_JS: the world's tenants, those of 21Vianet (世纪互联), or the copy that the workbench's server hands out. */
const officeScripts: Readonly<Record<string, string>> = {
  global: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  local: '/office-js/office.js',
};

const iconSizes = [16, 32, 64, 80];

export default defineConfig({
  root: fileURLToPath(addin),
  base: './',
  publicDir: false,
  // Whatever the surroundings say: a build is what is deployed.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  plugins: [officeScript(process.env['OFFICE_JS'] ?? 'global'), iconsAndHeaders()],
  build: {
    target: 'es2022',
    outDir: fileURLToPath(new URL('./dist/pane/', import.meta.url)),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});

/** At the end of the body: the pane says that it opens while a slow network still brings Office.js. */
function officeScript(choice: string): Plugin {
  const address = officeScripts[choice];
  if (address === undefined) throw new Error(`OFFICE_JS is ${choice}; it may be ${Object.keys(officeScripts).join(', ')}`);
  return {
    name: 'keybook-office-script',
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: address }, injectTo: 'body' }],
  };
}

/** Icons keep their names (manifests name them); `_headers` goes with the Worker's static assets. */
function iconsAndHeaders(): Plugin {
  return {
    name: 'keybook-icons-and-headers',
    apply: 'build',
    generateBundle() {
      for (const size of iconSizes) {
        const fileName = `assets/icon-${size}.png`;
        this.emitFile({ type: 'asset', fileName, source: readFileSync(new URL(fileName, addin)) });
      }
      this.emitFile({ type: 'asset', fileName: '_headers', source: readFileSync(new URL('assets/_headers', addin), 'utf8') });
    },
  };
}
