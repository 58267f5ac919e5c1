import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLayers, importsOf, readSources } from './checkLayers.ts'

const root = path.join(import.meta.dirname, '..')

describe('the layers of the house', () => {
  it('are in order', () => {
    expect(checkLayers(readSources(root))).toEqual([])
  })

  it('are looked at: the checker reads files of every layer', () => {
    const sources = readSources(root)
    for (const folder of ['shared/time', 'shared/edits', 'electron', 'renderer', 'cli', 'e2e']) {
      expect(sources.some(({ file }) => file.startsWith(`${folder}/`))).toBe(true)
    }
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(200)
  })
})

describe('a planted violation is caught', () => {
  const planted: readonly (readonly [file: string, text: string, breach: string])[] = [
    ['shared/time/frames.ts', "import { cueSchema } from '../model/cue.ts'", 'shared/time may not'],
    ['shared/model/cue.ts', "import type { Edit } from '../edits/edit.ts'", 'shared/model may not'],
    [
      'shared/formats/exporters/x.ts',
      "import type { Edit } from '../../edits/edit.ts'",
      'shared/formats may not',
    ],
    ['shared/sheet/x.ts', "import fs from 'node:fs'", 'shared/sheet may not'],
    ['shared/edits/x.ts', "import { z } from 'zod'", 'shared/edits may not'],
    ['renderer/app/x.ts', "import { app } from 'electron'", 'renderer may not'],
    ['renderer/app/x.ts', "import { probe } from '../../electron/media/probe.ts'", 'renderer may not'],
    ['renderer/app/x.ts', "import fs from 'node:fs'", 'renderer may not'],
    ['electron/x.ts', "import { Store } from '../renderer/store/store.ts'", 'electron may not'],
    ['electron/x.ts', "const react = await import('react')", 'electron may not'],
    ['cli/x.ts', "import { openWindow } from '../electron/window.ts'", 'cli may not'],
    ['e2e/x.ts', "import { Store } from '../renderer/store/store.ts'", 'e2e may not'],
    ['shared/loose.ts', '', 'is in no layer'],
    ['renderer/app/x.ts', '\n'.repeat(401), 'more than 400'],
    ['renderer/app/App.tsx', '\n'.repeat(151), 'more than 150'],
  ]

  it.each(planted)('%s with %j', (file, text, breach) => {
    expect(checkLayers([{ file, text }]).join()).toContain(breach)
  })

  it('a second door to a package', () => {
    const text = "import WaveSurfer from 'wavesurfer.js'"
    const sources = ['renderer/timeline/waveform.ts', 'renderer/app/x.ts'].map((file) => ({ file, text }))
    expect(checkLayers(sources).join()).toContain('more than one door')
    expect(checkLayers(sources.slice(0, 1))).toEqual([])
  })
})
