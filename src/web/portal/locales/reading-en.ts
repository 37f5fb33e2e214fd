/** The long texts in English. */
import type { Reading } from './reading-zh.ts'

export const readingEn: Reading = {
  law: {
    lead: 'The Regulations on Petition Work have been in force since 1 May 2022. This is a summary in plain words; where it differs, the Regulations hold.',
    sections: [
      {
        heading: 'What a petition is',
        paragraphs: [
          'Citizens and organisations report a situation, make a suggestion or ask for something, online, by letter, by phone, by fax or in person. All of that is petitioning. (art. 17)',
          'Every public body is responsible, not only the petition bureau: whoever governs the place, and whoever is in charge of the subject. (art. 5)',
        ],
      },
      {
        heading: 'How to raise it',
        paragraphs: [
          [
            'Usually in writing: name, address, what you ask for, facts and reasons. What you say aloud must be written down faithfully. (art. 19)',
            'In person: at the reception place of the body that is competent, or of the one above it. (art. 20)',
            'Several people with one matter choose no more than 5 representatives. (art. 20)',
            'It must be true; inventing, distorting or falsely accusing is not allowed. (art. 19)',
            'Reception places and hours, phones, addresses and ways to follow up must be published. (art. 18)',
          ],
        ],
      },
      {
        heading: 'Once it has arrived',
        paragraphs: [
          [
            'The petition bureau registers each one, and passes it on within 15 days. (art. 22)',
            'A body that you approach directly answers on the spot in writing where it can, otherwise within 15 days. (art. 23)',
            'A body to which it was passed tells you in writing within 15 days that it has it and how it will be handled. (art. 23)',
            'If it thinks that it is not competent, it objects with reasons within 5 working days; only when the sender agrees may it go back. (art. 23)',
            'If bodies disagree, the one above them both decides. If a body is merged or closed, its successor takes over. (art. 24)',
            'Serious and urgent matters are reported at once. (art. 25)',
          ],
        ],
      },
      {
        heading: 'Three kinds, three ways',
        paragraphs: [
          [
            'Suggestions are studied; what is sound and feasible is adopted in whole or in part, and you get a reply. (art. 29)',
            'Accusations go to the discipline body or whoever is competent; the material may never reach the accused. (art. 30)',
            'Appeals and requests: what belongs to a court, arbitration, party procedure or reconsideration is led there; a statutory duty is performed or answered; for all else you are heard, the matter is investigated and a handling opinion is issued. (art. 31)',
          ],
        ],
      },
      {
        heading: 'The handling opinion',
        paragraphs: [
          'It states your claims, the facts and reasons, the decision and its legal basis. A claim that is founded and lawful is supported, and carried out; one that is reasonable but has no basis in law is explained; one without facts or against the law is not supported. (art. 32)',
          'It is due within 60 days of acceptance. In complex matters the head of the body may approve up to 30 more, and you are told why. (art. 34)',
          'Where there is discretion and both sides are willing, the matter may be mediated or settled. (art. 33)',
        ],
      },
      {
        heading: 'If you disagree',
        paragraphs: [
          'Within 30 days of receiving the written answer you may ask the body one level up for a review; it answers in writing within 30 days. (art. 35)',
          'Within 30 days of receiving the review opinion you may ask the next body up for a re-examination; it answers within 30 days, not counting a hearing. After that, the same facts and reasons are not accepted again. (art. 36)',
        ],
      },
      {
        heading: 'When a body does not do its duty',
        paragraphs: [
          'The petition bureau supervises and proposes improvements where a body accepts or handles wrongly, delays, passes the matter around, falsifies, or does not carry out an opinion. (art. 40)',
          'Refusing to accept, running late, leaking an accusation and retaliating all lead to liability. (arts. 42–46)',
        ],
      },
      {
        heading: 'How days are counted here',
        paragraphs: [
          [
            'The starting day does not count; counting begins the day after.',
            '“Days” include rest days; “working days” are the days that are worked, including weekends worked to make up for holidays.',
            'If your own limit ends on a rest day, it moves to the next working day; a limit on a public body does not move.',
            'A last day that you were told may become later, never earlier.',
            'Where the law names no number of days, the system uses the reading that is better for you, and says so beside the limit.',
          ],
        ],
      },
    ],
  },
  receipts: {
    lead: 'When you have sent your petition you get two numbers: the registration number and the key.',
    sections: [
      {
        heading: 'The registration number',
        paragraphs: [
          '15 digits. The first six are the day of registration and the last one is a check digit, so a slip is noticed at once.',
          'You may tell it to others, for example on the phone. On its own it opens nothing.',
        ],
      },
      {
        heading: 'The key',
        paragraphs: [
          '18 digits, shown once. The last two are check digits, so a slip is noticed at once and does not count as a wrong guess. Older keys have 16 digits and go on working. The system does not keep the key itself, only a mark to check it against, so nobody can look your key up.',
          'Number and key together show everything about your petition and let you add material, rate, withdraw or ask for a review. Keep it like the key to your door.',
          'If several of you signed, each has a key of their own.',
        ],
      },
      {
        heading: 'If you lose it',
        paragraphs: [
          'Bring your identity card to the bureau where it was registered. Once it is clear who you are you are given a new key, and the old one dies. That is written into the history and told to your registered telephone and mailbox: if it was not you, go to the office at once.',
          'If you petitioned anonymously nobody can tell who you are, so do keep it. If you still have the key but others may have seen it, go to the office that registered it, type it in yourself at the window, and have it exchanged for a new one.',
        ],
      },
      {
        heading: 'If somebody asks you for it',
        paragraphs: [
          'Staff do not need your key and will not ask for it. Do not give it away; you can report it from the page of your petition.',
        ],
      },
      {
        heading: 'What the QR codes hold',
        paragraphs: [
          'The smaller is to follow the petition: the address of this site, the number and the key. Whoever scans it can open your petition, so do not send pictures of it.',
          'The larger is to check the receipt: what the office has signed, without key or name. Anybody may scan it.',
        ],
      },
      {
        heading: 'What the signed receipt is good for',
        paragraphs: [
          'It states the number, the time, how many requests were counted, the first time limit and the legal basis, under the digital signature of the office. If one sign is changed, the signature no longer fits.',
          'Every record goes into a public register that can only grow. A minute after registration you can download the evidence on the follow page, under “Proof”: the receipt, the proof from the register and your own words. If the office changes or removes a record later, this file shows it.',
          'The checking page says whether it is genuine, on your own device and without a network too. It is the same for anonymous petitions.',
          'It proves that the office wrote this down, when, and what. It proves neither that the matter is handled well nor that what is said in it is true.',
        ],
      },
    ],
  },
  privacy: {
    lead: 'What you write and who you are is used to handle your petition, and for nothing else.',
    sections: [
      {
        heading: 'What is kept',
        paragraphs: [
          [
            'What you fill in, your files and how to reach you.',
            'Each step: on which day which body did what.',
            'Which body has opened your petition. You can see this too.',
          ],
          'What is not done: no analytics by others, no advertising, no tracking cookies, no scoring, ranking or labelling of you.',
        ],
      },
      {
        heading: 'How it is kept secret',
        paragraphs: [
          'What you write and who you are is encrypted as it is stored, with keys that lie outside the database. The record of what happened holds only a reference to it.',
          'The entries of that record are chained, so that changing or removing one is noticed.',
        ],
      },
      {
        heading: 'Who can see it',
        paragraphs: [
          [
            'With your name: the bureau that registers it and the body that handles it.',
            'In confidence: only the registering bureau knows who you are. The handling body sees the matter, not your name, phone, address or identity number.',
            'Anonymous: nobody knows, and the system does not either.',
            'A body or person you accuse: never.',
            'Your rating: the handling body sees only the sum of many.',
          ],
        ],
      },
      {
        heading: 'What stays on your device',
        paragraphs: [
          [
            'Your language, type size and any draft you have not sent. They are not uploaded. A draft is deleted when it is sent, or after 30 days. On a shared device, tick the box and no draft is kept.',
            'Number and key stay in the open page only and go when you close it; “Leave” clears them at once.',
          ],
        ],
      },
      {
        heading: 'For how long',
        paragraphs: [
          'From the day on which anything last happened: a suggestion for 10 years, an appeal or an accusation for 30. Nothing is erased while it is open or a time limit runs, nor where obstruction or retaliation was reported.',
          'Nor is anything erased by itself. The head of the office that registered it proposes; you are told, may keep a copy, and have 90 days to object with your key, without a reason. If nobody objects, another person in the organ above decides. What is erased is the content; the history stays for ever, and every erasure is listed in public.',
        ],
      },
    ],
  },
  accessibility: {
    lead: 'Everybody should be able to use this: with poor sight or hearing, unsteady hands, or little practice.',
    sections: [
      {
        heading: 'You can',
        paragraphs: [
          [
            'Press “Large type” at the top; it stays that way.',
            'Zoom to four times the size without scrolling sideways.',
            'Do everything with a keyboard: Tab to move, Space or Enter to choose.',
            'Use a screen reader. Every field has a name and a hint, and errors are read out.',
            'Use an old phone on a slow line. There is no video, nothing plays by itself and nothing times out.',
          ],
        ],
      },
      {
        heading: 'Standard',
        paragraphs: [
          'Made to WCAG 2.2 level AA. Each change is checked on every page with automatic tools and by keyboard.',
        ],
      },
      {
        heading: 'What is missing',
        paragraphs: [
          [
            'Photos that you or others upload, and scans, have no description in words.',
            'There is no sign language and no spoken dialect.',
            'Browsers from before 2018 cannot open the form; please phone, write or come.',
          ],
        ],
      },
      {
        heading: 'When it does not work for you',
        paragraphs: ['Phone, write or come. Staff will register your petition and give you the same number and key.'],
      },
    ],
  },
}
