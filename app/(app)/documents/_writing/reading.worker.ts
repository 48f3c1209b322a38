import { textReader } from '@/lib/statement/text-reading'

/*
 * Reads a text beside the page, so that typing never waits for the rules. The text goes no further than this: a worker
 * lives in the browser.
 */

type Asked = { turn: number; text: string; isAboutExam: boolean }

const readers = { statement: textReader(), passage: textReader({ isAboutExam: true }) }

addEventListener('message', ({ data: { turn, text, isAboutExam } }: MessageEvent<Asked>) => {
  postMessage({ turn, reading: (isAboutExam ? readers.passage : readers.statement)(text) })
})
