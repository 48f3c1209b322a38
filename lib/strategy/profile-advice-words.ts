import { day, has, joined, list, num, text, visas } from '@/lib/fit/param-words'
import { factorSentence } from '@/lib/fit/words'
import type { Niche } from '@/lib/profile/applicant'
import type { ProfileAdvice } from './profile-advice'

/* What an adviser would say first, in sentences. */

const NICHES: Readonly<Record<Niche, string>> = {
  bioinformatics: 'bioinformatics',
  population_genetics: 'population genetics at home',
  languages: 'languages that patients speak',
  genetics_training_abroad: 'genetics training abroad',
  rare_disease_registry: 'a rare-disease registry',
  counseling_underserved: 'counseling where there is little of it',
}

export function profileAdviceWords({ code, params, factor }: ProfileAdvice): string {
  switch (code) {
    case 'genetics_is_missing': {
      const clinic =
        text(params, 'status') === 'enrolled'
          ? 'an elective in a genetics clinic while you are enrolled'
          : 'observing in a genetics clinic'
      return `Your ${num(params, 'score')} is not what is missing, and a passed Step is not sat again. What is missing is genetics: begin with ${clinic}, since a letter from a US geneticist comes from someone who has seen you; research, and a paper out of it, come next.`
    }
    case 'fail_is_eased':
      return factor === null ? '' : factorSentence(factor)
    case 'research_carries':
      return `Your ${num(params, 'months')} months of genetics research are what carries this application: put places first that do much research and sponsor visas, and let your letters and your statement speak of that work.`
    case 'apply_broadly':
      return `With ${num(params, 'score')}, apply broadly: combined programs, programs that say of themselves that international graduates train there, and research places that sponsor.`
    case 'below_the_bands':
      return `With ${num(params, 'score')}, a clear story, a short and well-chosen list and something exceptional in research or skills must carry the application; weigh pediatrics or internal medicine first, with genetics to follow.`
    case 'niche_counts':
      return `Say in your statement, in a sentence each with an example, what few others bring: ${joined(
        list(params, 'niches').map((niche) => NICHES[niche as Niche]),
        'and',
      )}.`
    case 'two_year_is_open': {
      const projected = params.isProjected === true ? ' (projected)' : ''
      const days =
        has(params, 'july') && has(params, 'december')
          ? `: review opens on ${day(params, 'july')} in the July cycle and on ${day(params, 'december')} in the December cycle${projected}`
          : ''
      return `Two-year genetics is open to you, by calendars of its own${days}. Some programs use neither: ask each which, and whether it asks for more than one ACGME year.`
    }
    case 'visa_to_confirm': {
      const open = num(params, 'open')
      const unconfirmed = num(params, 'unconfirmed')
      const which = list(params, 'visas').length > 0 ? ` ${visas(params)}` : ' your visa'
      const at =
        unconfirmed === open
          ? `None of the ${open} programs open to you is known today to sponsor`
          : `${unconfirmed} of the ${open} programs open to you are not known today to sponsor`
      return `${at}${which}. Old and institution-wide answers are a beginning: read the program’s own page, then ask a few well-chosen ones before you pay.`
    }
  }
}
