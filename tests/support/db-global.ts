import type { TestProject } from 'vitest/node'
import type { ClusterKeys } from '../../db/embedded-keys'
import { makeTemplate, startTestCluster } from './test-cluster'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: ClusterKeys
  }
}

/** One cluster for all database tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startTestCluster(['track_functions=pl'])
  try {
    await makeTemplate(cluster.keys)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('cluster', cluster.keys)
  return stop
}
