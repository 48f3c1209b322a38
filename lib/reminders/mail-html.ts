/*
 * The HTML part of a mail, made by hand: one column, styles in place, nothing fetched from anywhere. Mail programs know
 * little CSS, so that what is not understood must still read well; colours follow the reader's theme where it is known.
 */

/** Text made safe to stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
body,.page{background:#191714!important;color:#ece7de!important}
.card{background:#23201c!important;border-color:#3a352e!important}
.mute{color:#b3aa9b!important}
a{color:#e9a58c!important}
}`

export function link(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}" style="color:#9a3412">${escapeHtml(text)}</a>`
}

export function paragraph(html: string, { isMuted = false } = {}): string {
  const colour = isMuted ? 'color:#6b6358;font-size:14px' : 'font-size:16px'
  return `<p${isMuted ? ' class="mute"' : ''} style="${FONT};${colour};line-height:1.5;margin:0 0 16px">${html}</p>`
}

/** A row with what it is, when, and how long until then; reads in order where tables are not drawn. */
export function row({
  title,
  href,
  when,
  left,
}: {
  title: string
  href: string
  when: string
  left: string
}): string {
  return (
    `<tr><td style="${FONT};padding:12px 16px;border-top:1px solid #e6dfd3;font-size:16px;line-height:1.4">` +
    `${link(href, title)}<br><span class="mute" style="color:#6b6358;font-size:14px">${escapeHtml(when)}</span></td>` +
    `<td align="right" style="${FONT};padding:12px 16px;border-top:1px solid #e6dfd3;font-size:15px;white-space:nowrap;vertical-align:top">` +
    `${escapeHtml(left)}</td></tr>`
  )
}

export function rows(html: readonly string[]): string {
  return (
    '<table class="card" role="presentation" width="100%" cellpadding="0" cellspacing="0" ' +
    'style="border-collapse:collapse;background:#fffdf9;border:1px solid #e6dfd3;margin:0 0 20px">' +
    `${html.join('')}</table>`
  )
}

export function page({ title, body }: { title: string; body: readonly string[] }): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">' +
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>` +
    '<body style="margin:0;padding:0;background:#f7f3ec;color:#25211b">' +
    '<div class="page" style="background:#f7f3ec;padding:24px 12px"><div style="max-width:560px;margin:0 auto">' +
    `<h1 style="${FONT};font-size:21px;line-height:1.3;margin:0 0 16px">${escapeHtml(title)}</h1>` +
    `${body.join('')}</div></div></body></html>`
  )
}
