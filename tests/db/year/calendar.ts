import type { CalendarDate } from '@/lib/dates/calendar-date'

/*
 * The year of one applicant, counted on a calendar by hand. Nothing here is computed by the app: when this and the app
 * disagree, one of the two is wrong, and people would have been told the wrong day.
 *
 * Asha joins on Sunday 22 November 2026 in Kathmandu (UTC+5:45, no change of clocks) for season 2028. Mails come at 08:00
 * on her clock, never between 21:00 and 07:00, 30, 14, 7, 3 and 1 days before (DESIGN.md section 7).
 *
 * The dates of her season, with their source:
 *
 *   ERAS season opens       Wed  2 Jun 2027          first Wednesday of June (rule fitted to AAMC's timelines 2023-2027)
 *   submission opens        Wed  1 Sep 2027          first Wednesday of September (same)
 *   program review opens    Wed 22 Sep 2027          21 days after submission opens (same)
 *   NRMP registration opens Wed 15 Sep 2027          15 September or the next weekday (NRMP's calendars 2024-2027)
 *   NRMP standard deadline  Mon 31 Jan 2028          last weekday of January (same)
 *   Pathways close          Mon 31 Jan 2028          31 January (ECFMG, seasons 2026 and 2027)
 *   ranking opens           Tue  1 Feb 2028          first weekday of February (NRMP)
 *   rank list deadline      Wed  1 Mar 2028          12 days before the Monday of Match Week (NRMP)
 *   Match Week              Mon 13 Mar 2028          Monday of the week of Match Day (NRMP)
 *   Match Day               Fri 17 Mar 2028          third Friday of March (NRMP)
 *   training starts         Sat  1 Jul 2028
 *
 * All of them are projected. On 20 May 2027 a calendar is published in which submission and review are a week later, on
 * Wednesday 8 and 29 September, and the opening of the season is as projected. That announcement is made up for this
 * test: how the real one will read nobody knows yet.
 */

/** The day of the announcement. */
export const PUBLISHED_ON: CalendarDate = '2027-05-20'

/** A day and how it was counted; `~` before it: projected while it is spoken of. */
type Day = readonly [CalendarDate, string]
type Due = { title: string; on: readonly Day[] }

/** What Asha is reminded of: the name used in the tables below, what the mail calls it, its day, and where that comes from. */
export const DUE: Readonly<Record<string, Due>> = {
  one_name: { title: 'One name on every paper', on: [['2026-11-22', '~ review 22 Sep 2027 - 10 months']] },
  visitor_visa: {
    title: 'Visitor visa for a stay in a US clinic',
    on: [['2026-12-01', '~ submission 1 Sep 2027 - 9 months']],
  },
  pathway_choice: {
    title: 'The ECFMG Pathway that is yours',
    on: [['2026-12-22', '~ review 22 Sep 2027 - 9 months']],
  },
  observership: {
    title: 'An observership in a US genetics clinic',
    on: [['2027-04-01', '~ submission 1 Sep 2027 - 5 months']],
  },
  step2ck_registration: {
    title: 'Registered for Step 2 CK, with the right three months',
    on: [['2027-04-05', 'her exam day 28 Jun 2027 - 12 weeks']],
  },
  letters_asked: {
    title: 'Three letter writers asked, and who speaks of what',
    on: [['2027-05-12', '~ submission 1 Sep 2027 - 16 weeks']],
  },
  season_opens: {
    title: 'ERAS season opens, 09:00 ET',
    on: [
      ['2027-06-02', '~ AAMC, by rule'],
      ['2027-06-02', 'AAMC, published on 20 May'],
    ],
  },
  step2ck_day: { title: 'Step 2 CK, exam day', on: [['2027-06-28', 'her own day']] },
  credentials_verified: {
    title: 'Diploma and transcript verified with your school',
    on: [['2027-07-07', 'review 29 Sep 2027 - 12 weeks']],
  },
  oet_day: { title: 'OET Medicine, exam day', on: [['2027-07-10', 'her own day']] },
  gaps_explained: {
    title: 'Every gap in your years explained',
    on: [['2027-07-28', 'submission 8 Sep 2027 - 6 weeks']],
  },
  eras_token: { title: 'ERAS token from Intealth', on: [['2027-07-28', 'submission 8 Sep 2027 - 6 weeks']] },
  photo: { title: 'Photo uploaded', on: [['2027-08-18', 'submission 8 Sep 2027 - 3 weeks']] },
  school_transcript: {
    title: 'Medical school transcript uploaded',
    on: [['2027-08-18', 'review 29 Sep 2027 - 6 weeks']],
  },
  letters_translated: {
    title: 'Letters from abroad in English',
    on: [['2027-08-18', 'review 29 Sep 2027 - 6 weeks']],
  },
  statement: {
    title: 'Personal statement finished',
    on: [['2027-08-25', 'submission 8 Sep 2027 - 2 weeks']],
  },
  program_list: {
    title: 'List of programs settled',
    on: [['2027-08-25', 'submission 8 Sep 2027 - 2 weeks']],
  },
  mspe: {
    title: 'MSPE (dean’s letter) uploaded by your school',
    on: [['2027-09-01', 'review 29 Sep 2027 - 4 weeks']],
  },
  application_form: {
    title: 'Application filled in and read by somebody else',
    on: [['2027-09-01', 'submission 8 Sep 2027 - 1 week']],
  },
  submit: { title: 'ERAS applications may be submitted, 09:00 ET', on: [['2027-09-08', 'AAMC, published']] },
  letters_uploaded: {
    title: 'Three letters in hand and uploaded',
    on: [['2027-09-15', 'review 29 Sep 2027 - 2 weeks']],
  },
  nrmp_opens: { title: 'NRMP registration opens, 12:00 ET', on: [['2027-09-15', '~ NRMP, by rule']] },
  letters_assigned: {
    title: 'Letters assigned to each program, at most four',
    on: [['2027-09-27', 'review 29 Sep 2027 - 48 hours']],
  },
  complete: {
    title: 'Complete and submitted 48 hours before review opens',
    on: [['2027-09-27', 'review 29 Sep 2027 - 48 hours']],
  },
  review: {
    title: 'Programs begin to review applications, 09:00 ET',
    on: [['2027-09-29', 'AAMC, published']],
  },
  answer_utah: {
    title: 'Answer the interview invitation: University of Utah',
    on: [['2027-10-21', 'invited 19 Oct 09:00 in Utah (15:00 UTC) + 48 hours = 20:45 in Kathmandu (NRMP)']],
  },
  talk_utah: {
    title: 'Interview: University of Utah',
    on: [['2027-11-09', '9 Nov 09:00 MST, clocks went back on 7 Nov: 16:00 UTC = 21:45 in Kathmandu']],
  },
  thanks_utah: {
    title: 'Thank-you note: University of Utah',
    on: [['2027-11-10', 'the day after the talk, there']],
  },
  answer_cin: {
    title: "Answer the interview invitation: Cincinnati Children's Hospital Medical Center",
    on: [
      ['2027-11-18', 'invited 15 Nov 15:00 EST (20:00 UTC) + 48 hours = 18 Nov 01:45 in Kathmandu (NRMP)'],
    ],
  },
  talk_cin: {
    title: "Interview: Cincinnati Children's Hospital Medical Center",
    on: [['2027-12-03', '2 Dec 14:00 EST = 19:00 UTC = 3 Dec 00:45 in Kathmandu']],
  },
  ministry_asked: {
    title: 'Your ministry asked how a statement of need is given',
    on: [['2027-12-01', 'training 1 Jul 2028 - 7 months']],
  },
  pathway_application: {
    title: 'ECFMG Pathway applied for, by 15 December at the latest',
    on: [['2027-12-15', '~ Pathways close 31 Jan 2028 - 47 days']],
  },
  nrmp_registration: { title: 'Registered with NRMP', on: [['2028-01-31', '~ NRMP standard deadline']] },
  follow_up: { title: 'Follow up: University of Utah', on: [['2028-01-24', 'her own day']] },
  ranking_opens: { title: 'NRMP ranking opens, 12:00 ET', on: [['2028-02-01', '~ NRMP, by rule']] },
  contract_in_writing: {
    title: 'Contract and visa policy in writing from every program you will rank',
    on: [['2028-02-09', '~ rank list 1 Mar 2028 - 3 weeks']],
  },
  ecfmg_verification: {
    title: 'ECFMG’s word with NRMP, two weeks before the rank list closes',
    on: [['2028-02-16', '~ rank list 1 Mar 2028 - 2 weeks']],
  },
  pathway_accepted: {
    title: 'ECFMG Pathway accepted',
    on: [['2028-02-16', '~ rank list 1 Mar 2028 - 2 weeks']],
  },
  own: { title: 'Ask Prof. Rana about the order', on: [['2028-02-20', 'her own item']] },
  rank_list: { title: 'Rank list certified', on: [['2028-03-01', '~ NRMP rank list deadline']] },
  soap_ready: {
    title: 'Ready for SOAP, should you need it',
    on: [['2028-03-10', '~ Match Week 13 Mar 2028 - 3 days']],
  },
  soap: {
    title: 'SOAP applications open, should you need it',
    on: [['2028-03-13', '~ 11:00 EDT, clocks went forward on 12 Mar: 15:00 UTC = 20:45 in Kathmandu (NRMP)']],
  },
  match_week: {
    title: 'Match Week begins: matched or not, 10:00 ET',
    on: [['2028-03-13', '~ NRMP, by rule']],
  },
  match_day: { title: 'Match Day, 12:00 ET', on: [['2028-03-17', '~ NRMP, by rule']] },
  contract_signed: {
    title: 'Contract read and signed',
    on: [['2028-03-31', '~ Match Day 17 Mar 2028 + 2 weeks']],
  },
  liaison_file: {
    title: 'J-1 file opened by the hospital’s liaison',
    on: [['2028-04-07', '~ Match Day 17 Mar 2028 + 3 weeks']],
  },
}

/**
 * Every mail of the year, a line each: when it comes on her clock, whether it is the daily one or one that cannot wait, and
 * what it speaks of with the days left. What she has done is not spoken of any more; what she does, always at noon, stands
 * in the test. There is one daily mail a day at most: what comes up after it waits for the next.
 */
export const SAID = `
2026-11-22 13:00  digest  one_name 0, visitor_visa 9, pathway_choice 30
2026-11-24 08:00  digest  visitor_visa 7
2026-11-28 08:00  digest  visitor_visa 3
2026-11-30 08:00  digest  visitor_visa 1
2026-12-08 08:00  digest  pathway_choice 14
2026-12-15 08:00  digest  pathway_choice 7
2027-03-02 08:00  digest  observership 30
2027-03-06 08:00  digest  step2ck_registration 30
2027-03-18 08:00  digest  observership 14
2027-03-22 08:00  digest  step2ck_registration 14
2027-03-25 08:00  digest  observership 7
2027-03-29 08:00  digest  step2ck_registration 7
2027-04-12 08:00  digest  letters_asked 30
2027-04-28 08:00  digest  letters_asked 14
2027-05-03 08:00  digest  season_opens 30
2027-05-05 08:00  digest  letters_asked 7
2027-05-19 08:00  digest  season_opens 14
2027-05-26 08:00  digest  season_opens 7
2027-05-29 08:00  digest  step2ck_day 30
2027-05-30 08:00  digest  season_opens 3
2027-06-01 08:00  digest  season_opens 1
2027-06-07 08:00  digest  credentials_verified 30
2027-06-10 13:00  digest  oet_day 30
2027-06-14 08:00  digest  step2ck_day 14
2027-06-21 08:00  digest  step2ck_day 7
2027-06-23 08:00  digest  credentials_verified 14
2027-06-25 08:00  digest  step2ck_day 3
2027-06-26 08:00  digest  oet_day 14
2027-06-27 08:00  urgent  step2ck_day 1
2027-06-28 08:00  digest  gaps_explained 30, eras_token 30
2027-07-03 08:00  digest  oet_day 7
2027-07-07 08:00  digest  oet_day 3
2027-07-09 08:00  urgent  oet_day 1
2027-07-14 08:00  digest  gaps_explained 14, eras_token 14
2027-07-19 08:00  digest  photo 30, school_transcript 30, letters_translated 30
2027-07-21 08:00  digest  eras_token 7
2027-07-25 08:00  digest  eras_token 3
2027-07-26 08:00  digest  statement 30, program_list 30
2027-08-02 08:00  digest  mspe 30, application_form 30
2027-08-04 08:00  digest  photo 14, school_transcript 14, letters_translated 14
2027-08-09 08:00  digest  submit 30
2027-08-11 08:00  digest  letters_translated 7, statement 14, program_list 14
2027-08-15 08:00  digest  letters_translated 3
2027-08-16 08:00  digest  letters_uploaded 30, nrmp_opens 30
2027-08-18 08:00  digest  statement 7, program_list 7, mspe 14, application_form 14
2027-08-22 08:00  digest  statement 3, program_list 3
2027-08-24 08:00  digest  statement 1, program_list 1
2027-08-25 08:00  digest  mspe 7, application_form 7, submit 14
2027-08-28 08:00  digest  letters_assigned 30, complete 30
2027-08-29 08:00  digest  mspe 3, application_form 3
2027-08-30 08:00  digest  review 30
2027-09-01 08:00  digest  submit 7, letters_uploaded 14, nrmp_opens 14
2027-09-05 08:00  digest  submit 3
2027-09-07 08:00  digest  submit 1
2027-09-08 08:00  digest  letters_uploaded 7, nrmp_opens 7
2027-09-12 08:00  digest  nrmp_opens 3
2027-09-13 08:00  digest  letters_assigned 14, complete 14
2027-09-14 08:00  digest  nrmp_opens 1
2027-09-15 08:00  digest  review 14
2027-09-20 08:00  digest  complete 7
2027-09-22 08:00  digest  review 7
2027-09-24 08:00  digest  complete 3
2027-09-26 08:00  digest  review 3
2027-09-28 08:00  urgent  review 1
2027-10-20 13:00  digest  answer_utah 1
2027-10-20 20:45  urgent  answer_utah 1
2027-10-21 13:00  digest  talk_utah 19
2027-10-26 08:00  digest  talk_utah 14
2027-11-01 08:00  digest  ministry_asked 30
2027-11-02 08:00  digest  talk_utah 7
2027-11-06 08:00  digest  talk_utah 3
2027-11-09 07:00  urgent  talk_utah 0
2027-11-10 13:00  digest  thanks_utah 0
2027-11-15 08:00  digest  pathway_application 30
2027-11-16 13:00  digest  answer_cin 2
2027-11-17 07:00  urgent  answer_cin 1
2027-11-17 08:00  digest  ministry_asked 14
2027-11-18 08:00  digest  talk_cin 15
2027-11-19 08:00  digest  talk_cin 14
2027-11-24 08:00  digest  ministry_asked 7
2027-11-26 08:00  digest  talk_cin 7
2027-11-28 08:00  digest  ministry_asked 3
2027-11-30 08:00  digest  talk_cin 3
2027-12-01 08:00  digest  pathway_application 14
2027-12-02 07:00  urgent  talk_cin 1
2027-12-08 08:00  digest  pathway_application 7
2028-01-01 08:00  digest  nrmp_registration 30
2028-01-02 08:00  digest  ranking_opens 30
2028-01-10 08:00  digest  contract_in_writing 30
2028-01-11 08:00  digest  follow_up 13
2028-01-17 08:00  digest  follow_up 7, ecfmg_verification 30, pathway_accepted 30
2028-01-18 08:00  digest  ranking_opens 14
2028-01-21 08:00  digest  follow_up 3
2028-01-25 08:00  digest  ranking_opens 7
2028-01-26 08:00  digest  contract_in_writing 14
2028-01-29 08:00  digest  ranking_opens 3
2028-01-30 13:00  digest  own 21
2028-01-31 08:00  digest  ranking_opens 1, rank_list 30
2028-02-02 08:00  digest  contract_in_writing 7, ecfmg_verification 14, pathway_accepted 14
2028-02-06 08:00  digest  contract_in_writing 3, own 14
2028-02-08 08:00  digest  contract_in_writing 1
2028-02-09 08:00  digest  soap_ready 30
2028-02-12 08:00  digest  soap 30, match_week 30
2028-02-13 08:00  digest  own 7
2028-02-16 08:00  digest  rank_list 14, match_day 30
2028-02-17 08:00  digest  own 3
2028-02-19 08:00  digest  own 1
2028-02-25 08:00  digest  soap_ready 14
2028-02-28 08:00  digest  soap 14, match_week 14
2028-03-01 08:00  digest  contract_signed 30
2028-03-03 08:00  digest  soap_ready 7, match_day 14
2028-03-06 08:00  digest  soap 7, match_week 7
2028-03-07 08:00  digest  soap_ready 3
2028-03-08 08:00  digest  liaison_file 30
2028-03-10 08:00  digest  soap 3, match_week 3, match_day 7
2028-03-12 08:00  digest  soap 1, match_week 1
2028-03-14 08:00  digest  match_day 3
2028-03-16 08:00  digest  match_day 1
2028-03-17 08:00  digest  contract_signed 14
`

/** The open items of her checklist with their days, as the page shows them on these days. */
export const CHECKLIST: Readonly<Record<CalendarDate, string>> = {
  // By the projected season. Step 2 CK and OET: their last day for review on 22 September, which is Sunday 19 September
  // (the 20th, 21st and 22nd are the transcript's three working days) less eight weeks; registration twelve weeks before.
  '2026-11-22': `
    2026-11-22 one_name               2026-12-01 visitor_visa           2026-12-22 pathway_choice
    2027-04-01 observership           2027-05-02 step2ck_registration   2027-05-12 letters_asked
    2027-06-23 us_geneticist_letter   2027-06-30 credentials_verified   2027-07-21 eras_token
    2027-07-21 gaps_explained         2027-07-25 oet                    2027-07-25 step2ck
    2027-08-11 photo                  2027-08-11 school_transcript      2027-08-18 program_list
    2027-08-18 statement              2027-08-25 application_form       2027-08-25 mspe
    2027-09-08 letters_uploaded       2027-09-20 complete               2027-09-20 letters_assigned
    2027-12-01 ministry_asked         2027-12-15 pathway_application    2028-01-31 nrmp_registration
    2028-02-09 contract_in_writing    2028-02-16 ecfmg_verification     2028-02-16 pathway_accepted
    2028-03-01 rank_list              2028-03-10 soap_ready             2028-03-31 contract_signed
    2028-04-07 liaison_file           2028-04-08 ecfmg_certificate      2028-04-21 statement_of_need
    2028-06-02 ds2019                 2028-06-05 sevis                  2028-06-16 visa_interview
    2028-06-24 training_license       2033-05-04 seven_years`,
  // After the announcement: a week later what hangs on submission and review, nothing else. OET: Sunday 26 September less
  // eight weeks. The letters from home ask for a translation, genetics on the list for the board's review.
  '2027-05-21': `
    2027-06-28 step2ck                2027-07-07 credentials_verified   2027-07-28 eras_token
    2027-07-28 gaps_explained         2027-08-01 oet                    2027-08-18 letters_translated
    2027-08-18 photo                  2027-08-18 school_transcript      2027-08-25 program_list
    2027-08-25 statement              2027-09-01 application_form       2027-09-01 mspe
    2027-09-15 letters_uploaded       2027-09-27 complete               2027-09-27 letters_assigned
    2027-12-01 ministry_asked         2027-12-15 pathway_application    2028-01-31 nrmp_registration
    2028-02-09 contract_in_writing    2028-02-16 ecfmg_verification     2028-02-16 pathway_accepted
    2028-03-01 rank_list              2028-03-10 soap_ready             2028-03-31 contract_signed
    2028-04-07 liaison_file           2028-04-08 ecfmg_certificate      2028-04-21 statement_of_need
    2028-05-06 board_review           2028-06-02 ds2019                 2028-06-05 sevis
    2028-06-16 visa_interview         2028-06-24 training_license       2033-05-04 seven_years`,
  // Both Steps passed within seven years, applied, registered.
  '2028-02-01': `
    2028-02-09 contract_in_writing    2028-02-16 ecfmg_verification     2028-02-16 pathway_accepted
    2028-02-20 own                    2028-03-01 rank_list              2028-03-10 soap_ready
    2028-03-31 contract_signed        2028-04-07 liaison_file           2028-04-08 ecfmg_certificate
    2028-04-21 statement_of_need      2028-05-06 board_review           2028-06-02 ds2019
    2028-06-05 sevis                  2028-06-16 visa_interview         2028-06-24 training_license`,
  // Matched: the papers, in their order, and the item of her own that she never ticked.
  '2028-03-20': `
    2028-02-20 own                    2028-03-31 contract_signed        2028-04-07 liaison_file
    2028-04-21 statement_of_need      2028-05-06 board_review           2028-06-02 ds2019
    2028-06-05 sevis                  2028-06-16 visa_interview         2028-06-24 training_license`,
}

/**
 * Is the score there on review day? The verdict, then the last exam days that make it with four and with eight weeks for
 * the result and three working days for the transcript (C6; USMLE's words on reporting).
 */
export const TIMING: Readonly<Record<CalendarDate, readonly [string, CalendarDate, CalendarDate]>> = {
  '2026-11-22': ['no_exam_date', '2027-08-22', '2027-07-25'],
  // Planned for 10 August: only if the result takes four weeks.
  '2027-01-11': ['in_time_if_typical', '2027-08-22', '2027-07-25'],
  // Moved to 28 June, within the article's late June to early July.
  '2027-02-21': ['in_time', '2027-08-22', '2027-07-25'],
  '2027-05-21': ['in_time', '2027-08-29', '2027-08-01'],
  '2027-06-29': ['pending', '2027-08-29', '2027-08-01'],
  '2027-07-29': ['score_there', '2027-08-29', '2027-08-01'],
  '2027-09-30': ['score_there', '2027-08-29', '2027-08-01'],
}
