import { twoDigits } from './sheetTimes.ts'
import type { DeliveredSheet } from './sources.ts'

/** The production as US sheets name it (cue-sheet reference, section 11.2): labels and values, in order. */
export function sheetHeader({
  sheet: { production, totals },
  today,
}: DeliveredSheet): readonly (readonly [label: string, value: string])[] {
  return [
    ['Cue Sheet Classification', production.classification],
    ['Date Prepared', production.datePrepared || today],
    ['Initial Airdate', production.airDate],
    ['Category', production.category],
    ['Version', production.version],
    ['Network / Source', production.network],
    ['Program/Show Duration', minutesText(totals.showSeconds)],
    ['Total Music Duration', minutesText(totals.musicSeconds)],
    ['Program Title', production.title],
    ['Program Title AKA(s)', production.titleAka.join('; ')],
    ['Episode Title', production.episodeTitle],
    ['Episode Title AKA(s)', production.episodeTitleAka.join('; ')],
    ['Episode Number', production.episodeNumber],
    ['Production Number', production.productionNumber],
    ['Production Company', production.productionCompany],
    ['Production Company Address', production.companyAddress],
    ['Cue Sheet Prepared By', production.preparedBy],
    ['Email Address', production.preparedByEmail],
  ]
}

/** `M min. SS sec.` */
function minutesText(seconds: number): string {
  return `${Math.floor(seconds / 60)} min. ${twoDigits(seconds % 60)} sec.`
}
