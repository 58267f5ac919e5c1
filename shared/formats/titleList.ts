import type { TitleLine } from '../model/titleLine.ts'

const columnNames: Readonly<Record<keyof TitleLine, RegExp>> = {
  title: /^(title|titel|titre|cue|cue title|song|track|name|work)s?$/i,
  artist: /^(artist|performer|interpret|by|band)s?$/i,
  composers: /^(composer|writer|songwriter|author|komponist|compositeur|music)s?( ?\(s\))?$/i,
}

/** Cells of a row that name no column of a title list. */
type Columns = Readonly<Record<keyof TitleLine, number>>

/**
 * Reads a list of titles, one a line, as from a letter or a spreadsheet: the title, or title, artist and composer with tabs
 * between. A first line that names the columns says their order. Numbers in front of all titles are left out; a line with a
 * dash alone stands for a cue without a title and is null.
 */
export function readTitleList(text: string): readonly (TitleLine | null)[] {
  const rows = text
    .replace(/^﻿/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map(unquoted))
  const [head] = rows
  const columns = head && namedColumns(head)
  const body = withoutNumbers(columns ? rows.slice(1) : rows)
  return body.map((cells) => lineOf(cells, columns ?? columnsOf(cells)))
}

/** The names in a cell: parted by slashes, semicolons, ampersands, and by commas between names of several words. */
export function namesIn(text: string): readonly string[] {
  const parts = text.split(/\s*[/;&|]\s*|\s+(?:and|und|et)\s+/i)
  return parts
    .flatMap((part) => {
      const pieces = part.split(/\s*,\s*/)
      return pieces.every((piece) => /\S\s+\S/.test(piece)) ? pieces : [part]
    })
    .map((name) => name.trim())
    .filter(Boolean)
}

function lineOf(cells: readonly string[], columns: Columns): TitleLine | null {
  const cell = (at: number) => (at < 0 ? '' : (cells[at] ?? '').trim())
  const title = cell(columns.title)
  if (/^[-–—]*$/.test(title)) return null
  return { title, artist: cell(columns.artist), composers: namesIn(cell(columns.composers)) }
}

/** A row without a head: a first cell that is a number stands before the title. */
function columnsOf(cells: readonly string[]): Columns {
  const first = cells.length > 1 && /^\d{1,4}[.)]?$|^\d?m\d+\w?$/i.test((cells[0] ?? '').trim()) ? 1 : 0
  return { title: first, artist: first + 1, composers: first + 2 }
}

function namedColumns(cells: readonly string[]): Columns | null {
  const find = (field: keyof TitleLine) => cells.findIndex((cell) => columnNames[field].test(cell.trim()))
  const columns = { title: find('title'), artist: find('artist'), composers: find('composers') }
  if (cells.length === 1) return /^(title|titel|titre)s?$/i.test((cells[0] ?? '').trim()) ? columns : null
  return columns.title >= 0 && columns.artist + columns.composers > -2 ? columns : null
}

const numbered = /^\s*\d{1,3}\s*[.):]\s+|^\s*\d{1,3}\s+[-–—]\s+/

/** The rows without numbers in front, where all of two or more have one. */
function withoutNumbers(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (rows.length < 2 || !rows.every(([first = '']) => numbered.test(first))) return rows
  return rows.map(([first = '', ...others]) => [first.replace(numbered, ''), ...others])
}

function unquoted(cell: string): string {
  const quoted = /^\s*"(.*)"\s*$/.exec(cell)?.[1]
  return quoted === undefined ? cell : quoted.replaceAll('""', '"')
}
