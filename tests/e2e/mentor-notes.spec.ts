import type { Locator, Page } from '@playwright/test'
import { createGrant } from '../factories/user'
import { formsIn } from '../support/e2e/forms'
import { signIn } from '../support/e2e/people'
import { expect, test } from '../support/e2e/test'
import { Visitor } from '../support/e2e/visitor'

/* What an applicant and a mentor say to each other, in two browsers, until the grant ends. */

/** A comment as it stands, not as it is being edited. */
const said = (place: Page | Locator, words: string) => place.getByRole('paragraph').filter({ hasText: words })
/** Opens a page and waits until its forms are the script's: what is typed before is set back by it. */
async function open(page: Page, path: string) {
  const answer = await page.goto(path)
  await page.waitForLoadState('networkidle')
  return answer
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

for (const script of ['with JavaScript', 'without JavaScript']) {
  test.describe(script, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test(`a comment is answered, a task is taken, a question is asked, and all ends with the grant${script === 'with JavaScript' ? ' @phone' : ''}`, async ({
      people,
      page,
      signInAs,
      browser,
      owner,
      origin,
    }) => {
      test.setTimeout(120_000)
      const ana = await people.memberAtWork()
      const rao = await people.member()
      const grantId = await createGrant(owner, {
        applicant: ana,
        mentor: rao,
        comment: ['exams'],
        read: ['checklist'],
      })
      await owner`update grants set applicant_name = 'Ana', mentor_name = 'Dr Rao' where id = ${grantId}`
      await owner`update mentor_seats set institution = null where user_id = ${rao.userId}`
      const other = await browser.newContext({ javaScriptEnabled: script === 'with JavaScript' })
      await signIn(other, rao, origin)
      const mentor = await other.newPage()
      await signInAs(ana)

      // The applicant asks, on a result and for the next talk.
      const result = `/exams/practice/${ana.work.practiceIds[0]}`
      await open(page, result)
      await page.locator('summary').filter({ hasText: 'Write to Dr Rao' }).click()
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(panel(page, 'Comments').getByText('Write what you want to say').first()).toBeVisible()
      await page.getByRole('textbox', { name: 'Write to Dr Rao' }).fill('Is this enough for June?')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(said(panel(page, 'Comments'), 'Is this enough for June?')).toBeVisible()
      await open(page, '/mentors/agenda')
      await page.getByLabel('What you want to ask').fill('Which letter first?')
      await page.getByLabel('For', { exact: true }).selectOption({ label: 'Dr Rao' })
      await page.getByRole('button', { name: 'Add question' }).click()
      await expect(
        panel(page, 'For the next talk').getByRole('heading', { name: 'Which letter first?' }),
      ).toBeVisible()

      // The mentor answers both and suggests a task.
      const notes = `/mentees/${ana.userId}/notes`
      await open(mentor, `${origin}${notes}`)
      await expect(said(mentor, 'Is this enough for June?')).toBeVisible()
      const asked = panel(mentor, 'Ana asks you')
      await asked.getByRole('textbox', { name: 'Write to Ana' }).fill('The geneticist.')
      await asked.getByRole('button', { name: 'Send' }).click()
      await expect(said(asked, 'The geneticist.')).toBeVisible()
      const write = panel(mentor, 'Write about a part of the cycle')
      await write.locator('summary').filter({ hasText: 'Suggest a task' }).press('Enter')
      await mentor.keyboard.press('Tab')
      await expect(write.getByLabel('What to do')).toBeFocused()
      await mentor.keyboard.type('Sit one more timed CCSSA')
      await write.getByLabel(/^By/).fill('2027-02-01')
      await write.getByRole('button', { name: 'Suggest', exact: true }).press('Enter')
      await expect(mentor.getByText('Sit one more timed CCSSA')).toBeVisible()
      // The checklist is theirs to read and not to comment on: nothing to write there.
      await expect(write.getByText('The checklist as a whole', { exact: true })).toHaveCount(0)

      // On the result itself, by keys alone: an answer, in other words, resolved, and open again.
      await open(mentor, `${origin}/mentees/${ana.userId}/exams`)
      const about = panel(mentor, 'On a practice result')
      await about.getByRole('textbox', { name: 'Answer Ana' }).focus()
      await mentor.keyboard.type('Two more, timed.')
      await mentor.keyboard.press('Tab')
      await expect(about.getByRole('button', { name: 'Send' }).first()).toBeFocused()
      await mentor.keyboard.press('Enter')
      await expect(said(about, 'Two more, timed.')).toBeVisible()
      await mentor.waitForLoadState('networkidle')
      await about.locator('summary').filter({ hasText: 'Edit or take back' }).press('Enter')
      await mentor.keyboard.press('Tab')
      const wording = about.getByLabel('Your comment')
      await expect(wording).toBeFocused()
      await mentor.keyboard.press('ControlOrMeta+A')
      await mentor.keyboard.type('Two more, timed and mixed.')
      await mentor.keyboard.press('Tab')
      await expect(about.getByRole('button', { name: 'Save', exact: true })).toBeFocused()
      await mentor.keyboard.press('Enter')
      await expect(said(about, 'Two more, timed and mixed.')).toBeVisible()
      await mentor.waitForLoadState('networkidle')
      await about.getByRole('button', { name: 'Mark as resolved' }).press('Enter')
      await about.locator('summary').filter({ hasText: '2 comments, resolved' }).press('Enter')
      await about.getByRole('button', { name: 'Open again' }).press('Enter')
      await expect(about.getByRole('button', { name: 'Mark as resolved' })).toBeVisible()

      // The applicant takes it; it is on the checklist and says whose idea it was.
      await open(page, '/mentors/notes')
      await page.getByRole('button', { name: 'Put it on my checklist' }).click()
      await expect(page.getByText('on the checklist', { exact: true })).toBeVisible()
      await page.getByRole('link', { name: 'Open it on the checklist' }).click()
      await expect(page.getByRole('heading', { name: 'Sit one more timed CCSSA' })).toBeVisible()
      await expect(page.getByText('suggested by Dr Rao')).toBeVisible()
      await open(page, '/mentors/agenda')
      await expect(said(page, 'The geneticist.')).toBeVisible()
      await page.getByText('What came of it').click()
      await page.getByLabel('In a few words').fill('Hers first')
      await page.getByRole('button', { name: 'Take it off the agenda' }).click()
      await expect(page.getByText('Answered or dropped (1)')).toBeVisible()
      await open(mentor, `${origin}${notes}`)
      await expect(mentor.getByText('Sit one more timed CCSSA')).toBeVisible()
      await expect(panel(mentor, 'Ana asks you')).toHaveCount(0)

      // A tab that was open when the grant ended sends nothing more, and finds nothing more.
      const visitor = new Visitor(origin, rao)
      const [form] = formsIn((await visitor.get(notes)).body).filter(({ fields }) =>
        fields.some(([name]) => name === 'mentorId'),
      )
      if (!form) throw new Error('The mentor has a form to write with')
      await owner`update grants set revoked_at = now() where id = ${grantId}`
      const sent = await visitor.post(notes, form, { body: 'Too late' })
      expect(sent.body).not.toContain('Is this enough')
      expect(
        await owner`select 1 as x from comments where applicant_id = ${ana.userId} and body = 'Too late'`,
      ).toEqual([])
      const answer = await open(mentor, `${origin}${notes}`)
      expect(answer?.status()).toBe(404)
      await open(page, result)
      await expect(page.getByText('cannot see this any more')).toBeVisible()
      await expect(said(page, 'Is this enough for June?')).toBeVisible()
      await expect(page.getByRole('form', { name: /Dr Rao/ })).toHaveCount(0)
      await other.close()
    })
  })
}
