/** Whether something holds for a person. `unknown` is what they have not said: it is never taken for a no. */
export type Answer = 'yes' | 'no' | 'unknown'
