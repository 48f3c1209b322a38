import { refusal } from '../lib/launch/node-version.mjs'

const sentence = refusal(process.versions.node)
if (sentence) {
  console.error(sentence)
  process.exitCode = 1
} else {
  import('./support/run-all.mjs')
}
