import type { FilterReading } from '../../shared/filter/filterNode.ts'
import { type Completion, filterInWords } from '../../shared/filter/filterWords.ts'
import styles from './CueTable.module.css'
import { OfferList } from './OfferList.tsx'

type FilterTeachingProps = {
  readonly id: string
  readonly text: string
  readonly read: FilterReading
  readonly offers: readonly Completion[]
  readonly active: number | null
  readonly onTake: (offer: Completion) => void
  readonly onFix: (text: string) => void
}

/** What to write, each with what it means. */
const examples: readonly (readonly [string, string])[] = [
  ['needle drops over 30 s not cleared', 'as you would say it'],
  ['type:needleDrop,song length>1:30', 'a field, and one or other of its values'],
  ['title~"blue" or artist:rosie', 'words within a field; or between questions'],
  ['not (state:cut or state:temp)', 'not, and brackets'],
  ['writer="" licence:missing', 'nothing in a field'],
  ['problem:error problems>2', 'what the review found'],
]

/** Under the filter: how it was understood or what is wrong with it, what can come next, and examples to learn it from. */
export function FilterTeaching({ id, text, read, offers, active, onTake, onFix }: FilterTeachingProps) {
  return (
    <>
      <p id={`${id}-about`} className={styles.understood} data-faulty={!read.ok} role="status">
        {read.ok ? (
          text.trim() === '' ? (
            'Type words, or ask a question:'
          ) : (
            filterInWords(read.node)
          )
        ) : (
          <Fault text={text} read={read} onFix={onFix} />
        )}
      </p>
      {offers.length > 0 ? (
        <OfferList
          id={id}
          label="What can come next"
          offers={offers.map(({ text: offered, about }) => ({
            key: offered,
            name: <code className={styles.code}>{offered}</code>,
            note: about,
          }))}
          active={active}
          onTake={(index) => {
            const offer = offers[index]
            if (offer) onTake(offer)
          }}
        />
      ) : null}
      {text.trim() === '' ? (
        <dl className={styles.examples}>
          {examples.map(([example, about]) => (
            <div key={example}>
              <dt>
                <button
                  type="button"
                  tabIndex={-1}
                  onMouseDown={(event) => {
                    event.preventDefault()
                    onFix(example)
                  }}
                >
                  {example}
                </button>
              </dt>
              <dd>{about}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  )
}

type FaultProps = {
  readonly text: string
  readonly read: FilterReading
  readonly onFix: (text: string) => void
}

/** What is wrong, the place underlined in the text, and the text that would be right. */
function Fault({ text, read, onFix }: FaultProps) {
  if (read.ok) return null
  const { from, to, message, instead } = read.fault
  const right = instead === undefined ? null : text.slice(0, from) + instead + text.slice(to)
  return (
    <>
      <span className={styles.faulty} aria-hidden>
        {text.slice(0, from)}
        <mark>{text.slice(from, to) || ' '}</mark>
        {text.slice(to)}
      </span>
      {message}{' '}
      {right === null ? null : (
        <button
          type="button"
          tabIndex={-1}
          className={styles.right}
          onMouseDown={(event) => {
            event.preventDefault()
            onFix(right)
          }}
        >
          {right}
        </button>
      )}
    </>
  )
}
