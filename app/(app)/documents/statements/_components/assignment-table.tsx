import { ActionForm } from '@/app/_ui/action-form'
import { EmptyState } from '@/app/_ui/empty-state'
import { SelectField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Table } from '@/app/_ui/table'
import { STATUS_WORDS } from '@/lib/list/status-words'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import type { AssignedEntry } from '@/lib/statement/assignment'
import type { Statement } from '@/lib/statement/statement'
import { fillAssignmentsAction, saveAssignmentsAction } from '../actions'

/** Which program gets which statement: one select a program and one save, and a shortcut for a whole pathway. */
export function AssignmentTable({
  statements,
  entries,
}: {
  statements: readonly Statement[]
  entries: readonly AssignedEntry[]
}) {
  const titles = statements.map(({ id, title }) => ({ value: id, label: title }))
  const hasGaps = entries.some(({ statementId }) => statementId === null)
  return (
    <Panel
      id="programs"
      title="Which program gets which"
      lead="As you assign them in MyERAS, one a program. Locus sends nothing there."
    >
      {entries.length === 0 ? (
        <EmptyState
          title="No program is on your list yet"
          action={<LinkButton href="/programs">Browse the catalogue</LinkButton>}
        >
          Once there is one, choose here what it gets.
        </EmptyState>
      ) : (
        <>
          {hasGaps && (
            <ActionForm
              action={fillAssignmentsAction}
              id="fill-form"
              className="mb-5 flex flex-wrap items-end gap-3"
            >
              <SelectField
                name="id"
                label="For all of its pathway that have none"
                width="medium"
                defaultValue={titles[0]?.value}
                options={titles}
              />
              <SubmitButton kind="secondary">Give them this one</SubmitButton>
            </ActionForm>
          )}
          <ActionForm action={saveAssignmentsAction} id="assign-form" className="space-y-4">
            <Table
              caption="Programs on your list and the statement that each gets"
              isCaptionHidden
              columns={[
                { label: 'Program' },
                { label: 'Pathway' },
                { label: 'Status' },
                { label: 'Statement' },
              ]}
            >
              {entries.map(({ entryId, sponsor, pathway, status, statementId }) => (
                <tr key={entryId}>
                  <th scope="row">{sponsor}</th>
                  <td>{pathwayShortName(pathway)}</td>
                  <td>{STATUS_WORDS[status].label}</td>
                  <td>
                    <select
                      key={statementId ?? ''}
                      name={`entry:${entryId}`}
                      defaultValue={statementId ?? ''}
                      className="control"
                      aria-label={`Statement for ${sponsor}, ${pathwayShortName(pathway)}`}
                    >
                      <option value="">None yet</option>
                      {titles.map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </Table>
            <SubmitButton>Save</SubmitButton>
          </ActionForm>
        </>
      )}
    </Panel>
  )
}
