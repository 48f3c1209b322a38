import type { TestProject } from 'vitest/node'
import { launch, makeCheckout, removeCheckout, sweepCheckouts } from './installation'

declare module 'vitest' {
  interface ProvidedContext {
    /** A clone with everything installed and built; each test takes a data folder of its own in it. */
    checkout: string
    /** What its very first start printed. */
    firstStart: string
  }
}

/** One checkout for all launch tests, built by its own first start. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepCheckouts()
  const checkout = makeCheckout('shared')
  try {
    const first = launch(checkout, { data: '.locus-first' })
    await first.address()
    await first.stop()
    project.provide('checkout', checkout)
    project.provide('firstStart', first.output())
  } catch (error) {
    await removeCheckout(checkout)
    throw error
  }
  return () => removeCheckout(checkout)
}
