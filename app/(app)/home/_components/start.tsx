import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'

const STEPS = [
  {
    href: '/exams',
    title: 'Enter your exams',
    text: 'What you have sat and what you plan. The season below answers at once.',
  },
  {
    href: '/profile',
    title: 'Say what programs will read',
    text: 'Ten minutes; every question may stay open.',
  },
  {
    href: '/programs',
    title: 'Choose programs',
    text: 'Each shows whether it is open to you, how it fits, and what to ask.',
  },
] as const

/** For someone of whom nothing is known yet: three steps, in the order in which each makes the next one say more. */
export function Start() {
  return (
    <Panel
      title="Begin here"
      lead="Nothing has to be complete. What you leave open stays open, and is never counted against you."
    >
      <ol className="grid gap-4 md:grid-cols-3">
        {STEPS.map((step, index) => (
          <li key={step.href} className="flex flex-col items-start gap-2 rounded-lg bg-sunken p-4">
            <p className="font-semibold">
              {index + 1}. {step.title}
            </p>
            <p className="grow text-mute">{step.text}</p>
            <LinkButton href={step.href} kind={index === 0 ? 'primary' : 'secondary'} isSmall>
              {step.title}
            </LinkButton>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
