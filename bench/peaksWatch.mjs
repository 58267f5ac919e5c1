/*
 * The app with a watch on its window: started by Electron in place of the app, since a debugger that looks on would itself
 * hold what the page fetches. Writes one line of JSON to the file that PEAKS_WATCH names, and ends.
 */
import { writeFileSync } from 'node:fs'
import { app } from 'electron'

const look = `new Promise((resolve) => {
  const times = { begun: 0, drawn: 0 }
  const timer = setInterval(() => {
    const now = performance.now()
    const isReading = document.body.textContent.includes('Reading the sound')
    const known = document.querySelector('[data-known]')?.dataset.known
    if (isReading) times.begun ||= now
    if (times.begun && known && known !== 'nothing') times.drawn ||= now
    if (!times.begun || !times.drawn || isReading) return
    clearInterval(timer)
    resolve({ ...times, whole: now })
  }, 8)
})`

/** The memory of the page's process in MiB. */
const memory = () => {
  const page = app.getAppMetrics().find(({ type }) => type === 'Tab')
  return (page?.memory.workingSetSize ?? 0) / 1024
}

app.on('web-contents-created', (_, contents) => {
  contents.once('dom-ready', async () => {
    let most = 0
    const before = memory()
    const timer = setInterval(() => {
      most = Math.max(most, memory())
    }, 100)
    const times = await contents.executeJavaScript(look)
    // What was read is kept after it is drawn.
    await new Promise((resolve) => setTimeout(resolve, 4000))
    clearInterval(timer)
    writeFileSync(
      process.env.PEAKS_WATCH,
      JSON.stringify({ ...times, before, most: Math.max(most, memory()) }),
    )
    app.quit()
  })
})
// The app takes the first file on its command line for the film.
process.argv = process.argv.filter((word) => !word.endsWith('peaksWatch.mjs'))
await import('../out/main/main.js')
