/** Start-up cannot go on; the message is one sentence that says what the operator can do. No secret in it. */
export class BootError extends Error {
  override name = 'BootError'
}
