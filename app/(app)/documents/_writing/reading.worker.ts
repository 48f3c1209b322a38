import { textReader } from '@/lib/statement/text-reading'

/*
 * Reads a text beside the page, so that typing never waits for the rules. The text goes no further than this: a worker
 * lives in the browser.
 */

const read = textReader()

addEventListener('message', ({ data }: MessageEvent<{ turn: number; text: string }>) => {
  postMessage({ turn: data.turn, text: data.text, reading: read(data.text) })
})
