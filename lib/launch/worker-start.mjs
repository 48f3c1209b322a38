import { refusal } from './node-version.mjs'

const sentence = refusal(process.versions.node)
if (sentence) {
  console.error(sentence)
  process.exitCode = 1
} else {
  import('./worker-alone.mjs').then((launcher) => launcher.main())
}
