import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { printPages } from './exports/printPages.ts'
import { registerSchemes } from './schemes.ts'
import { guardPages } from './security.ts'

/*
 * Electron without a window that anybody sees, for the command line: the last two words are the file that holds the
 * pages as JSON and the PDF to write. Standard output hears how far it is, `printing 0.4`; what went wrong is told as a Problem
 * in JSON on standard error, with exit code 2.
 */

const [from, to] = process.argv.slice(-2)
const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-print-'))
app.setPath('userData', folder)
registerSchemes()
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
guardPages()
app.dock?.hide()
app.on('window-all-closed', () => {})

async function print(): Promise<number> {
  if (from === undefined || to === undefined) throw new Error('expected the pages and the PDF to write')
  const assets = path.join(path.dirname(fileURLToPath(import.meta.url)), '../renderer/assets')
  const printed = await printPages(JSON.parse(readFileSync(from, 'utf8')), assets, {
    onProgress: (done) => console.log(`printing ${done}`),
  })
  if (printed.ok) writeFileSync(to, printed.value)
  else console.error(JSON.stringify(printed.problem))
  return printed.ok ? 0 : 2
}

void app
  .whenReady()
  .then(print)
  .catch((error) => {
    console.error(error)
    return 3
  })
  .then((code) => {
    rmSync(folder, { recursive: true, force: true })
    app.exit(code)
  })
