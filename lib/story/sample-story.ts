/*
 * The sample applicant's experiences and sentences: two of three are written and one time is not explained, so that the
 * pages show what they are for. Dates hang on the season's year, as the sample's exams do.
 */

export function sampleExperiences(seasonYear: number) {
  const month = (yearsBefore: number, month: string) => `${seasonYear - yearsBefore}-${month}-01`
  return {
    project: {
      type: 'research',
      startOn: month(4, '09'),
      endOn: month(3, '10'),
      description:
        'Built the registry of our clinic from paper files: 412 families, each diagnosis checked against its laboratory report. I wrote the questions for the follow-up visits and taught two colleagues to keep them. It led to a first-author paper.',
      isMeaningful: true,
      meaning:
        'A mother asked why her second child fell ill as the first had. The registry gave her an answer, and me a profession.',
      position: 1,
    },
    stay: {
      type: 'education',
      startOn: month(2, '01'),
      endOn: month(2, '02'),
      description: '',
      position: 2,
    },
    own: {
      type: 'volunteer',
      title: 'Volunteer interpreter',
      organization: 'Families’ day of a rare-disease group',
      startOn: month(3, '11'),
      endOn: month(2, '03'),
      isGenetics: true,
      description: 'Interpreted for families between clinic and home. [One family, no names.]',
      position: 3,
    },
  } as const
}

export function sampleSentences(seasonYear: number) {
  const on = (yearsBefore: number, day: string) => `${seasonYear - yearsBefore}-${day}`
  const failed = `attempt:step1:${on(4, '11-12')}`
  const passed = [`attempt:step1:${on(3, '08-19')}`, `attempt:step2ck:${on(2, '06-23')}`]
  return [
    {
      role: 'beginning' as const,
      text: `I did not pass Step 1 in November ${seasonYear - 4}: I had read much and tested myself little.`,
      evidence: [failed],
    },
    {
      role: 'turn' as const,
      text: 'Since then I have passed Step 1, and Step 2 CK with 233 at the first attempt, and kept a registry for families with inborn errors of metabolism.',
      evidence: [...passed, 'niche:rare_disease_registry'],
    },
  ]
}

/** The passage that the profile says is on file (B6), and the choices that it was begun from. */
export function samplePassage(seasonYear: number) {
  return {
    exam: 'step1' as const,
    takenOn: `${seasonYear - 4}-11-12`,
    insights: ['study_without_testing' as const],
    changes: ['rebuilt_schedule' as const, 'timed_practice' as const],
    passage: `In November ${seasonYear - 4} I did not pass Step 1. Looking back, I relied on reading and seldom tested what I knew. I then rebuilt my study schedule round timed, mixed blocks. Since then I have passed Step 1, and Step 2 CK with 233 at the first attempt.`,
  }
}
