import { waitsForCopy } from '../../shared/media/filmProblem.ts'
import { ProblemDetails } from '../ui/ProblemDetails.tsx'
import styles from './FilmBanner.module.css'
import { type FilmHere, useFilmHere } from './filmHere.ts'
import { Remedies } from './Remedies.tsx'

/** Where the picture would be: what of the film is not there, why, and what helps, as buttons. */
export function FilmBanner() {
  const here = useFilmHere()
  if (!here || here.preparing || !isLacking(here)) return null
  const { film, plan, problem, failure } = here
  const { message } = problem ?? waitsForCopy(film, film.name, plan)
  return (
    <section className={styles.banner} aria-label="What this film lacks">
      <p className={styles.what}>{message}</p>
      {failure ? <ProblemDetails problem={failure} /> : null}
      {plan.remedies.length === 0 && problem ? <p className={styles.remedy}>{problem.remedy}</p> : null}
      <Remedies here={here} />
    </section>
  )
}

function isLacking({ film, plan, problem }: FilmHere): boolean {
  if (film.prepared) return false
  return problem !== null || plan.picture === 'prepared' || plan.sound === 'prepared'
}
