import path from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = path.dirname(fileURLToPath(import.meta.url))

// The oldest runtime the app must run on is Electron 33: Node 20.18 and Chrome 130.
const nodeTarget = 'node20.18'
const pageTarget = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      outDir: path.join(root, 'out/main'),
      rolldownOptions: {
        input: {
          main: path.join(root, 'electron/main.ts'),
          printMain: path.join(root, 'electron/printMain.ts'),
          columnsWorker: path.join(root, 'electron/media/columnsWorker.ts'),
          probeWorker: path.join(root, 'electron/media/probeWorker.ts'),
          prepareWorker: path.join(root, 'electron/media/prepareWorker.ts'),
          searchWorker: path.join(root, 'electron/media/searchWorker.ts'),
          versionsWorker: path.join(root, 'electron/versions/versionsWorker.ts'),
          catalogueWorker: path.join(root, 'electron/catalogue/catalogueWorker.ts'),
          readSlotsWorker: path.join(root, 'electron/media/readSlotsWorker.ts'),
        },
        // MediaInfo reads its WebAssembly from its own folder, so it stays a package beside the app.
        external: ['mediainfo.js'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      outDir: path.join(root, 'out/preload'),
      rolldownOptions: {
        input: { preload: path.join(root, 'electron/preload.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path.join(root, 'renderer'),
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: pageTarget,
      minify: true,
      // The page's content policy admits no fonts or workers out of data: addresses.
      assetsInlineLimit: 0,
      // In kB; the page is loaded from the disk.
      chunkSizeWarningLimit: 2000,
      outDir: path.join(root, 'out/renderer'),
      rolldownOptions: {
        input: {
          index: path.join(root, 'renderer/index.html'),
          picture: path.join(root, 'renderer/picture.html'),
        },
      },
    },
  },
})
