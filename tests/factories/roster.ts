import type postgres from 'postgres'
import type { UserViewer } from '@/lib/access/viewer'
import { SECTIONS } from '@/lib/mentors/policy'
import { createGrant, createUser } from './user'
import { createWork, type Work } from './work'

export type Mentee = { viewer: UserViewer; name: string; work: Work; grantId: string }

/** Names as people have them, more than a mentor has mentees. */
const GIVEN = [
  'Amina',
  'Bilal',
  'Chidi',
  'Dalia',
  'Emeka',
  'Farah',
  'Grace',
  'Hassan',
  'Imani',
  'Jin',
  'Kavya',
  'Lina',
]
const FAMILY = ['Adeyemi', 'Bhatt', 'Castillo', 'Demir', 'Eze']

/**
 * Lets a mentor look in on `count` applicants with full cycles, each of whom lacks something else: a late exam day, a fail, a
 * letter, a fresh result, news, nothing at all.
 */
export async function createMentees(
  owner: postgres.Sql,
  mentor: UserViewer,
  {
    count,
    programs = 3,
    read = [...SECTIONS],
    hasOwnProgram = false,
  }: { count: number; programs?: number; read?: string[]; hasOwnProgram?: boolean },
): Promise<Mentee[]> {
  const mentees: Mentee[] = []
  for (let index = 0; index < count; index += 1) {
    const name = `${GIVEN[index % GIVEN.length]} ${FAMILY[Math.floor(index / GIVEN.length) % FAMILY.length]}`
    const viewer = await createUser(owner)
    const work = await createWork(owner, viewer.userId, {
      programs,
      hasOwnProgram,
      marker: `Marker${index}`,
      seasonYear: index % 5 === 4 ? 2027 : 2028,
    })
    await vary(owner, viewer.userId, index)
    const grantId = await createGrant(owner, { applicant: viewer, mentor, read, name })
    mentees.push({ viewer, name, work, grantId })
  }
  return mentees
}

async function vary(owner: postgres.Sql, id: string, index: number): Promise<void> {
  switch (index % 6) {
    case 0:
      await owner`update exam_attempts set taken_on = '2027-09-10', outcome = 'planned', score = null
        where applicant_id = ${id} and exam = 'step2ck'`
      break
    case 1:
      await owner`update letters set author = 'home_geneticist' where applicant_id = ${id}`
      break
    case 2:
      await owner`update exam_attempts set outcome = 'fail', score = 209 where applicant_id = ${id} and exam = 'step2ck'`
      break
    case 3:
      await owner`update applicant_profiles set visa_need = 'no_visa_needed', acceptable_visas = null where applicant_id = ${id}`
      break
    default:
      break
  }
}
