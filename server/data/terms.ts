/**
 * The terms of use, as points; every running service has these. Another version has to be accepted anew.
 */
export const terms = {
  version: '2026-01',
  points: {
    nb: [
      'Du kan lese og sende meldinger til tjenestene du får hjelp av, og se timeavtalene dine.',
      'Bare ansatte som skal gi deg hjelp, leser det du skriver. Det du sender, blir en del av journalen din.',
      'Tjenesten er ikke for øyeblikkelig hjelp. Ring 113 når det står om liv, og legevakten på 116117 når det haster.',
      'Du kan når som helst trekke tilbake samtykket ditt.',
    ],
    nn: [
      'Du kan lese og sende meldingar til tenestene du får hjelp av, og sjå timeavtalane dine.',
      'Berre tilsette som skal gje deg hjelp, les det du skriv. Det du sender, blir ein del av journalen din.',
      'Tenesta er ikkje for augneblikkeleg hjelp. Ring 113 når det står om liv, og legevakta på 116117 når det hastar.',
      'Du kan når som helst trekkje tilbake samtykket ditt.',
    ],
    en: [
      'You can read and send messages to the services that help you, and see your appointments.',
      'Only staff who are to help you read what you write. What you send becomes part of your health record.',
      'This is not for emergencies. Call 113 when a life is at risk, and the emergency clinic on 116117 when it is urgent.',
      'You can withdraw your consent at any time.',
    ],
  },
};
