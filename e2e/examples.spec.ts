import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './app.ts'
import { expect, test } from './cuttingRoom.ts'

const folder = path.join(projectRoot, 'shared', 'formats', 'fixtures', 'examples')
const names = readdirSync(folder).flatMap((name) => /^(.*)\.full\.csv$/.exec(name)?.[1] ?? [])

test('there are examples', () => {
  expect(names.length).toBeGreaterThanOrEqual(3)
})

for (const name of names) {
  test(`${name} comes in by the window and goes out as expected, byte for byte`, async ({
    room,
    scratch,
  }) => {
    const expected = readFileSync(path.join(folder, `${name}.full.csv`), 'utf8')
    await room.answerOpen(path.join(folder, `${name}.json`))
    await room.press('Control+Shift+i')
    await room.whenWorkspaceShows()
    expect(await room.exportAs('Full', `${scratch}/sheet.csv`)).toBe(expected)
    expect(await room.exportAs('Full', `${scratch}/marked.csv`, { byteOrderMark: true })).toBe(
      `\uFEFF${expected}`,
    )
  })
}

test('an example that was saved and opened again goes out as expected', async ({ room, scratch }) => {
  const [name = ''] = names
  await room.openFile(path.join(folder, `${name}.json`))
  await room.whenWorkspaceShows()
  await room.saveAs(`${scratch}/work.needledrop`)
  await room.restart()
  await room.openFile(`${scratch}/work.needledrop`)
  await room.whenWorkspaceShows()
  const exported = await room.exportAs('Full', `${scratch}/sheet.csv`)
  expect(exported).toBe(readFileSync(path.join(folder, `${name}.full.csv`), 'utf8'))
})
