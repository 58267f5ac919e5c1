import { describe, expect, test } from 'vitest'
import type { CueId } from '../../shared/model/ids.ts'
import { blankCue } from '../../shared/model/newProduction.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { barLook, looksOf } from './overviewColours.ts'

const cue = blankCue('c1' as CueId, [])

function useWith(sync: SideState, master: SideState): CueUse {
  return { sync: { status: sync }, master: { status: master } } as unknown as CueUse
}

describe('the overview’s colours', () => {
  test('by diegesis and licence state tell nothing that the shape does not tell too', () => {
    for (const by of ['diegesis', 'licence'] as const) {
      const shapes = looksOf(by).map(({ top, bottom }) => `${top}-${bottom}`)
      expect(new Set(shapes).size, by).toBe(shapes.length)
    }
  })

  test('by type are all different', () => {
    const colours = looksOf('type').map(({ colour }) => colour)
    expect(new Set(colours).size).toBe(colours.length)
  })

  test('by licence state show the side that is worst off', () => {
    const name = (sync: SideState, master: SideState) => barLook('licence', cue, useWith(sync, master)).name
    expect(name('paid', 'missing')).toBe('Missing, denied or expired')
    expect(name('quoted', 'approved')).toBe('On its way')
    expect(name('executed', 'n/a')).toBe('Approved or signed')
    expect(name('n/a', 'n/a')).toBe('Not needed')
    expect(barLook('licence', cue, undefined).name).toBe('Not needed')
  })
})
