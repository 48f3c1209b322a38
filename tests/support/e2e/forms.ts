/** A form as a browser without script would send it: every field that has a name and a value. */
export type SentForm = { text: string; fields: [string, string][] }

/** The forms of a page's markup, with what stands in them. Submit buttons are left out: what one adds never names a row alone. */
export function formsIn(html: string): SentForm[] {
  const markup = html.replace(/<script\b[\s\S]*?<\/script>/g, '')
  return [...markup.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(([, inside = '']) => ({
    text: plain(inside),
    fields: fieldsIn(inside),
  }))
}

/** The one form in which each of these fields is. Throws when it is not there, or not alone. */
export function formWith(html: string, names: readonly string[], value?: string): SentForm {
  const found = formsIn(html).filter(
    ({ fields }) =>
      names.every((name) => fields.some(([one]) => one === name)) &&
      (value === undefined || fields.some(([, held]) => held === value)),
  )
  const [form] = found
  if (!form || found.length > 1) throw new Error(`${found.length} forms hold ${names} ${value ?? ''}`)
  return form
}

/** The form's fields with some answered anew; a field that it does not have is added. */
export function filledIn(form: SentForm, answers: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of form.fields) if (!(name in answers)) data.append(name, value)
  for (const [name, value] of Object.entries(answers)) data.append(name, value)
  return data
}

function fieldsIn(html: string): [string, string][] {
  const fields: [string, string][] = []
  // Where nobody has chosen yet, as someone would who takes the first.
  const firstChoices = new Map<string, string>()
  const pattern = /<input\b[^>]*>|<(select|textarea)\b[^>]*>([\s\S]*?)<\/\1>/g
  for (const [tag, kind, inside = ''] of html.matchAll(pattern)) {
    const head = tag.slice(0, tag.indexOf('>') + 1)
    const name = attribute(head, 'name')
    if (!name || / disabled(?:=|\s|>)/.test(head)) continue
    if (kind === 'select') fields.push([name, chosenIn(inside)])
    else if (kind === 'textarea') fields.push([name, decoded(inside)])
    else if (isSent(head)) fields.push([name, attribute(head, 'value') ?? ''])
    else if (attribute(head, 'type') === 'radio' && !firstChoices.has(name))
      firstChoices.set(name, attribute(head, 'value') ?? '')
  }
  for (const [name, value] of firstChoices)
    if (!fields.some(([given]) => given === name)) fields.push([name, value])
  return fields
}

function isSent(input: string): boolean {
  const type = attribute(input, 'type') ?? 'text'
  if (type === 'submit' || type === 'button' || type === 'reset') return false
  return (type !== 'checkbox' && type !== 'radio') || / checked(?:=|\s|\/|>)/.test(input)
}

function chosenIn(options: string): string {
  const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag)
  const chosen = all.find((tag) => / selected(?:=|\s|>)/.test(tag)) ?? all[0]
  return (chosen && attribute(chosen, 'value')) ?? ''
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : decoded(value)
}

function plain(html: string): string {
  return decoded(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

function decoded(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
