/**
 * The procedure, sentence by sentence, in the order and the words of the people who carry it out. Rules and events name
 * the sentence that they come from, and the page beside this file leads from each one to its place in code and tests.
 */
export const PROCEDURE = {
  navette:
    'L’enseignant envoie à certif@pix.fr les informations sur les sessions de certification en complétant le fichier "Navette créneaux" fourni par Pix',
  establishment: 'L’établissement (nom, adresse, code postal, ville)',
  date: 'Date (au format jj/mm/aaaa)',
  hours: 'Heures de début et de fin',
  site: 'Site',
  room: 'Salle',
  examiner: 'Nom et prénom de l’enseignant (examineur)',
  cap: 'un enseignant prend en charge au maximum 20 candidats',
  materiel: 'Pix envoie à l’enseignant le fichier intitulé "Matériel certification"',
  accessCode:
    'le code d’accès est donné aux élèves par l’enseignant au lancement du test, il se compose de 4 lettres en majuscule suivies de 2 chiffres',
  blankSheet: 'une feuille d’émargement numérique vierge par session',
  names: 'L’enseignant remplit pour chaque session la feuille d’émargement : les noms et prénoms',
  birth: 'date et lieu de naissance',
  email: 'facultatif : adresse électronique de convocation',
  identifier: 'éventuellement un identifiant (Numéro INE)',
  extraTime:
    'C’est à cet endroit qu’il faut préciser si le ou la candidat(e) bénéficie d’un temps majoré (si oui, préciser le %)',
  extraTimeGranted: 'Il devra être accordé un temps supplémentaire à chaque candidat en fonction de sa situation',
  longerSession:
    'Le surveillant doit allonger au cas par cas la durée de la session en fonction du temps majoré accordé',
  print: 'Il imprime ensuite les feuilles d’émargement',
  certificationNumber: 'le numéro de certification qui apparaît en haut à droite de l’écran',
  comment:
    'tout commentaire qui peut avoir une incidence sur le résultat (problème avec une épreuve ou autre, fraude, ...)',
  extraTimeVerified: 'la prise en compte du temps en cas de vérification (1/3 temps...)',
  endScreen: 'qu’il a vu l’écran de fin de test',
  lateEntry:
    'L’enseignant saisit, pour chaque session, les informations complémentaires dans la version numérique de la feuille d’émargement : Numéro de certification, Ecran de fin de test vu, Commentaires éventuels',
  submission:
    'L’enseignant envoie à Pix la version numérique de la feuille d’émargement et le scan de la version signée par les élèves',
  results: 'Pix envoie les résultats au Centre de certification',
  ownResult: 'L’élève retrouve le résultat de sa certification directement depuis sa page profil',
  clock: 'Le début du décompte du temps correspond au moment où est donné le code d’accès',
  duration: 'L’enseignant donne 1h45 aux élèves pour effectuer le test',
  closing: 'La clôture du test ne se fait pas automatiquement',
  announcement: 'L’enseignant indique quelques minutes avant la fin le temps restant',
  pass: 'et invite les élèves à "passer" les épreuves qu’ils n’ont pas le temps de traiter',
  fraud: 'En cas de fraude, l’enseignant établit un rapport de fraude',
  interruption: 'En cas de déconnexion, fermeture du navigateur, ... l’élève peut reprendre son test',
  resumption: 'puis en saisissant le code d’accès (celui donné par l’enseignant avant le démarrage du test)',
  problem:
    'En cas de problème technique sur une question, le Candidat doit le signaler directement dans Pix à l’aide du lien "Signaler un problème", après avis de l’enseignant',
  problemWording:
    'L’enseignant contribue à la rédaction du signalement pour qu’il soit aussi intelligible que possible',
  problemOnPv: 'il en fait mention brièvement sur le PV de session (exemple : "signalement épreuve n° 18")',
} as const;

/** The name of a sentence of the procedure. */
export type Sentence = keyof typeof PROCEDURE;
