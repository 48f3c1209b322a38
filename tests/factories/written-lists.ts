import type { Applicant } from '@/lib/profile/applicant'
import {
  buildHighScoreWithoutGenetics,
  buildLowScoreWithResearch,
  buildPermanentResident,
} from './written-applicants'

/** A written applicant with a list that such a person would sensibly make from the catalogue. */
export type Written = { applicant: Applicant; programIds: readonly string[] }

export const WRITTEN_NAMES = ['252 without genetics', '228 with research', 'permanent resident'] as const
export type WrittenName = (typeof WRITTEN_NAMES)[number]

export function written(name: WrittenName): Written {
  switch (name) {
    case '252 without genetics':
      // The well-known names first, as a high score tempts to, and two-year programs that are not open yet.
      return {
        applicant: buildHighScoreWithoutGenetics(),
        programIds: [
          'pa-chop-penn-peds-mgg',
          'ma-bcrp-harvard-peds-mgg',
          'md-hopkins-peds-mgg',
          'md-hopkins-im-mgg',
          'ca-stanford-peds-mgg',
          'ca-ucsf-peds-mgg',
          'tx-baylor-peds-mgg',
          'tx-baylor-im-mgg',
          'tx-uthealth-houston-peds-mgg',
          'ut-utah-peds-mgg',
          'al-uab-peds-mgg',
          'nc-unc-peds-mgg',
          'pa-penn-im-mgg',
          'ca-ucsf-mgg',
          'wa-uw-seattle-mgg',
        ],
      }
    case '228 with research':
      // Places that are said to sponsor, two of them with a limit that their parent residency once stated.
      return {
        applicant: buildLowScoreWithResearch(),
        programIds: [
          'ia-iowa-peds-mgg',
          'mo-washu-peds-mgg',
          'al-uab-peds-mgg',
          'al-uab-im-mgg',
          'ok-oklahoma-peds-mgg',
          'pa-upmc-peds-mgg',
          'tn-vanderbilt-peds-mgg',
          'wa-uw-seattle-peds-mgg',
          'in-indiana-peds-mgg',
          'oh-cwru-uh-peds-mgg',
          'oh-cwru-uh-im-mgg',
          'nc-unc-peds-mgg',
          'mi-michigan-peds-mgg',
          'tx-uthealth-houston-peds-mgg',
          'ia-iowa-mgg',
          'mn-mayo-mgg',
        ],
      }
    case 'permanent resident':
      // Twelve two-year programs, one more than the fee table's second step, and two combined ones.
      return {
        applicant: buildPermanentResident(),
        programIds: [
          'md-hopkins-mgg',
          'nc-duke-mgg',
          'wa-uw-seattle-mgg',
          'ca-ucsf-mgg',
          'co-colorado-mgg',
          'ct-uconn-mgg',
          'ga-emory-mgg',
          'in-indiana-mgg',
          'or-ohsu-mgg',
          'tx-uthealth-houston-mgg',
          'pa-chop-penn-mgg',
          'md-nih-nhgri-mgg',
          'pa-chop-penn-peds-mgg',
          'md-hopkins-im-mgg',
        ],
      }
  }
}
