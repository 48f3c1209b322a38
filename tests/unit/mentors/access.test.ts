import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  GROUP_SECTIONS,
  GROUPS,
  groupOfSection,
  LEVELS,
  levelsOf,
  linkSections,
  sectionsOf,
} from '@/lib/mentors/groups'
import { mayBeSame, programsAt } from '@/lib/mentors/institution'
import { grantInput, inviteInput, seatInput } from '@/lib/mentors/mentor-input'
import { CLOSED_IN_CONFLICT, grantAllows, type Permission, SECTIONS } from '@/lib/mentors/policy'
import { levelsWords } from '@/lib/mentors/words'

const level = fc.constantFrom(...LEVELS)
const anyLevels = fc.record({
  exams: level,
  list: level,
  documents: level,
  interviews: level,
  checklist: level,
})
const NOW = '2026-11-22T12:00:00.000Z'

describe('groups', () => {
  test('hold every section once', () => {
    expect(GROUPS.flatMap((group) => GROUP_SECTIONS[group]).sort()).toEqual([...SECTIONS].sort())
    for (const section of SECTIONS) expect(GROUP_SECTIONS[groupOfSection(section)]).toContain(section)
  })

  test('come back from what is stored as they were ticked, and open exactly their sections', () => {
    fc.assert(
      fc.property(anyLevels, (levels) => {
        const opened = sectionsOf(levels)
        expect(levelsOf(opened)).toEqual(levels)
        const grant = { ...opened, expiresAt: null, revokedAt: null }
        for (const section of SECTIONS) {
          const wanted = levels[groupOfSection(section)]
          expect(grantAllows(grant, `${section}:read`, NOW)).toBe(wanted !== 'none')
          expect(grantAllows(grant, `${section}:comment`, NOW)).toBe(wanted === 'comment')
          expect(grantAllows(grant, `${section}:write`, NOW)).toBe(false)
        }
      }),
    )
  })

  test('never open the rank order to a link', () => {
    expect(linkSections(GROUPS)).not.toContain('rank')
    expect(linkSections(['interviews'])).toEqual(['interviews', 'contacts'])
  })

  test('are said in one line', () => {
    const none = {
      exams: 'none',
      list: 'none',
      documents: 'none',
      interviews: 'none',
      checklist: 'none',
    } as const
    expect(levelsWords({ ...none, exams: 'read', list: 'comment' })).toBe('Exams, list and fit (may comment)')
    expect(levelsWords(none)).toBe('Nothing is open')
  })
})

test('in conflict, what says which program is preferred is refused, lifted or not', () => {
  const grant = { readSections: SECTIONS, commentSections: SECTIONS, expiresAt: null, revokedAt: null }
  for (const isLifted of [false, true]) {
    const conflict = { programIds: ['x'], institution: 'X', isLifted }
    for (const section of SECTIONS) {
      for (const deed of ['read', 'comment'] as const) {
        const permission: Permission = `${section}:${deed}`
        expect(grantAllows(grant, permission, NOW, conflict), permission).toBe(
          !CLOSED_IN_CONFLICT.includes(section),
        )
      }
    }
  }
})

describe('an institution', () => {
  test.each([
    ['Baylor College of Medicine', 'Baylor', true],
    ['The Children’s Hospital of Philadelphia', "Children's Hospital of Philadelphia", true],
    ['UNIVERSITY OF WASHINGTON', 'University of Washington School of Medicine', true],
    ['Universität Zürich', 'universitat zurich', true],
    ['Washington University', 'University of Michigan', false],
    ['Mayo Clinic', 'Cleveland Clinic', false],
    ['University Hospital', 'Duke University Hospital', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(mayBeSame(one, other)).toBe(same)
    expect(mayBeSame(other, one)).toBe(same)
  })

  test('brings the programs of its sponsor', () => {
    const programs = [{ sponsor: 'Duke University Hospital' }, { sponsor: 'Mayo Clinic' }]
    expect(programsAt('Duke', programs)).toEqual([programs[0]])
    expect(programsAt('', programs)).toEqual([])
  })
})

describe('forms', () => {
  const invitation = {
    formId: crypto.randomUUID(),
    mentorLabel: 'Dr. Okafor',
    applicantName: 'Ana',
    way: 'link',
    exams: 'read',
    list: 'none',
    documents: 'none',
    interviews: 'none',
    checklist: 'none',
  }

  test('an invitation opens something, and one by mail has an address', () => {
    expect(inviteInput.parse(invitation)).toMatchObject({
      email: null,
      until: null,
      levels: { exams: 'read' },
    })
    expect(inviteInput.safeParse({ ...invitation, exams: 'none' }).success).toBe(false)
    expect(inviteInput.safeParse({ ...invitation, way: 'mail', email: 'nobody' }).success).toBe(false)
    expect(inviteInput.parse({ ...invitation, way: 'mail', email: ' Dr@Example.org ' }).email).toBe(
      'dr@example.org',
    )
    expect(inviteInput.safeParse({ ...invitation, applicantName: 'Ana\nBcc: x' }).success).toBe(false)
  })

  test('an unknown level or a day that is none is refused', () => {
    const grant = { ...invitation, grantId: invitation.formId, version: '1' }
    expect(grantInput.safeParse({ ...grant, exams: 'write' }).success).toBe(false)
    expect(grantInput.safeParse({ ...grant, until: '2027-02-30' }).success).toBe(false)
    expect(grantInput.parse({ ...grant, until: '2027-02-28' }).until).toBe('2027-02-28')
  })

  test('programs ticked for another institution are asked again', () => {
    const seat = {
      name: 'Dr. Okafor',
      works: 'yes',
      institution: 'Duke',
      programIds: 'duke-mgg',
      step: 'save',
    }
    expect(seatInput.parse({ ...seat, shownFor: 'Duke' }).isChecked).toBe(true)
    expect(seatInput.parse({ ...seat, shownFor: 'Baylor' }).isChecked).toBe(false)
    expect(seatInput.parse({ ...seat, works: 'no' })).toMatchObject({
      institution: null,
      programIds: [],
      isChecked: true,
    })
    expect(seatInput.safeParse({ ...seat, institution: ' ' }).success).toBe(false)
  })
})
