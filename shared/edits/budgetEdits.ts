import type { Budget } from '../model/production.ts'
import { ok, type Problem, refuse } from '../result.ts'
import type { Edit } from './edit.ts'
import { updateProduction } from './productionEdits.ts'

/** Sets the most that licences in one currency may cost together, in minor units; null takes the cap away. */
export function setBudget(currency: string, capMinor: number | null): Edit {
  const code = currency.trim().toUpperCase()
  return {
    label: 'Change budget',
    run: (document) => {
      const problem = budgetProblem(code, capMinor)
      if (problem) return refuse(problem)
      const { budgets } = document.production
      const others = budgets.filter((budget) => budget.currency !== code)
      if (capMinor === null && others.length === budgets.length) return ok(document)
      const all = capMinor === null ? others : [...others, { currency: code, capMinor }]
      return updateProduction({ budgets: all.toSorted(byCurrency) }).run(document)
    },
  }
}

function byCurrency(a: Budget, b: Budget): number {
  return a.currency < b.currency ? -1 : 1
}

function budgetProblem(code: string, capMinor: number | null): Problem | null {
  if (!/^[A-Z]{3}$/.test(code))
    return {
      message: 'A budget is in one currency.',
      expected: 'an ISO 4217 code such as EUR',
      found: code === '' ? 'none' : code,
      remedy: 'Name the currency; each has a cap of its own, since nothing is converted.',
    }
  if (capMinor !== null && !(Number.isSafeInteger(capMinor) && capMinor >= 0))
    return {
      message: 'This cannot be a budget.',
      expected: 'an amount of 0 or more',
      found: String(capMinor),
      remedy: 'Type the most that may be spent.',
    }
  return null
}
