import { expect, test } from './cuttingRoom.ts'
import { Hands } from './hands.ts'

test('the list of cues is walked, extended and opened by keyboard', async ({ room, scratch }) => {
  const hands = await Hands.on(room, scratch)
  await room.page.locator('[data-item][tabindex="0"]').focus()
  await room.press('Home')
  await expect(hands.block('1m1')).toBeFocused()
  await expect(hands.block('1m1')).toHaveAttribute('aria-posinset', '1')
  await expect(hands.block('1m1')).toHaveAttribute('aria-setsize', '4')
  await room.press('Shift+ArrowRight', 'Shift+ArrowRight')
  await expect(hands.block('1m3')).toBeFocused()
  await hands.expectSelected(['1m1', '1m2', '1m3'])
  await room.press('Shift+ArrowLeft')
  await hands.expectSelected(['1m1', '1m2'])
  await room.press('Control+End')
  await expect(hands.block('1m4')).toBeFocused()
  await hands.expectSelected(['1m1', '1m2'])
  await room.press('Control+Space')
  await hands.expectSelected(['1m1', '1m2', '1m4'])
  await room.press('ArrowLeft', 'Enter')
  await expect(room.page.getByRole('combobox', { name: 'Title' })).toBeFocused()
  await hands.expectSelected(['1m3'])
})

test('the focused cue stays in the list when the window scrolls away from it', async ({ room, scratch }) => {
  const hands = await Hands.on(room, scratch)
  await room.page.locator('[data-item][tabindex="0"]').focus()
  await room.press('Home')
  await expect(hands.block('1m1')).toBeFocused()
  const area = await room.page.getByTestId('timeline-detail').boundingBox()
  await room.page.mouse.move((area?.x ?? 0) + 200, (area?.y ?? 0) + 40)
  await room.page.mouse.wheel(9000, 0)
  await expect(hands.options).toHaveCount(1)
  await expect(hands.block('1m1')).toBeFocused()
  await room.press('ArrowRight')
  await expect(hands.block('1m2')).toBeFocused()
  await expect(hands.block('1m2')).toBeInViewport()
})

test('the edges of the selected cue are sliders that speak timecode', async ({ room, scratch }) => {
  const hands = await Hands.on(room, scratch)
  const c = await hands.box('1m3')
  await room.page.mouse.click(c.left + 40, c.y)
  const out = room.page.getByRole('slider', { name: 'Out of 1m3 C' })
  await out.focus()
  await expect(out).toHaveAttribute('aria-valuetext', '01:00:50:00')
  await expect(hands.block('1m3')).toHaveAttribute('data-edge', 'out')
  for (const [key, text] of [
    ['ArrowRight', '01:00:50:01'],
    ['ArrowDown', '01:00:49:23'],
    ['Shift+ArrowRight', '01:00:50:10'],
    ['PageUp', '01:01:00:00'],
    ['PageDown', '01:00:40:01'],
  ] as const) {
    await hands.undoable(
      'Nudge out',
      async () => {
        await out.focus()
        await room.press(key)
      },
      async () => expect(out).toHaveAttribute('aria-valuetext', text),
    )
  }
})

test('a border rolls by keyboard from the slider of either cue', async ({ room, scratch }) => {
  const hands = await Hands.on(room, scratch)
  for (const [number, name, key, border] of [
    ['1m1', 'Out of 1m1 A', 'Alt+ArrowRight', '01:00:20:01'],
    ['1m2', 'In of 1m2 B', 'Alt+Shift+ArrowLeft', '01:00:19:14'],
    ['1m2', 'In of 1m2 B', 'Alt+PageUp', '01:00:29:23'],
  ] as const) {
    const box = await hands.box(number)
    await room.page.mouse.click(box.middle, box.y)
    await hands.undoable(
      'Roll border',
      async () => {
        await room.page.getByRole('slider', { name }).focus()
        await room.press(key)
      },
      async () =>
        expect(await hands.times()).toMatchObject({
          '1m1': `01:00:10:00 ${border}`,
          '1m2': `${border} 01:00:30:00`,
        }),
    )
  }
})

test('the edge that the keys nudge is marked, and is nudged by 1 and 10 frames', async ({
  room,
  scratch,
}) => {
  const hands = await Hands.on(room, scratch)
  const a = await hands.box('1m3')
  await room.page.mouse.click(a.left + 3, a.y)
  await expect(hands.block('1m3')).toHaveAttribute('data-edge', 'in')
  await hands.undoable(
    'Nudge in',
    () => room.press('Shift+Comma'),
    async () => expect((await hands.times())['1m3']).toBe('01:00:39:14 01:00:50:00'),
  )
  await room.press('e')
  await expect(hands.block('1m3')).toHaveAttribute('data-edge', 'out')
  await hands.undoable(
    'Nudge out',
    () => room.press('Period'),
    async () => expect((await hands.times())['1m3']).toBe('01:00:40:00 01:00:50:01'),
  )
})
