import { expect, test } from './cuttingRoom.ts'
import { Hands } from './hands.ts'

const start = { '1m1': '01:00:10:00 01:00:20:00', '1m2': '01:00:20:00 01:00:30:00' }

test('a body is dragged with all that are selected, as one edit', async ({ room, scratch }) => {
  const hands = await Hands.on(room, scratch)
  const c = await hands.box('1m3')
  await room.page.mouse.click(c.middle - 20, c.y)
  const d = await hands.box('1m4')
  await room.page.keyboard.down('Control')
  await room.page.mouse.click(d.right - 40, d.y)
  await room.page.keyboard.up('Control')
  await hands.expectSelected(['1m3', '1m4'])
  await hands.undoable(
    'Move 2 cues',
    () =>
      hands.drag({ x: c.middle - 20, y: c.y }, { x: -90 }, async () => {
        await expect(room.page.getByTestId('drag-figures')).toContainText(/01:00:3\d:\d\d/)
      }),
    async () => {
      const { '1m3': third = '', '1m4': fourth = '', ...others } = await hands.times()
      expect(others).toEqual(start)
      const frames = (times: string) =>
        times.split(' ').map((label) => Number(label.slice(6, 8)) * 24 + Number(label.slice(9)))
      const [c1 = 0, c2 = 0] = frames(third)
      const [d1 = 0, d2 = 0] = frames(fourth)
      expect(c1).toBeLessThan(40 * 24)
      expect([c2 - c1, d1 - c1, d2 - d1]).toEqual([240, 120, 240])
    },
  )
  await hands.expectSelected(['1m3', '1m4'])
})

test('an edge catches on the playhead, Ctrl lifts it, S turns catching off, and Escape puts it back', async ({
  room,
  scratch,
}) => {
  const hands = await Hands.on(room, scratch)
  await room.goTo('01:00:36:00')
  const playhead = await room.page.getByRole('slider', { name: 'Playhead' }).boundingBox()
  const c = await hands.box('1m3')
  const to = (playhead?.x ?? 0) + 5 - c.left
  const from = { x: c.left + 2, y: c.y }
  const magnet = room.page.getByTestId('drag-magnet')
  await hands.undoable(
    'Set in',
    () =>
      hands.drag(from, { x: to }, async () => {
        await expect(magnet).toBeVisible()
        await expect(magnet).toHaveAttribute('data-words', 'the playhead')
        await expect(room.page.getByText('At the playhead')).toBeAttached()
        await expect(room.page.getByTestId('drag-figures')).toContainText('01:00:36:00')
      }),
    async () => expect((await hands.times())['1m3']).toBe('01:00:36:00 01:00:50:00'),
  )
  await hands.undoable(
    'Set in',
    () =>
      hands.drag(from, { x: to }, async () => {
        await expect(magnet).toBeVisible()
        await room.page.keyboard.down('Control')
        await expect(magnet).toBeHidden()
      }),
    async () => {
      await room.page.keyboard.up('Control')
      expect((await hands.times())['1m3']).not.toContain('01:00:36:00')
    },
  )
  await room.press('s')
  await hands.drag(from, { x: to }, async () => {
    await expect(room.page.getByTestId('drag-figures')).toBeVisible()
    await expect(magnet).toBeHidden()
    await room.press('Escape')
    await expect(room.page.getByTestId('drag-figures')).toBeHidden()
  })
  expect((await hands.times())['1m3']).toBe('01:00:40:00 01:00:50:00')
  await room.press('s')
})

test('the border of two cues rolls with both, and with Shift moves one', async ({ room, scratch }) => {
  const hands = await Hands.on(room, scratch)
  const a = await hands.box('1m1')
  const border = { x: a.right - 2, y: a.y }
  const list = room.page.getByRole('listbox', { name: 'Cues on the timeline' })
  await room.page.mouse.move(border.x, border.y)
  await expect(list).toHaveAttribute('data-over', 'roll')
  await hands.undoable(
    'Roll border',
    () => hands.drag(border, { x: 60 }),
    async () => {
      const { '1m1': left = '', '1m2': right = '' } = await hands.times()
      expect(left.split(' ')[0]).toBe('01:00:10:00')
      expect(right.split(' ')[1]).toBe('01:00:30:00')
      expect(left.split(' ')[1]).toBe(right.split(' ')[0])
      expect(left.split(' ')[1] ?? '').toMatch(/^01:00:2[1-9]/)
    },
  )
  await hands.undoable(
    'Set out',
    async () => {
      await room.page.keyboard.down('Shift')
      await hands.drag(border, { x: -60 })
      await room.page.keyboard.up('Shift')
    },
    async () => {
      const { '1m1': left = '', '1m2': right } = await hands.times()
      expect(left).toMatch(/ 01:00:1\d/)
      expect(right).toBe(start['1m2'])
    },
  )
})

test('an edge keeps a frame of its cue, however far it is dragged', async ({ room, scratch }) => {
  const hands = await Hands.on(room, scratch)
  const c = await hands.box('1m3')
  await hands.undoable(
    'Set in',
    () => hands.drag({ x: c.left + 2, y: c.y }, { x: 420 }),
    async () => expect((await hands.times())['1m3']).toBe('01:00:49:23 01:00:50:00'),
  )
})

test('cues are selected by click, Ctrl, Shift and rubber band', async ({ room, scratch }) => {
  const hands = await Hands.on(room, scratch)
  const { mouse, keyboard } = room.page
  const [a, b, c] = [await hands.box('1m1'), await hands.box('1m2'), await hands.box('1m3')]
  const d = await hands.box('1m4')
  await mouse.click(a.middle, a.y)
  await hands.expectSelected(['1m1'])
  await keyboard.down('Shift')
  await mouse.click(d.right - 30, d.y)
  await hands.expectSelected(['1m1', '1m2', '1m3', '1m4'])
  await keyboard.up('Shift')
  await keyboard.down('Control')
  await mouse.click(b.middle, b.y)
  await keyboard.up('Control')
  await hands.expectSelected(['1m1', '1m3', '1m4'])
  await mouse.click(c.left + 40, c.y)
  await hands.expectSelected(['1m3'])
  const gap = { x: (b.right + c.left) / 2, y: b.y - 4 }
  await hands.drag(gap, { x: b.middle - gap.x, y: 6 })
  await hands.expectSelected(['1m2'])
  await keyboard.down('Control')
  await hands.drag(gap, { x: c.middle + 20 - gap.x, y: d.y - gap.y })
  await keyboard.up('Control')
  await hands.expectSelected(['1m2', '1m3', '1m4'])
  await hands.drag(gap, { x: a.middle - gap.x, y: 6 }, async () => {
    await expect(hands.block('1m1')).toHaveAttribute('data-caught', 'true')
    await room.press('Escape')
  })
  await hands.expectSelected(['1m2', '1m3', '1m4'])
  await hands.clickEmpty()
  expect(await room.safety()).toEqual({ made: 0, safe: 0 })
})

test('a drag held at the edge of the window scrolls it, and the edge goes along', async ({
  room,
  scratch,
}) => {
  const hands = await Hands.on(room, scratch)
  const area = await room.page.getByTestId('timeline-detail').boundingBox()
  if (!area) throw new Error('there is no timeline')
  const d = await hands.block('1m1').boundingBox()
  if (!d) throw new Error('the cue is not on the timeline')
  const out = { x: d.x + d.width - 1, y: d.y + d.height / 2 }
  await hands.undoable(
    'Set out',
    async () => {
      const { mouse } = room.page
      await room.page.keyboard.down('Shift')
      await mouse.move(out.x, out.y)
      await mouse.down()
      await mouse.move(area.x + area.width - 4, out.y, { steps: 5 })
      await expect(room.page.getByTestId('drag-figures')).toContainText(/01:02:\d\d:\d\d/)
      await mouse.up()
      await room.page.keyboard.up('Shift')
    },
    async () => expect((await hands.times())['1m1']).toMatch(/^01:00:10:00 01:0[2-9]/),
  )
})

test('the menu of a cue opens by mouse and by keyboard and runs its commands', async ({ room, scratch }) => {
  const hands = await Hands.on(room, scratch)
  await room.goTo('01:00:42:00')
  const c = await hands.box('1m3')
  const menu = room.page.getByRole('menu', { name: 'This cue' })
  await hands.undoable(
    'Split cue',
    async () => {
      await room.page.mouse.click(c.left + 60, c.y, { button: 'right' })
      await menu.getByRole('menuitem', { name: /Split at the playhead/ }).click()
      await expect(menu).toHaveCount(0)
    },
    async () => expect((await hands.times())['1m3']).toBe('01:00:40:00 01:00:42:00'),
  )
  await hands.undoable(
    'Change type to Song',
    async () => {
      await room.press('Shift+F10')
      await expect(menu).toBeVisible()
      await room.press('End', 'ArrowUp', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'Enter')
      await expect(room.page.getByRole('menu')).toHaveCount(0)
    },
    async () => expect(hands.block('1m3')).toHaveAccessibleName(/Song/),
  )
})
