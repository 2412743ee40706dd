//! The sentences of the help window.

crate::words! {
    help_title => "Aide", "Help";
    help_keys => "Touches ici", "Keys here";
    help_how => "Comment s'y prendre", "How to go about it";
    help_ids => "Les lettres devant les numéros\u{a0}: E événement, Z source (entendue ou consultée), F fait, D écart, B barrière, C facteur (ce qui a contribué), A action, N analyse. Un numéro donné ne change plus.",
        "The letters before the numbers: E event, Z source (heard or seen), F fact, D deviation, B barrier, C factor (what contributed), A action, N analysis. A number once given never changes.";
    help_glossary => "Les mots du métier", "The words of the trade";
    help_everywhere => "Tout est enregistré à mesure\u{a0}: il n'y a rien à sauvegarder.\nÉchap sort d'un champ ou d'une fenêtre, jamais du programme. Ctrl+Q quitte.\nToutes les commandes, même sans touche, sont dans la palette\u{a0}: Ctrl+P, ou «\u{a0}:\u{a0}» dans une liste.",
        "Everything is saved as you go: there is nothing to save.\nEsc leaves a field or a window, never the program. Ctrl+Q leaves.\nAll commands, even those without a key, are in the palette: Ctrl+P, or “:” in a list.";
    help_home => "L'accueil mène partout. Reprendre rouvre la dernière séance là où elle en était.\nUne séance nouvelle commence tout de suite\u{a0}; préparée, elle attend son jour.\nLes séances scellées se relisent et ne changent plus.",
        "Home leads everywhere. Resume reopens the last session where it was.\nA new session begins at once; a prepared one waits for its day.\nSealed sessions can be read and never change.";
    help_settings => "Les réglages sont ceux de l'équipe\u{a0}: ils servent aux prochaines séances.\nLe thème, la langue de l'écran et la souris ne concernent que vous.",
        "These settings belong to the team: they serve the next sessions.\nTheme, language of the screen and mouse are yours alone.";
    help_pool => "Les événements signalés attendent ici la prochaine séance.\nDes faits, sans nom de patient ni de professionnel\u{a0}: des fonctions.",
        "Reported events wait here for the next session.\nFacts, without names of patients or professionals: functions only.";
    help_reader => "Le compte rendu tel qu'il est maintenant. Il dit aussi ce qui n'a pas été fait.\nEntrée en écrit une page à imprimer (HTML) à côté de la séance\u{a0}; t en écrit le texte (Markdown).",
        "The record as it is now. It also says what was not done.\nEnter writes a page to print (HTML) beside the session; t writes its text (Markdown).";
    help_welcome => "Quatre questions, une fois pour toutes\u{a0}: le nom, le type de structure, les membres, le quorum.\nUne réponse est déjà prête\u{a0}: Entrée la prend, Échap passe, Maj+Tab revient. Tout se change plus tard dans les réglages.",
        "Four questions, once for all: name, kind of structure, members, quorum.\nAn answer is ready: Enter takes it, Esc passes, Shift+Tab goes back. All of it can be changed later in the settings.";
    help_ask => "Cette fenêtre demande confirmation avant d'aller plus loin\u{202f}; rien n'est bloqué.\nEntrée confirme, Tab va au champ suivant, Échap reste où vous êtes. Ce que vous écrivez ici va au compte rendu.",
        "This window asks before going on; nothing is ever blocked.\nEnter confirms, Tab goes to the next field, Esc stays where you are. What you write here goes into the record.";
    help_clock => "Le temps de l'étape en grand, et l'avance ou le retard de la séance.\nSi le temps manque, la fenêtre propose de répartir ce qui reste entre les étapes à venir.",
        "The time of the step in large digits, and whether the meeting is ahead or late.\nWhen time runs short, the window offers to share what is left among the steps ahead.";
    help_grids => "Les grilles de cette analyse, avec ce qui a été exploré de chacune.\nEntrée choisit la grille à parcourir\u{202f}; Espace la met de côté ou la compte. «\u{a0}De côté\u{a0}» garde une grille et ses réponses sans la compter\u{202f}; «\u{a0}compter\u{a0}» la remet dans l'analyse\u{a0}: ses questions comptent alors dans ce qui est exploré.\nAucune réponse n'est perdue en changeant de grille.",
        "The grids of this analysis, with what was explored of each.\nEnter chooses the grid to walk; Space sets it aside or counts it. “Aside” keeps a grid and its answers without counting it; “count” puts it back into the analysis: its questions then count in what was explored.\nNo answer is lost by changing grid.";
    help_items => "Toutes les questions de la grille, avec leurs réponses.\nTapez quelques lettres pour en trouver une, Entrée y va\u{202f}; Tab ne laisse que celles qui attendent le groupe.",
        "All questions of the grid, with their answers.\nType a few letters to find one, Enter goes there; Tab leaves only those that wait for the group.";
    help_checks => "Ce qui reste à vérifier, et par qui\u{a0}: la liste du pilote de l'analyse.\nEntrée va à l'endroit où cela se complète.",
        "What is left to be checked, and by whom: the list of the analysis lead.\nEnter goes to the place where it is completed.";
    help_regrid => "Passer à une autre grille\u{a0}: chaque facteur avec les codes proposés, à confirmer ou refuser.\nRien ne change avant Entrée, et une seule annulation (Ctrl+Z) reprend tout. Ce qui n'a pas d'équivalent est gardé.",
        "Going over to another grid: each factor with the codes proposed, to confirm or refuse.\nNothing changes before Enter, and one undo (Ctrl+Z) takes it all back. What has no match is kept.";
    help_note => "Une note pour vous seul\u{a0}: à l'écran, des points à la place des lettres.\nElle n'entre ni dans la séance ni dans le compte rendu.",
        "A note for you alone: on the screen, dots in place of letters.\nIt enters neither the session nor the record.";
    help_palette => "Toutes les commandes qui ont un sens ici.\nTapez quelques lettres de ce que vous cherchez, puis Entrée.",
        "All commands that make sense here.\nType a few letters of what you look for, then Enter.";
    help_parking => "Le parking garde les questions pour plus tard, sans quitter l'étape.\nTapez la question, Entrée la garde\u{202f}; elle est reprise à la clôture.",
        "The parking lot keeps questions for later, without leaving the step.\nType the question, Enter keeps it; it comes back at the closing.";
    help_search => "Cherche dans tous les textes de la séance\u{202f}; accents et majuscules ne comptent pas.\nTapez, choisissez avec les flèches, Entrée y va.",
        "Searches all texts of the session; accents and capitals do not count.\nType, choose with the arrows, Enter goes there.";
    help_decisions => "Tout ce qui a été décidé, séance par séance, le plus récent d'abord\u{a0}: quoi, pourquoi, comment, avec quel vote, et ce qu'il en est advenu.\nTapez quelques mots pour trier (un mot de la décision, une raison, une année)\u{202f}; Tab change de sorte, F2 d'année.\nEntrée ouvre la séance à cet endroit, en lecture seule\u{202f}; Échap revient ici.",
        "All that was decided, session by session, the newest first: what, why, how, by what vote, and what became of it.\nType a few words to sort (a word of the decision, a reason, a year); Tab changes the kind, F2 the year.\nEnter opens the session there, to be read only; Esc comes back here.";
    help_speaking => "Le tour de parole\u{a0}: qui a parlé, par fonction, pour penser à ceux qui se taisent.\nEntrée ou Espace note une prise de parole, Suppr en retire une.",
        "The speaking round: who has had the floor, by function, so that the quiet ones are asked.\nEnter or Space counts the floor once more, Delete takes one back.";
    help_vote => "Voter à plusieurs avec un seul clavier.\nLa question, les propositions, la façon de voter et ce qui départage sont fixées quand le vote s'ouvre. Pour en changer\u{a0}: annulez le vote avec sa raison, et préparez-en un autre.\nTrois façons de recueillir, qui se mélangent\u{a0}: les mains levées, comptées par proposition\u{202f}; les bulletins papier, tapés l'un après l'autre (Z\u{a0}blanc, X\u{a0}nul)\u{202f}; le clavier qui passe de main en main, derrière le rideau.\nAucun total ne se montre avant la fin, ni au mur ni à l'animateur\u{a0}: seulement le nombre de bulletins reçus.\nLa décision est un acte à part\u{a0}: le groupe peut suivre le vote ou non, et dit pourquoi.",
        "Voting together with one keyboard.\nThe question, the options, the method and the tie rule are fixed when the vote opens. To change one: cancel the vote with its reason, and prepare another.\nThree ways to collect, which mix: raised hands, counted per option; paper slips, typed one after the other (Z blank, X void); the keyboard passed from hand to hand, behind the curtain.\nNo total shows before the end, neither on the wall nor to the facilitator: only the number of papers received.\nThe decision is an act of its own: the group may follow the vote or not, and says why.";
    help_vote_secret => "Ce que le secret promet",
        "What secrecy promises";
    help_vote_secrecy => "Un bulletin est gardé sans nom, sans heure et sans ordre. Pendant le vote, il n'est ni dans la séance, ni dans son journal, ni dans ses sauvegardes\u{a0}: dans un seul fichier à part, détruit quand le vote se clôt. Ensuite, aucun fichier ne dit qui a voté quoi, ni dans quel ordre.\nCe qu'il ne promet pas\u{a0}: qui copierait le disque entre deux bulletins, ou l'examinerait comme un expert judiciaire, pourrait en savoir plus. À moins de quatre votants, ou quand tous votent pareil, chacun devine le vote des autres\u{a0}: le résultat le dit.",
        "A paper is kept without name, time or order. While the vote is open it is neither in the session, nor in its journal, nor in its backups: only in one file apart, destroyed when the vote closes. Afterwards no file tells who voted what, or in which order.\nWhat it does not promise: someone who copied the disk between two papers, or examined it as a forensic expert does, could learn more. With fewer than four voters, or when all vote alike, everyone guesses the votes of the others: the result says so.";
}
