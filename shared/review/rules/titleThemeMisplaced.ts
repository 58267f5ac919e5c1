import { nameOfUse, type PlacedUse } from '../../sheet/cueUse.ts'
import type { Noticed, Rule } from '../rule.ts'

/** A title theme that comes twice, or in the wrong half of the programme. */
export const titleThemeMisplaced: Rule = {
  id: 'CS-034',
  severity: 'warning',
  fault:
    'There is more than one main title, a main title after half of the programme, or an end title before it.',
  reason:
    'A programme has one main title, near its beginning, and its end title near its end; themes are paid otherwise than background.',
  remedy: 'Give the cue another theme role.',
  source: 'RapidCue usage codes',
  inspect: ({ placed, programme }) => {
    const mainTitles = placed.filter(({ cue }) => cue.themeRole === 'mainTitle')
    const [first] = mainTitles
    const again = mainTitles.slice(1).map((use) => doubled(use, first))
    const half = (use: PlacedUse) => 2 * use.time.first.inProgramme.start - programme.length
    const late = mainTitles
      .filter((use) => half(use) > 0)
      .map((use) => ({
        cue: use.cue.id,
        message: `${nameOfUse(use)} is the main title, yet comes in the second half. Give it another theme role.`,
      }))
    const early = placed
      .filter((use) => use.cue.themeRole === 'endTitle' && half(use) < 0)
      .map((use) => ({
        cue: use.cue.id,
        message: `${nameOfUse(use)} is the end title, yet comes in the first half. Give it another theme role.`,
      }))
    return [...again, ...late, ...early]
  },
}

function doubled(use: PlacedUse, first: PlacedUse | undefined): Noticed {
  const other = first ? nameOfUse(first) : 'another cue'
  const message = `${nameOfUse(use)} is a main title, and so is ${other}. Give one of them another theme role.`
  return { cue: use.cue.id, ...(first ? { other: first.cue.id } : {}), message }
}
