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
    help_reader => "Le compte rendu tel qu'il est maintenant. Il dit aussi ce qui n'a pas été fait.\nEntrée l'écrit en Markdown à côté de la séance.",
        "The record as it is now. It also says what was not done.\nEnter writes it as Markdown beside the session.";
}
