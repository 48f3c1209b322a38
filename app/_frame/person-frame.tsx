import { CircleCheckBig, House, ListChecks, PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SignedIn } from '@/app/_server/auth'
import { AppShell } from '@/app/_ui/app-shell'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { ZoneProbe } from '@/app/_ui/zone-probe'
import { draftOwner } from '@/app/(app)/documents/_writing/draft-owner'
import { OthersDrafts } from './others-drafts'
import { PAGES } from './pages'
import { SignOutForm } from './sign-out-form'

/** Of the pages in the phone's bar. */
const ICONS: Readonly<Record<string, ReactNode>> = {
  '/home': <House />,
  '/checklist': <CircleCheckBig />,
  '/exams': <PenLine />,
  '/list': <ListChecks />,
}

const GROUPS = PAGES.map((group) => ({
  ...group,
  items: group.items.map((item) => ({ ...item, icon: ICONS[item.href] })),
}))

/** The frame for someone at work on their cycle: signed in, a guest, or not yet anybody. */
export function PersonFrame({ viewer, children }: { viewer: SignedIn | null; children: ReactNode }) {
  return (
    <AppShell groups={GROUPS} account={<Account viewer={viewer} />} banner={<Banner viewer={viewer} />}>
      {!viewer?.isTimeZoneChosen && <ZoneProbe />}
      {viewer && <OthersDrafts owner={draftOwner(viewer)} />}
      {children}
    </AppShell>
  )
}

function Account({ viewer }: { viewer: SignedIn | null }) {
  if (!viewer) return <a href="/sign-in">Sign in</a>
  if (viewer.isGuest) {
    return (
      <>
        <p className="mb-2">You are a guest.</p>
        <p className="flex gap-4">
          <a href="/sign-up">Sign up</a>
          <a href="/sign-in">Sign in</a>
        </p>
      </>
    )
  }
  return (
    <>
      <p className="mb-2 truncate" title={viewer.email ?? undefined}>
        {viewer.name || viewer.email}
      </p>
      <SignOutForm owner={draftOwner(viewer)} zone={viewer.timeZone} />
    </>
  )
}

function Banner({ viewer }: { viewer: SignedIn | null }) {
  if (viewer && !viewer.isGuest) return null
  if (viewer?.isSample) {
    return (
      <Notice
        word="Sample"
        action={
          <LinkButton href="/sample/end" isSmall>
            Clear and start with my own
          </LinkButton>
        }
      >
        This is a made-up applicant among real programs. Change anything: nothing here is yours or anybody’s.
      </Notice>
    )
  }
  if (viewer) {
    return (
      <Notice
        word="Guest"
        action={
          <LinkButton href="/sign-up" isSmall>
            Sign up to keep it
          </LinkButton>
        }
      >
        Your work is kept for this browser and deleted after 90 days without a visit.
      </Notice>
    )
  }
  return (
    <Notice
      word="Not signed in"
      action={
        <LinkButton href="/sign-in" isSmall>
          Sign in
        </LinkButton>
      }
    >
      Begin without an account: the first thing you save is kept for this browser.
    </Notice>
  )
}
