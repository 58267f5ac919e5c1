import { folded } from '../model/folded.ts'
import { compareNaturally } from '../model/naturalOrder.ts'
import type { FrameRate } from '../time/frameRate.ts'
import { framesOfLength, framesOfPlace } from './durations.ts'
import { type FilteredCue, type FilterField, filterField } from './filterFields.ts'
import type { FilterNode, Operator } from './filterNode.ts'

/** Whether a cue is what a filter asks for. */
export type Asks = (of: FilteredCue) => boolean

/** Makes the question of a filter that was read, for productions of a rate. */
export function asksOf(node: FilterNode, rate: FrameRate): Asks {
  switch (node.kind) {
    case 'all':
      return () => true
    case 'words': {
      const words = folded(node.text)
      return (of) => of.words().includes(words)
    }
    case 'not': {
      const asks = asksOf(node.node, rate)
      return (of) => !asks(of)
    }
    case 'and': {
      const all = cheapFirst(node.nodes).map((one) => asksOf(one, rate))
      return (of) => all.every((asks) => asks(of))
    }
    case 'or': {
      const any = cheapFirst(node.nodes).map((one) => asksOf(one, rate))
      return (of) => any.some((asks) => asks(of))
    }
    case 'term':
      return asksOfTerm(node, rate)
  }
}

const dear = new Set(['licence', 'sync', 'master', 'problem', 'problems'])

/** What needs licences or findings comes last, since most cues are decided before. */
function cheapFirst(nodes: readonly FilterNode[]): readonly FilterNode[] {
  const cost = (node: FilterNode) => (node.kind === 'term' ? (dear.has(node.field) ? 2 : 0) : 1)
  return nodes.toSorted((a, b) => cost(a) - cost(b))
}

function asksOfTerm(node: FilterNode & { readonly kind: 'term' }, rate: FrameRate): Asks {
  const field = filterField(node.field)
  if (!field) return () => false
  const { operator } = node
  const one = node.values.map((value) => asksOfValue(field, operator, value, rate))
  return operator === '!=' ? (of) => one.every((asks) => asks(of)) : (of) => one.some((asks) => asks(of))
}

function asksOfValue(field: FilterField, operator: Operator, value: string, rate: FrameRate): Asks {
  switch (field.kind) {
    case 'text':
      return asksOfText(field.read, operator, folded(value))
    case 'choice':
      return (of) => field.read(of).includes(value) === (operator !== '!=')
    case 'number': {
      const wanted = folded(value)
      if (operator === ':' || operator === '~') return (of) => folded(field.read(of)).includes(wanted)
      return (of) => compares(compareNaturally(folded(field.read(of)), wanted), operator)
    }
    case 'count':
      return (of) => compares(field.read(of) - Number(value), operator)
    case 'frames': {
      const wanted = (field.isLength ? framesOfLength : framesOfPlace)(value, rate) ?? 0
      return (of) => {
        const known = field.read(of)
        return known !== null && compares(known - wanted, operator)
      }
    }
  }
}

function asksOfText(read: (of: FilteredCue) => readonly string[], operator: Operator, wanted: string): Asks {
  const held = (of: FilteredCue) => read(of).map(folded)
  if (wanted === '') {
    const isEmpty = (of: FilteredCue) => held(of).every((text) => text === '')
    return operator === '!=' ? (of) => !isEmpty(of) : isEmpty
  }
  if (operator === '=') return (of) => held(of).includes(wanted)
  if (operator === '!=') return (of) => !held(of).some((text) => text.includes(wanted))
  return (of) => held(of).some((text) => text.includes(wanted))
}

function compares(order: number, operator: Operator): boolean {
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '!=':
      return order !== 0
    default:
      return order === 0
  }
}
