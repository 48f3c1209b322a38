import type {
  BankMode,
  DetailProblem,
  GeneticsArea,
  LoggedResult,
  QuestionBank,
  WeakSystem,
  WeakTopic,
} from './practice-detail'

export const WEAK_SYSTEM_LABELS: Readonly<Record<WeakSystem, string>> = {
  cardiovascular: 'Cardiovascular',
  respiratory: 'Respiratory',
  gastrointestinal: 'Gastrointestinal',
  renal: 'Renal and urinary',
  reproductive: 'Reproductive',
  endocrine: 'Endocrine',
  hematology: 'Blood and oncology',
  musculoskeletal: 'Musculoskeletal',
  neurology: 'Nervous system',
  psychiatry: 'Psychiatry',
  skin: 'Skin',
  immunology: 'Immune system',
  multisystem: 'Multisystem',
}

export const WEAK_TOPIC_LABELS: Readonly<Record<WeakTopic, string>> = {
  biostatistics: 'Biostatistics and epidemiology',
  ethics: 'Ethics',
  communication: 'Communication',
  patient_safety: 'Patient safety and quality',
  screening: 'Screening and prevention',
  pharmacology: 'Pharmacology',
  pediatrics: 'Pediatrics',
  obstetrics: 'Obstetrics and gynecology',
  surgery: 'Surgery',
  genetics_in_pregnancy: 'Genetics in pregnancy',
  genetics: 'Genetics',
  molecular_biology: 'Molecular biology',
  biochemistry: 'Biochemistry',
  embryology: 'Embryology',
}

export const GENETICS_AREA_LABELS: Readonly<Record<GeneticsArea, string>> = {
  metabolism: 'Inborn errors of metabolism',
  dysmorphology: 'Developmental disorders and dysmorphology',
  prenatal: 'Prenatal screening and diagnosis',
  cancer_genetics: 'Cancer genetics',
  pharmacogenomics: 'Pharmacogenomics',
}

export const QUESTION_BANK_LABELS: Readonly<Record<QuestionBank, string>> = {
  uworld: 'UWorld',
  amboss: 'AMBOSS',
  other: 'Another question bank',
}

export const BANK_MODE_LABELS: Readonly<Record<BankMode, string>> = {
  timed_mixed: 'Timed and mixed',
  timed_by_system: 'Timed, one system at a time',
  untimed: 'Untimed or as a tutor',
}

export function detailProblemWords(problem: DetailProblem): string {
  switch (problem.code) {
    case 'in_future':
      return 'This day is still ahead. Enter what the question bank shows today.'
    case 'percent_range':
      return 'Enter the per cent as a number from 0 to 100.'
    case 'count_range':
      return 'Enter how many questions, as a whole number.'
    case 'nothing_said':
      return 'Enter how much of the bank is done, or how many per cent were right.'
    case 'area_twice':
      return 'Each genetics area can stand here once. Add its questions together.'
  }
}

/** The weak areas that a result showed, in one line. */
export function weakWords({
  weakSystems,
  weakTopics,
}: Pick<LoggedResult, 'weakSystems' | 'weakTopics'>): string {
  if (weakSystems === null && weakTopics === null) return 'Not said'
  const names = [
    ...(weakSystems ?? []).map((system) => WEAK_SYSTEM_LABELS[system]),
    ...(weakTopics ?? []).map((topic) => WEAK_TOPIC_LABELS[topic]),
  ]
  return names.length === 0 ? 'None stood out' : names.join(', ')
}
