import { existsSync, readFileSync } from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

// Stands in for Electron's own default app: `electron [-r FILE]... [SWITCHES] FOLDER_OR_FILE [ARGUMENTS]`.

function readCommandLine(words) {
  const preloads = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]
    if (word === '-r' || word === '--require') {
      index += 1
      preloads.push(words[index])
    } else if (!word.startsWith('-')) {
      return { preloads, target: path.resolve(word) }
    }
  }
  return { preloads, target: undefined }
}

function describeApp(folder) {
  const manifestPath = path.join(folder, 'package.json')
  if (!existsSync(manifestPath)) return undefined
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'))
  if (manifest.version) app.setVersion(manifest.version)
  app.name = manifest.productName ?? manifest.name ?? app.name
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)
  return path.join(folder, manifest.main ?? 'index.js')
}

async function openApp(target) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  const main = describeApp(target)
  app.setAppPath(main === undefined ? path.dirname(target) : target)
  await import(pathToFileURL(main ?? target).href)
}

const { preloads, target } = readCommandLine(process.argv.slice(1))
if (preloads.length > 0) Module._preloadModules(preloads)
if (target === undefined) {
  console.error('electron: expected the folder or file of an app, found none on the command line')
  app.exit(1)
} else {
  await openApp(target).catch((error) => {
    console.error(`electron: the app at ${target} could not be started`, error)
    app.exit(1)
  })
}
