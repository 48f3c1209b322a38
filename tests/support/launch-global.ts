import { sweep } from './test-cluster'

export default sweep
