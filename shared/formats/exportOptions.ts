/** Something to switch on or off. */
export type Check = {
  readonly kind: 'check'
  /** Stable name for the settings, presets and the command line. */
  readonly id: string
  readonly label: string
  /** One sentence on what it does; empty where the label says it all. */
  readonly hint: string
  readonly initial: boolean
}

/** One of several. */
export type Choice<Value extends string = string> = Omit<Check, 'kind' | 'initial'> & {
  readonly kind: 'choice'
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly initial: Value
}

/** What a format lets the user decide, as data that a pane can draw and the command line can read. */
export type ExportOption = Check | Choice

/** What the user decided, by the options' ids; what is not there, or not of the option's kind, is as it is initially. */
export type OptionValues = { readonly [id: string]: boolean | string }

/** Whether an option is on. */
export function isOn({ id, initial }: Check, values: OptionValues): boolean {
  const value = values[id]
  return typeof value === 'boolean' ? value : initial
}

/** What was chosen. */
export function chosen<Value extends string>(
  { id, choices, initial }: Choice<Value>,
  values: OptionValues,
): Value {
  return choices.find(({ value }) => value === values[id])?.value ?? initial
}

/** Begin with U+FEFF, by which spreadsheets tell UTF-8. */
export const byteOrderMark: Check = {
  kind: 'check',
  id: 'byteOrderMark',
  label: 'Byte-order mark',
  hint: 'Begin with a mark by which Excel knows accents.',
  initial: true,
}

/** The same where those who read the file want none. */
export const noByteOrderMark: Check = { ...byteOrderMark, initial: false }

/** What stands in a field that a society asks for and that nobody has filled in. */
export const unvisitedFields: Choice<'empty' | 'tbc'> = {
  kind: 'choice',
  id: 'unvisitedFields',
  label: 'Fields nobody has filled in',
  hint: 'Concerns what a society asks for: usage, writers, publishers, society, IPI.',
  choices: [
    { value: 'empty', label: 'Leave empty' },
    { value: 'tbc', label: 'Write TBC' },
  ],
  initial: 'empty',
}

/** Where the clock of in and out stands at the programme's first frame. */
export const programmeTimeZero: Choice<'programme' | 'picture'> = {
  kind: 'choice',
  id: 'timeZero',
  label: 'In and out count from',
  hint: 'Societies count from the start of the programme; editors read the timecode of the picture.',
  choices: [
    { value: 'programme', label: 'The start of the programme' },
    { value: 'picture', label: 'The timecode of the picture' },
  ],
  initial: 'programme',
}

/** The same question where a format's custom is the timecode. */
export const pictureTimeZero: Choice<'programme' | 'picture'> = { ...programmeTimeZero, initial: 'picture' }

/** How exactly durations are shown. */
export const rounding: Choice<'seconds' | 'thousandths'> = {
  kind: 'choice',
  id: 'rounding',
  label: 'Durations',
  hint: 'Societies want whole seconds, half a second up; thousandths show what was rounded.',
  choices: [
    { value: 'seconds', label: 'Whole seconds' },
    { value: 'thousandths', label: 'With thousandths' },
  ],
  initial: 'seconds',
}

/** What pages are printed on. */
export const paper: Choice<'a4' | 'letter'> = {
  kind: 'choice',
  id: 'paper',
  label: 'Paper',
  hint: '',
  choices: [
    { value: 'a4', label: 'A4' },
    { value: 'letter', label: 'US Letter' },
  ],
  initial: 'a4',
}

/** A text that a society asks for, or what stands for it where there is none. */
export function asked(text: string, values: OptionValues): string {
  return text || (chosen(unvisitedFields, values) === 'tbc' ? 'TBC' : '')
}
