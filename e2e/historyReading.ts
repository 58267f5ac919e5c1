import { type CuttingRoom, expect } from './cuttingRoom.ts'

/** Shows the history, with the keyboard on its current state. */
export async function showHistory(room: CuttingRoom): Promise<void> {
  await room.leaveField()
  await room.press('Alt+h')
  await expect(room.page.getByRole('option', { name: /, current$/ })).toBeFocused()
}

/** Steps of the history, and how many of them are done, as the open list says; waits until it has so many. */
export async function stepsShown(room: CuttingRoom, least: number): Promise<{ count: number; done: number }> {
  const current = room.page.getByRole('option', { name: /(^|, )current$/ })
  await expect
    .poll(async () => Number(await current.getAttribute('aria-setsize')) - 1)
    .toBeGreaterThanOrEqual(least)
  const [size, place] = await Promise.all([
    current.getAttribute('aria-setsize'),
    current.getAttribute('aria-posinset'),
  ])
  return { count: Number(size) - 1, done: Number(size) - Number(place) }
}

/** Undo and Redo as the Edit menu names them. */
export function menuNames({ running }: CuttingRoom): Promise<readonly (string | undefined)[]> {
  return running.app.evaluate(({ Menu }) =>
    ['undo', 'redo'].map((id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.label),
  )
}

/** Chooses Undo or Redo in the Edit menu. */
export async function chooseInMenu({ running }: CuttingRoom, id: 'undo' | 'redo'): Promise<void> {
  await running.app.evaluate(
    ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(),
    id,
  )
}
