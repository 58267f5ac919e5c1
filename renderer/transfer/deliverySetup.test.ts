import { expect, test } from 'vitest'
import { exporters } from '../../shared/formats/exporters.ts'
import { defaultSettings } from '../../shared/ipc/settingsSchema.ts'
import { isSameSetup, optionsInForce } from './deliverySetup.ts'

const { delivery } = defaultSettings
const named = (id: string) => {
  const exporter = exporters.find((each) => each.id === id)
  if (!exporter) throw new Error(`there is no ${id}`)
  return exporter
}

test('the byte-order mark is as the settings say, but for the flat file, until the setup says otherwise', () => {
  const settings = { delivery, byteOrderMark: true }
  expect(optionsInForce(named('full-csv'), settings)).toEqual({ byteOrderMark: true })
  expect(optionsInForce(named('cisac-csv'), settings)).toEqual({ byteOrderMark: false })
  const own = { ...delivery, options: { 'full-csv': { byteOrderMark: false, rounding: 'thousandths' } } }
  expect(optionsInForce(named('full-csv'), { ...settings, delivery: own })).toEqual({
    byteOrderMark: false,
    rounding: 'thousandths',
  })
})

test('setups are the same whatever order formats and options came in', () => {
  const a = { ...delivery, formats: ['full-csv', 'prs-csv'], options: { x: { a: true, b: '1' }, y: {} } }
  const b = { ...delivery, formats: ['prs-csv', 'full-csv'], options: { x: { b: '1', a: true } } }
  expect(isSameSetup(a, b)).toBe(true)
  expect(isSameSetup(a, { ...b, client: 'Harbour TV' })).toBe(false)
})
