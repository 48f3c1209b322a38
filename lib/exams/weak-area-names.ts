import { WEAK_SYSTEMS, WEAK_TOPICS, type WeakSystem, type WeakTopic } from './practice-detail'

/** Short names that people write instead of the beginning of the word. */
const SHORT: Readonly<Record<string, WeakSystem | WeakTopic>> = {
  heart: 'cardiovascular',
  lung: 'respiratory',
  pulm: 'respiratory',
  pulmonary: 'respiratory',
  gi: 'gastrointestinal',
  kidney: 'renal',
  heme: 'hematology',
  blood: 'hematology',
  onc: 'hematology',
  oncology: 'hematology',
  msk: 'musculoskeletal',
  derm: 'skin',
  dermatology: 'skin',
  biostats: 'biostatistics',
  stats: 'biostatistics',
  epidemiology: 'biostatistics',
  safety: 'patient_safety',
  peds: 'pediatrics',
  obgyn: 'obstetrics',
  ob: 'obstetrics',
  gynecology: 'obstetrics',
  nervous: 'neurology',
  nervous_system: 'neurology',
  immune: 'immunology',
  immune_system: 'immunology',
  urinary: 'renal',
  prevention: 'screening',
  gyn: 'obstetrics',
  biochem: 'biochemistry',
}

export type WeakArea = { of: 'systems'; system: WeakSystem } | { of: 'topics'; topic: WeakTopic }

/** The weak area that a word names, by its whole name, a usual short one, or at least three letters of its beginning. */
export function weakAreaOf(word: string): WeakArea | null {
  const name = word.toLowerCase().replaceAll('-', '_')
  const code = SHORT[name] ?? name
  const system =
    WEAK_SYSTEMS.find((one) => one === code) ??
    (WEAK_TOPICS.some((one) => one === code) || code.length < 3
      ? undefined
      : WEAK_SYSTEMS.find((one) => one.startsWith(code)))
  if (system) return { of: 'systems', system }
  const topic =
    WEAK_TOPICS.find((one) => one === code) ??
    (code.length < 3 ? undefined : WEAK_TOPICS.find((one) => one.startsWith(code)))
  return topic ? { of: 'topics', topic } : null
}
