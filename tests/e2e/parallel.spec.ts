import { formWith } from '../support/e2e/forms'
import { expect, test } from '../support/e2e/test'
import { Visitor } from '../support/e2e/visitor'

const VISITORS = 32

test('32 people who edit their own data at once see only their own', async ({ people, origin }) => {
  test.setTimeout(180_000)
  const everyone = await Promise.all(
    Array.from({ length: VISITORS }, async (_, index) => {
      const person = await people.memberAtWork({ programs: 3, marker: `Mark${index}x` })
      return { person, visitor: new Visitor(origin, person) }
    }),
  )
  const foreign = (body: string, marker: string) =>
    everyone.filter(({ person }) => person.marker !== marker && body.includes(person.marker))

  await Promise.all(
    everyone.map(async ({ person: { marker, work }, visitor }) => {
      const see = async (path: string) => {
        const { status, body } = await visitor.get(path)
        expect(status, path).toBe(200)
        expect(foreign(body, marker), `${path} as ${marker}`).toEqual([])
        return body
      }
      for (const round of [1, 2]) {
        const entry = `/list/${work.entryIds[0]}`
        const note = formWith(await see(entry), ['note', 'version'])
        await visitor.post(entry, note, { note: `${marker} remembers round ${round}` })
        expect(await see(entry)).toContain(`${marker} remembers round ${round}`)

        const stay = `/profile/clinical/${work.clinicalId}`
        const clinical = formWith(await see(stay), ['place', 'weeks'])
        await visitor.post(stay, clinical, { place: `${marker} ward ${round}` })
        expect(await see('/profile')).toContain(`${marker} ward ${round}`)

        const page = await see('/exams/practice')
        const practice = formWith(page, ['kind', 'takenOn', 'formId'])
        const added = await visitor.post('/exams/practice', practice, {
          exam: 'step2ck',
          kind: 'uwsa',
          form: `${marker} form ${round}`,
          takenOn: `2026-05-0${round}`,
          score: '231',
        })
        expect(added.location, added.body).toContain('done=added')
        expect(await see('/exams/practice')).toContain(`${marker} form ${round}`)
        await see('/list')
        await see('/home')
      }
    }),
  )
})
