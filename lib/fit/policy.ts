import type { Curve } from './curve'
import type { FactorCode } from './ledger'

/*
 * The policy: every weight, band and threshold of the fit, each with the criterion it serves (CRITERIA.md ids in
 * brackets; D = DESIGN.md section). The numbers are our own reading of the article's order of importance; the order is
 * the article's, the numbers are nobody's statistics.
 *
 * A factor adds up to `up` points above neutral or takes up to `down` points below it. All `up` add to 50, all `down` to
 * 50, neutral is 50: so the fit runs from 0 to 100 and nothing is ever cut off at an end.
 */

export type FitPolicy = typeof FIT_POLICY

export const FIT_POLICY = {
  neutral: 50,

  /** Least whole fit point of each standing [C4, G1]; below 'possible' is 'reach'. */
  standings: { strong: 70, solid: 57, possible: 43 },

  /** "Not enough facts": fewer than this many of score, research and US clinical experience are said [D5]. */
  enoughFacts: { of: ['score', 'research', 'clinical'], least: 2 },

  /** The most that each factor can add or take. */
  points: {
    step2ck: { up: 10, down: 11 }, // [C2, C4] the tie-breaker among IMGs, the largest single weight
    attempts: { up: 0, down: 8 }, // [A3, B2, B3] a clean record is neutral, a fail is a concern
    trajectory: { up: 2, down: 2 }, // [B1, C3] Step 2 CK beside an old Step 1 number
    genetics_research: { up: 8, down: 6 }, // [A4, G3] with publications it outweighs the step from 235 to 252
    publications: { up: 4, down: 2 }, // [A4, B7, G3]
    us_clinical: { up: 6, down: 5 }, // [A4, D1, E1]
    letters: { up: 5, down: 4 }, // [A4, B7, E5]
    school: { up: 4, down: 3 }, // [A5, B7, E1]
    niche: { up: 2, down: 1 }, // [D2]
    research_match: { up: 3, down: 2 }, // [F4]
    setting_size: { up: 2, down: 0 }, // [F3]
    img_history: { up: 2, down: 2 }, // [F2]
    visa_need: { up: 0, down: 3 }, // [A1] costs a little even where sponsored
    track: { up: 2, down: 1 }, // [C5, D1] preparation in the specialty that the pathway combines
  } satisfies Record<FactorCode, { up: number; down: number }>,

  /** The bands of C4 and G1; an edge belongs to the higher band. Words only: the points follow the curve below. */
  bands: [
    { from: 245, band: 'very_competitive' }, // [C4, G1]
    { from: 235, band: 'solid' }, // [C4, G1]
    { from: 220, band: 'possible' }, // [C4, G1]
    { from: 0, band: 'below_220' }, // [C5] today only 218 and 219 are left of it
  ],

  /** Step 2 CK to points [C4, C5]: one line through the article's edges, so no point of the score is a cliff. */
  step2ck: [
    [209, -11],
    [220, -10],
    [235, 1],
    [245, 6],
    [255, 9],
    [265, 10],
  ] satisfies Curve,

  attempts: {
    firstFail: { step1: 3, step2ck: 4.5, step3: 1 }, // [A3, B3] Step 2 CK weighs more now that Step 1 has no number
    furtherFail: { step1: 2.5, step2ck: 3, step3: 0.5 }, // [B3]
    incompleteShare: 0.5, // [B3] an incomplete attempt is visible too
    /** What eases the concern, as shares of it [B3, G2]; the three together leave a quarter. */
    easedByScore: 0.35, // [C3, G2] a clearly stronger Step 2 CK
    easedByExplanation: 0.15, // [B3, B6, G2] a short explanation on file
    easedByEvaluations: 0.25, // [B7, G2] clinical grades and letters on growth
    scoreEase: [
      [218, 0],
      [235, 0.5],
      [250, 1],
    ] satisfies Curve, // [C3, C4]
    gradeEase: { honors: 1, good: 0.6, pass: 0.2, weak: 0 }, // [B7, G2]
    unknownEase: 0.4, // what stands for an evaluation that is not said
  },

  /** Step 2 CK minus a numeric Step 1 [B1, C3]; the old number counts in no other way [A3]. */
  trajectory: [
    [-20, -2],
    [0, 0],
    [20, 2],
  ] satisfies Curve,

  research: {
    /** Months of genetics research, weighted; saturates at two years [A4, G3]. */
    months: [
      [0, -6],
      [9, 0],
      [24, 8],
    ] satisfies Curve,
    neutralMonths: 9,
    roleShare: { lead: 1, member: 0.9, assistant: 0.8 }, // [A4]
    abroadShare: 0.95, // [A4, D2] research at home counts nearly as much
    otherFieldShare: 0.25, // [G3] genetics counts for more than volume
    otherFieldMost: 6, // weighted months that other fields can add at most [G3]
    /** Weighted papers; saturates [G3]. */
    papers: [
      [0, -2],
      [1, 0],
      [2, 2],
      [5, 4],
    ] satisfies Curve,
    neutralPapers: 1,
    paperUnits: { paper: { first: 2, other: 1 }, abstract: { first: 0.6, other: 0.3 } }, // [A4, G3]
    stateShare: { published: 1, accepted: 1, submitted: 0.5 },
    otherFieldPapersMost: 1, // [G3]
    /** Research strength 0-1, for the interactions [F3, F4, G3]. */
    strength: { months: 0.65, papers: 0.35, fullMonths: 24, fullPapers: 4 },
  },

  clinical: {
    /** Weighted weeks in the US; saturates at twelve [A4, D1]. */
    weeks: [
      [0, -5],
      [2, 0],
      [12, 6],
    ] satisfies Curve,
    kindShare: { elective: 1, subinternship: 1, externship: 0.9, observership: 0.6, telehealth: 0.25 }, // [A4, D1]
    specialtyShare: {
      genetics: 1,
      pediatrics: 0.55,
      internal_medicine: 0.55,
      neurology: 0.55,
      obstetrics: 0.5,
      other: 0.35,
    }, // [A4] in genetics most
  },

  letters: {
    units: { us_geneticist: 20, us_clinician: 10, us_researcher: 10, home_geneticist: 9, home_clinician: 5 }, // [A4, E5]
    promisedShare: 0.7,
    topicUnits: 2, // [E5] each of reliability, growth and complex cases once
    most: 4, // letters that ERAS sends to a program
    points: [
      [0, -4],
      [10, -1],
      [15, 0],
      [20, 1],
      [40, 4],
      [50, 5],
    ] satisfies Curve,
  },

  school: {
    standing: { top_quarter: 1.3, upper_half: 0.4, lower_half: -1.2 }, // [E1]
    grade: { honors: 0.9, good: 0.4, pass: 0, weak: -0.6 }, // [A5, B7] pediatrics, medicine, neurology
  },

  niche: [
    [0, -1],
    [1, 0.8],
    [2, 1.5],
    [3, 2],
  ] satisfies Curve, // [D2]

  /** By the program's research orientation, over research strength [F4]. Pay from a grant is never a merit here [D2.3]. */
  researchMatch: {
    high: [
      [0, -2],
      [0.33, 0],
      [1, 3],
    ] satisfies Curve,
    moderateShare: 0.5,
    lowShare: 0,
  },

  settingSize: {
    most: 2, // [F3] at a large academic center research can outweigh a borderline score
    sizeShare: { large: 1, medium: 0.5, small: 0 }, // [F3] small programs may be more flexible or stricter: no points
    academic: { university: 1, children_hospital: 1, government: 1, community_affiliated: 0 },
    unknownShare: 0.5,
    /** How borderline a score is [C4, F3]: fully up to 235, not at all from 245. */
    borderline: [
      [235, 1],
      [245, 0],
    ] satisfies Curve,
  },

  imgHistory: {
    inProgram: 1.5, // [F2] what the program itself says
    addressed: 0.5, // [F2]
    oldShare: 0.5, // an old or undated statement counts half
  },

  visaNeed: { cost: 3, easedByResearch: 1.5 }, // [A1, G3] research makes a visa likelier

  track: {
    months: [
      [0, -1],
      [6, 0],
      [12, 1],
      [36, 2],
    ] satisfies Curve, // [C5, D1]
    neutralMonths: 6,
  },

  /**
   * How likely an unknown gate is to turn out open. For sorting only [D2.4, D5]; never shown, and no statistics: each
   * line only says which of two unknowns to expect more of.
   */
  likelihood: {
    placeBySeasonsSince: [
      [1, 0.9],
      [2, 0.8],
      [3, 0.6],
      [5, 0.3],
      [8, 0.15],
    ] satisfies Curve, // seasons since the program last offered a place in the Match
    placeNotSaid: 0.5,
    placeLastKnown: { yes: 0.8, no: 0.3 },
    recruitingLastKnown: { yes: 0.9, no: 0.4, planned: 0.2 },
    visa: {
      yes: { program: 0.85, parent: 0.75, institution: 0.65, classification: 0.5 },
      case_by_case: 0.5,
      none: 0.45,
      no: { program: 0.15, parent: 0.15, institution: 0.2, classification: 0.3 },
    }, // [F1]
    grantPay: 0.4, // [F4, D2.3]
    researchLift: 0.1, // [G3] research makes a visa likelier
    notYetExam: 0.7,
    otherUnknown: 0.7,
  },

  /** How much of the fit's place in the list stands even where everything is unlikely. */
  sortFitShare: 0.5,
  /** What preferences can move within one standing, in points of the sort key. */
  sortPreference: 4,
} as const
