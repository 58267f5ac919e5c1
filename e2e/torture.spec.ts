import { test } from './cuttingRoom.ts'
import { seededNumbers } from './editStream.ts'
import { TortureProduction, type TortureRound } from './torture/tortureProduction.ts'

// A trace takes a picture of the page around every key, which would make every kill late.
test.use({ trace: 'off' })

/** The short form of the rounds of `npm run torture`. */
test('killed in the middle of saving, undoing, importing and recovering, the app has all it confirmed', async ({
  scratch,
}) => {
  test.setTimeout(120_000)
  const production = new TortureProduction(scratch, seededNumbers(20_261_123))
  const rounds: TortureRound[] = []
  for (const kind of ['undo', 'save', 'rotation', 'import', 'recovery'] as const) {
    rounds.push(await production.round(kind))
  }
  // How many changes are confirmed before a kill depends on the machine; some have to be, or nothing was at stake.
  const confirmed = () => rounds.reduce((sum, { base, safe }) => sum + safe - base, 0)
  while (confirmed() <= 5) rounds.push(await production.round('edit'))
  await production.end()
  const description = rounds.map(({ kind, safe, recovered }) => `${kind} ${safe}/${recovered}`).join(', ')
  test.info().annotations.push({ type: 'confirmed/recovered', description })
})
