import { sweep } from './test-folders.mjs'

export default sweep
