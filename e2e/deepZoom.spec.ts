import { writeFile } from 'node:fs/promises'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'
import { type RulerReading, readRuler, rulerNow } from './rulerReading.ts'
import { frameOf, label } from './timecode.ts'

const rates = [
  { name: '24', num: 24, den: 1, per: 24, isDrop: false },
  { name: '25', num: 25, den: 1, per: 25, isDrop: false },
  { name: '29.97 drop', num: 30000, den: 1001, per: 30, isDrop: true },
  { name: '59.94 drop', num: 60000, den: 1001, per: 60, isDrop: true },
] as const

type Rate = (typeof rates)[number]

const clicks = 20
/** Zooms that one after the other are clicked at; from − to −, each leaves more than six px to a frame. */
const zooms = [[], ['-'], ['-'], ['-']] as const

for (const devicePixelRatio of [1, 2]) {
  test(`at the end of six hours pointer, ruler and mark name the same frame, ${devicePixelRatio} device px to the px`, async ({
    scratch,
  }) => {
    test.setTimeout(120_000)
    const room = await CuttingRoom.open(`${scratch}/app`, [`--force-device-scale-factor=${devicePixelRatio}`])
    try {
      for (const rate of rates) {
        await openSixHours(room, scratch, rate)
        expect(await room.page.evaluate(() => window.devicePixelRatio)).toBe(devicePixelRatio)
        await clickThrough(room, rate, devicePixelRatio)
      }
      expect(room.faults).toEqual([])
    } finally {
      await room.close()
    }
  })
}

/** Opens a production of one reel from 01:00:00:00 to 07:00:00:00, without a film. */
async function openSixHours(
  room: CuttingRoom,
  scratch: string,
  { name, num, den, isDrop }: Rate,
): Promise<void> {
  const file = `${scratch}/${num}-${den}.json`
  const end = isDrop ? ';00' : ':00'
  const others = {
    timebase: { rateNum: num, rateDen: den, dropFrame: isDrop },
    pictures: [{ id: 'R1', label: 'R1', startTc: `01:00:00${end}`, endTc: `07:00:00${end}` }],
  }
  await writeFile(file, exchangeSheet(`Six hours at ${name}`, [], others))
  await room.openFile(file)
  await expect(room.page).toHaveTitle(new RegExp(`Six hours at ${name}`))
  await expect(room.page.getByRole('slider', { name: 'Part of the programme in view' })).toBeVisible()
  await room.leaveField()
}

async function clickThrough(room: CuttingRoom, rate: Rate, devicePixelRatio: number): Promise<void> {
  const { page } = room
  const box = await page.getByTestId('timeline-detail').boundingBox()
  if (!box) throw new Error('there is no timeline')
  await readRuler(page)
  await room.press('End')
  await expect(page.getByTestId('timecode')).toHaveText(lastFrame(rate))
  await room.press('Shift+Equal')
  const wrong: object[] = []
  for (const [turn, keys] of zooms.entries()) {
    await room.press(...keys)
    for (let click = 0; click < clicks / zooms.length; click += 1) {
      // Spread over the window by the golden section, on device pixels.
      const part = (0.137 + (turn * 5 + click) * 0.618034) % 1
      const x = Math.floor((8 + part * (box.width - 140)) * devicePixelRatio) / devicePixelRatio
      const named = frameNamed(await rulerNow(page), x, rate)
      if (named === null) throw new Error(`there is no label in view at x ${x}`)
      const found = await clickAt(room, box.x + x, box.y + 60)
      const expected = label(Math.min(named, frameAt(lastFrame(rate), rate)), rate.per, rate.isDrop)
      if (found.some((timecode) => timecode !== expected)) wrong.push({ x, expected, found })
    }
  }
  expect(wrong, rate.name).toEqual([])
}

/** Points, clicks and marks at a place: the timecodes of the pointer, of the playhead, and of the mark, which is undone. */
async function clickAt(room: CuttingRoom, x: number, y: number): Promise<readonly string[]> {
  const { page } = room
  await page.mouse.move(x, y)
  const card = page.locator('[data-testid="hover-picture"]:not([hidden])')
  await expect(card).toBeVisible()
  const pointed = await card.innerText()
  await page.mouse.click(x, y)
  const stood = await room.timecode()
  await room.press('i')
  const mark = page.getByRole('option', { name: /, open/ })
  const name = await mark.getAttribute('aria-label')
  await room.press('Control+z')
  await expect(mark).toHaveCount(0)
  return [pointed, stood, /(?:from|in) (\S+), open/.exec(name ?? '')?.[1] ?? '']
}

/** The frame drawn at an x, as the ruler names it: a label, and the single-frame ticks from there. */
function frameNamed({ ticks, texts }: RulerReading, x: number, rate: Rate): number | null {
  const sorted = ticks.toSorted((a, b) => a - b)
  const under = sorted.findLastIndex((tick) => tick <= x)
  const named = texts.flatMap(({ x: at, text }) => {
    const index = sorted.findIndex((tick) => Math.abs(tick - at) < 0.01)
    return index < 0 ? [] : [{ index, frame: frameAt(text, rate) }]
  })
  const nearest = named.toSorted((a, b) => Math.abs(a.index - under) - Math.abs(b.index - under))[0]
  return nearest && under >= 0 ? nearest.frame + under - nearest.index : null
}

function frameAt(timecode: string, { per, isDrop }: Rate): number {
  const number = frameOf(timecode.replace(';', ':'), per)
  const minutes = Math.floor(number / per / 60)
  return isDrop ? number - (per / 15) * (minutes - Math.floor(minutes / 10)) : number
}

function lastFrame(rate: Rate): string {
  return label(frameAt(rate.isDrop ? '07:00:00;00' : '07:00:00:00', rate) - 1, rate.per, rate.isDrop)
}
