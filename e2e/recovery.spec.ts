import { writeFile } from 'node:fs/promises'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { editAndKill, type KillPlan } from './editAndKill.ts'
import { editStream, type StreamState, seededNumbers } from './editStream.ts'
import { exchangeSheet } from './exchangeSheet.ts'

const seed = 20_260_311
const killsWanted = 12
const confirmedWanted = 8
/** The production has no file before this round. */
const savedInRound = 6
/** Milliseconds from the last key to the kill, at most; a later kill does not count. */
const longest = 50

// A trace takes a picture of the page around every key, which would make every kill late.
test.use({ trace: 'off' })

test('what the window confirmed is there after SIGKILL, whenever it comes', async ({ scratch }) => {
  test.setTimeout(300_000)
  const random = seededNumbers(seed)
  const file = `${scratch}/work.needledrop`
  const room = await openSheet(scratch)
  let state: StreamState = { moved: 0, type: 'Other', diegesis: 'Not decided' }
  const kills: { readonly elapsed: number; readonly isConfirmed: boolean }[] = []
  const confirmed = () => kills.filter(({ isConfirmed }) => isConfirmed).length
  for (let round = 0; kills.length < killsWanted || confirmed() < confirmedWanted; round++) {
    expect(round, 'rounds, with those in which the kill came late').toBeLessThan(3 * killsWanted)
    if (round === savedInRound) await room.saveAs(file)
    const plan = killPlan(random)
    const { keys, states } = editStream(state, plan.when === 'safe' ? plan.changes : 40, random)
    await room.press('Control+a')
    const witness = await editAndKill(room, keys, plan)
    const { base, made, safe, elapsed } = witness
    if (elapsed <= longest) kills.push({ elapsed, isConfirmed: made === safe })

    await room.restart('kill')
    if (round >= savedInRound && random() < 0.5) await room.openFile(file)
    else await recoverFromWelcome(room, 'Killed')
    await room.whenWorkspaceShows()
    const { made: recovered } = await room.safety()
    expect(recovered, JSON.stringify({ round, plan, witness })).toBeGreaterThanOrEqual(safe)
    state = states[recovered - base] ?? state
    expect(await shownState(room), JSON.stringify({ round, plan, witness, recovered })).toEqual(state)
  }
  const elapsed = kills.map((entry) => entry.elapsed).join(' ')
  const description = `seed ${seed}; ${kills.length} kills, ${confirmed()} right after a confirmation; ms: ${elapsed}`
  test.info().annotations.push({ type: 'kills', description })
  await room.close()
})

test('a saved production and the changes after it come back', async ({ scratch }) => {
  const file = `${scratch}/work.needledrop`
  const room = await openSheet(scratch)
  await room.press('Control+a', 'Period')
  await room.saveAs(file)
  await room.press('Digit3')
  await room.whenSafe(2)
  await room.restart('kill')
  await room.openFile(file)
  await room.whenWorkspaceShows()
  expect(await shownState(room)).toEqual({ moved: 1, type: 'Needle drop', diegesis: 'Not decided' })
  await expect(room.page.getByRole('status').filter({ hasText: 'Recovered 1 change' })).toBeVisible()
  await room.close()
})

test('unsaved work that is discarded is not offered again', async ({ scratch }) => {
  const room = await openSheet(scratch)
  await room.press('Control+a', 'Period')
  await room.whenSafe(1)
  await room.restart('kill')
  await room.page.getByRole('button', { name: 'Discard Killed' }).press('Enter')
  await expect(room.page.getByRole('region', { name: 'Unsaved work' })).toBeVisible()
  await room.page.getByRole('button', { name: 'Press again to discard Killed' }).press('Enter')
  await expect(room.page.getByRole('region', { name: 'Unsaved work' })).toHaveCount(0)
  await room.restart()
  await expect(room.page.getByRole('region', { name: 'Recent' })).toBeVisible()
  await expect(room.page.getByRole('region', { name: 'Unsaved work' })).toHaveCount(0)
  await room.close()
})

test('closing the window with unsaved changes loses nothing', async ({ scratch }) => {
  const file = `${scratch}/work.needledrop`
  const room = await openSheet(scratch)
  await room.press('Control+a', 'Period', 'Period')
  await room.restart()
  await recoverFromWelcome(room, 'Killed')
  await room.whenWorkspaceShows()
  expect(await shownState(room)).toEqual({ moved: 2, type: 'Other', diegesis: 'Not decided' })

  await room.saveAs(file)
  await room.press('Control+a', 'Period', 'Digit3')
  await room.restart()
  await expect(room.page.getByRole('region', { name: 'Unsaved work' })).toHaveCount(0)
  await room.page.locator('button[title$=".needledrop"]').press('Enter')
  await room.whenWorkspaceShows()
  await expect(room.page.getByTestId('safety')).toHaveText('Saved')
  expect(await shownState(room)).toEqual({ moved: 3, type: 'Needle drop', diegesis: 'Not decided' })
  await room.close()
})

function killPlan(random: () => number): KillPlan {
  const when = random() < 0.7 ? 'safe' : 'made'
  const changes = 1 + Math.floor(random() * 6)
  return { changes, when, delay: Math.floor(random() * (when === 'safe' ? 8 : 12)) }
}

async function openSheet(scratch: string): Promise<CuttingRoom> {
  const sheet = `${scratch}/sheet.json`
  await writeFile(
    sheet,
    exchangeSheet('Killed', [{ number: '1m1', title: 'A', span: ['01:00:10:00', '01:00:20:00'] }]),
  )
  const room = await CuttingRoom.open(`${scratch}/app`)
  await room.openFile(sheet)
  await room.whenWorkspaceShows()
  return room
}

async function recoverFromWelcome({ page }: CuttingRoom, title: string): Promise<void> {
  const unsaved = page.getByRole('region', { name: 'Unsaved work' })
  await unsaved.getByRole('button', { name: new RegExp(`^${title}`) }).press('Enter')
}

/** What the table shows of the one cue. */
async function shownState(room: CuttingRoom): Promise<StreamState> {
  const [line, ...others] = await room.cueLines()
  if (!line || others.length > 0) throw new Error(`expected one cue, found ${line ? others.length + 1 : 0}`)
  const { start, end, type, diegesis } = line
  const moved = framesAt24(start) - framesAt24('01:00:10:00')
  expect(framesAt24(end) - framesAt24(start)).toBe(240)
  return { moved, type, diegesis }
}

function framesAt24(timecode: string): number {
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = timecode.split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * 24 + frames
}
