import { memo } from 'react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { MusicNumbers } from '../../shared/sheet/musicNumbers.ts'
import { numberAxes } from '../../shared/sheet/numberAxes.ts'
import { axisNames, barName } from './barNames.ts'
import { partText, realText, thousandthsText } from './numbersText.ts'

type NumbersTableProps = {
  readonly production: ProductionDocument['production']
  readonly numbers: MusicNumbers
}

/** The charts as a table, for who hears them. */
export const NumbersTable = memo(function NumbersTable({ production, numbers }: NumbersTableProps) {
  const total = numbers.totals.musicSeconds * 1000
  return (
    <table className="visuallyHidden">
      <caption>Minutes of music</caption>
      <thead>
        <tr>
          <th scope="col">Of which kind</th>
          <th scope="col">Reported</th>
          <th scope="col">Real seconds</th>
          <th scope="col">Part of the music</th>
          <th scope="col">Cues</th>
        </tr>
      </thead>
      {numberAxes.map((axis) => (
        <tbody key={axis}>
          <tr>
            <th scope="rowgroup" colSpan={5}>
              {axisNames[axis]}
            </th>
          </tr>
          {numbers.bars[axis].map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{barName(axis, bar)}</th>
              <td>{thousandthsText(bar.reported)}</td>
              <td>{realText(bar.real, production.rate)}</td>
              <td>{partText(bar.reported, total)}</td>
              <td>{bar.cues}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
})
