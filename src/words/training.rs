//! The sentences of a simulation: the list of cases, the cards, the control room of the trainer, briefing and tests.

use crate::domain::simulation::Speed;

crate::words! {
    home_train => "S'entraîner", "Train";
    home_train_aside => "jouer un CREX sur un cas fictif, avec débriefing", "play a CREX on a fictitious case, with a debrief";
    train_title => "S'entraîner", "Train";
    train_aim => "Un cas fictif se joue comme une vraie séance\u{a0}: mêmes écrans, même minuteur. Rien n'en entre dans les registres ni dans les chiffres.",
        "A fictitious case is played as a real meeting: same screens, same timer. Nothing of it enters registers or figures.";
    train_shipped => "Cas fournis", "Cases that come with crex";
    train_own => "Vos cas", "Your cases";
    train_own_none => "Aucun pour l'instant. «\u{a0}crex train new\u{a0}» écrit un modèle à remplir dans le dossier scenarios.", "None so far. “crex train new” writes a template to fill in, in the folder scenarios.";
    train_cards(n: usize) => format!("{n}\u{a0}carte{}", if n > 1 { "s" } else { "" }), format!("{n} card{}", if n == 1 { "" } else { "s" });
    train_unknown => "Le scénario de cette simulation n'est pas connu de cette version\u{a0}: la séance se relit, mais sans cartes ni corrigé.",
        "This version does not know the scenario of this simulation: the session can be read, but without cards or key.";
    cards_title => "Cartes d'information", "Information cards";
    cards_ask => "À demander", "To be asked";
    cards_all_asked => "Tout a été demandé.", "Everything was asked.";
    cards_known => "Ce que nous savons", "What we know";
    cards_nothing_known => "Rien encore, hors la fiche lue. Entrée demande la carte choisie\u{a0}; chacune coûte du temps.", "Nothing yet but the report. Enter asks for the card chosen; each costs time.";
    cards_frozen => "L'image est arrêtée\u{a0}: reprenez d'abord, puis demandez.", "The picture is frozen: go on first, then ask.";
    cards_back => "Entrée revient à la liste", "Enter goes back to the list";
    cards_minute(n: u32) => format!("minute {n}"), format!("minute {n}");
    cards_news(title: &str, key: &str) => format!("Du nouveau\u{a0}: {title} · {key}"), format!("News: {title} · {key}");
    trainer_title => "Régie du formateur", "Trainer's control room";
    trainer_said => "Projeté au mur\u{a0}: on y lit quand, jamais quoi. Le détail est dans le second terminal («\u{a0}crex notes\u{a0}»).",
        "This is on the wall: it tells when, never what. The details are in the second terminal (“crex notes”).";
    trainer_freeze => "Arrêt sur image", "Freeze the picture";
    trainer_freeze_prompt => "avec une question pour cette étape", "with a question for this step";
    trainer_freeze_bare => "sans question", "without a question";
    trainer_inject(n: usize) => format!("Imprévu {n}"), format!("Inject {n}");
    trainer_inject_at(minute: u32) => format!("seul à la minute {minute} · Entrée\u{a0}: maintenant"), format!("by itself at minute {minute} · Enter: now");
    trainer_inject_asked => "à la demande · Entrée\u{a0}: maintenant", "when asked for · Enter: now";
    trainer_given(minute: u32) => format!("donné à la minute {minute}"), format!("given at minute {minute}");
    trainer_started => "lancé", "started";
    trainer_challenge(n: usize) => format!("Défi {n}"), format!("Challenge {n}");
    trainer_challenge_dealt => "déjà sur une carte · Entrée\u{a0}: le relire seul", "on a card already · Enter: read it again alone";
    trainer_challenge_free => "Entrée\u{a0}: le faire lire à une personne, seule", "Enter: have one person read it, alone";
    trainer_observe => "Grille d'observation", "Observation grid";
    trainer_observed(done: usize, all: usize) => format!("{done} sur {all}"), format!("{done} of {all}");
    trainer_speed => "Vitesse du temps", "Speed of time";
    trainer_speed_is(speed: Speed) => match speed {
            Speed::Real => "celle de la salle",
            Speed::Double => "deux fois plus vite",
            Speed::Five => "cinq fois plus vite",
        }.to_owned(),
        match speed {
            Speed::Real => "that of the room",
            Speed::Double => "twice as fast",
            Speed::Five => "five times as fast",
        }.to_owned();
    trainer_now => "Maintenant", "Now";
    trainer_injects => "Imprévus", "Injects";
    trainer_challenges => "Défis", "Challenges";
    trainer_watching => "Observation et temps", "Observation and time";
    observe_title => "Grille d'observation", "Observation grid";
    observe_hint => "0 à 3\u{a0}: la note ne s'affiche pas avant le débriefing. On observe le groupe, jamais une personne.",
        "0 to 3: the rating does not show before the debrief. The group is observed, never a person.";
    observe_rated => "noté", "rated";
    frozen_title => "ARRÊT SUR IMAGE", "FREEZE";
    frozen_bare => "On s'arrête un instant. Que se passe-t-il, là, maintenant\u{202f}?", "We stop for a moment. What is happening, right now?";
    frozen_hint => "Le minuteur est arrêté. Entrée reprend.", "The timer stands still. Enter goes on.";
    briefing_case => "Le cas", "The case";
    briefing_frame => "Le cadre", "The frame";
    briefing_aims => "Objectifs", "Aims";
    briefing_read => "Lire le cas, les objectifs et le cadre", "Read the case, the aims and the frame";
    briefing_read_hint => "À projeter et à lire ensemble avant de distribuer les rôles.", "To be projected and read together before roles are dealt.";
    briefing_people => "Participants", "People";
    briefing_people_hint => "Combien de personnes autour de la table, observateurs compris.", "How many people around the table, observers included.";
    briefing_draw => "Tirer les rôles au sort", "Draw the roles";
    briefing_draw_again => "Tirer de nouveau les rôles", "Draw the roles again";
    briefing_draw_hint => "Les rôles indispensables d'abord. Un rôle se change ensuite dans la liste\u{a0}: Entrée.", "The roles needed come first. A role can then be changed in the list: Enter.";
    briefing_seats => "Rôles", "Roles";
    briefing_seats_empty => "Dites combien vous êtes, puis tirez les rôles.", "Say how many you are, then draw the roles.";
    briefing_seats_hint => "Entrée choisit un autre rôle pour cette place. À l'ouverture, chacun est présent sous le nom de son rôle.",
        "Enter chooses another role for this seat. At the opening, each is present by the name of the role.";
    briefing_pass => "Faire lire les cartes, une à une", "Have the cards read, one by one";
    briefing_pass_hint => "L'écran se vide\u{a0}; chacun vient lire sa carte seul, puis la cache pour le suivant.", "The screen goes blank; each comes to read their card alone, then hides it for the next.";
    deal_title(seat: u32) => format!("Rôle de la place {seat}"), format!("Role of seat {seat}");
    deal_needed => "indispensable", "needed";
    deal_taken(seat: u32) => format!("place {seat}"), format!("seat {seat}");
    pass_seat(seat: u32) => format!("PLACE {seat}"), format!("SEAT {seat}");
    pass_someone => "À VOUS", "YOU";
    pass_come => "Venez lire votre carte, seul devant l'écran. Les autres regardent ailleurs.", "Come and read your card, alone at the screen. The others look away.";
    pass_hide => "Lu\u{202f}? Cachez la carte, puis passez le clavier.", "Read? Hide the card, then pass the keyboard.";
    pass_challenge => "Votre défi", "Your challenge";
    test_sheets(n: usize) => match n {
            0 => "Aucune feuille pour l'instant.".to_owned(),
            1 => "Une feuille remplie.".to_owned(),
            n => format!("{n}\u{a0}feuilles remplies."),
        },
        match n {
            0 => "No sheet so far.".to_owned(),
            1 => "One sheet filled in.".to_owned(),
            n => format!("{n} sheets filled in."),
        };
    test_pass => "Faire passer le clavier", "Pass the keyboard around";
    test_pass_hint => "Chacun répond seul, sous un code de son choix. Rien de ce qui est répondu ne s'affiche.", "Each answers alone, under a code of their choice. Nothing that is answered shows.";
    test_by_hand => "Ou compter les mains", "Or count hands";
    test_by_hand_said => "Lisez chaque question et ses réponses\u{a0}; tapez combien de mains pour a, b, c, séparées par des espaces. Pour l'auto-évaluation, tapez les notes de 0 à 10 dictées, dans n'importe quel ordre.",
        "Read out each question and its answers; type how many hands for a, b, c, with spaces between. For the self-assessment, type the marks from 0 to 10 as they are called out, in any order.";
    test_hands_label => "Mains", "Hands";
    test_marks_label => "Notes", "Marks";
    test_counts_hint(letters: &str) => format!("Combien de mains pour {letters}\u{202f}? Par exemple\u{a0}: 3 8 1"), format!("How many hands for {letters}? For example: 3 8 1");
    test_marks_hint => "Les notes de 0 à 10, dans n'importe quel ordre. Par exemple\u{a0}: 7 8 5 6", "The marks from 0 to 10, in any order. For example: 7 8 5 6";
    test_hands(n: u32) => format!("{n}\u{a0}main{}", if n > 1 { "s" } else { "" }), format!("{n} hand{}", if n == 1 { "" } else { "s" });
    test_marks(n: u32) => format!("{n}\u{a0}note{}", if n > 1 { "s" } else { "" }), format!("{n} mark{}", if n == 1 { "" } else { "s" });
    test_next => "AU SUIVANT", "NEXT";
    test_come => "Venez répondre, seul devant l'écran. Des questions, puis des notes de 0 à 10.", "Come and answer, alone at the screen. Some questions, then some marks from 0 to 10.";
    test_open => "Entrée commence. Échap rend le clavier.", "Enter begins. Esc gives the keyboard back.";
    test_code => "Votre code", "Your code";
    test_code_said => "Deux lettres et deux chiffres que vous seul connaissez, pas vos initiales. Le même code servira au post-test.", "Two letters and two digits that only you know, not your initials. The same code will serve at the post-test.";
    test_code_again => "Le code que vous avez choisi au pré-test.", "The code that you chose at the pre-test.";
    test_code_short => "Au moins deux signes.", "At least two characters.";
    test_code_used => "Ce code a déjà une feuille\u{a0}: prenez-en un autre.", "This code has a sheet already: take another one.";
    test_code_new => "Aucune feuille d'avant sous ce code. Entrée encore\u{a0}: continuer ainsi.", "No earlier sheet under this code. Enter again: go on with it.";
    test_question(n: usize, all: usize) => format!("Question {n} sur {all}"), format!("Question {n} of {all}");
    test_answer => "Tapez la lettre\u{a0}: la question suivante vient. Espace\u{a0}: sans réponse.", "Type the letter: the next question comes. Space: no answer.";
    test_mark(n: usize, all: usize) => format!("Auto-évaluation, {n} sur {all}"), format!("Self-assessment, {n} of {all}");
    test_mark_said => "De 0, pas du tout, à 10, tout à fait. Le nombre, puis Entrée\u{a0}; Entrée seule\u{a0}: sans réponse.", "From 0, not at all, to 10, fully. The number, then Enter; Enter alone: no answer.";
    test_mark_wrong => "Un nombre de 0 à 10.", "A number from 0 to 10.";
    test_thrown => "Rien n'a été gardé de cette feuille\u{a0}; elle se recommence sous le même code.", "Nothing was kept of this sheet; it can be begun again under the same code.";
    test_kept => "Feuille gardée. Merci.", "Sheet kept. Thank you.";
    test_answers_title => "Réponses du test", "Answers of the test";
    test_answers => "Voir les réponses", "See the answers";
    test_answers_hint => "Quand tout le monde a répondu\u{a0}: la bonne réponse et pourquoi.", "Once everyone has answered: the right answer, and why.";
    closing_seal_played => "Une simulation se scelle à la fin, au post-test\u{a0}: le débriefing, le post-test et la satisfaction s'écrivent encore après cette étape.",
        "A simulation is sealed at the end, at the post-test: debrief, post-test and satisfaction are still written after this step.";
    ask_seal_played => "Le débriefing et le post-test ne pourraient plus être remplis\u{a0}: ils seraient en lecture seule.",
        "Debrief and post-test could no longer be filled in: they would be read-only.";
    test_seal => "Sceller la simulation", "Seal the simulation";
    test_seal_hint => "Quand tout est rempli\u{a0}: le fichier est figé, et reste une simulation pour toujours.", "Once all is filled in: the file is frozen, and stays a simulation for ever.";
    test_satisfaction => "Satisfaction", "Satisfaction";
    test_satisfaction_hint => "Combien de mains pour 1 (pas du tout), 2, 3, 4 (tout à fait)\u{202f}? Par exemple\u{a0}: 0 1 4 6", "How many hands for 1 (not at all), 2, 3, 4 (fully)? For example: 0 1 4 6";
    test_satisfaction_words => "En un mot", "In a word";
    test_satisfaction_words_hint => "Ce qui est dit, sans nom.", "What is said, without a name.";
    judge_which => "Qu'est-ce qui y répond, dans ce que le groupe a écrit\u{202f}?", "What answers it, in what the group wrote?";
    judge_missed => "Rien\u{a0}: manqué", "Nothing: missed";
    judge_open => "Ne pas se prononcer", "Say nothing yet";
    foot_agree => "confirmer", "confirm";
    replay_title => "La séance, minute par minute", "The session, minute by minute";
    replay_nothing => "Rien n'a été écrit pendant la partie.", "Nothing was written while it was played.";
    replay_gone(what: &str) => format!("retiré\u{a0}: {what}"), format!("taken out: {what}");
    replay_more(n: usize) => format!("et {n} autre{}", if n > 1 { "s" } else { "" }), format!("and {n} more");
    replay_so_far(facts: usize, deviations: usize, factors: usize, actions: usize) =>
        format!("À la fin de cette minute\u{a0}: {facts} faits, {deviations} écarts, {factors} facteurs, {actions} actions."),
        format!("At the end of this minute: {facts} facts, {deviations} deviations, {factors} factors, {actions} actions.");
    debrief_ask => "Questions du débriefing", "Questions of the debrief";
    debrief_ask_hint => "Réactions, analyse, synthèse\u{a0}: à projeter et à poser dans cet ordre.", "Reactions, analysis, synthesis: to be projected and asked in this order.";
    debrief_compare => "Comparer avec le corrigé", "Compare with the key";
    debrief_compare_hint => "Entrée ouvre une partie\u{a0}: les rapprochements proposés y sont confirmés par vous. Aucune note, pour personne.", "Enter opens a part: the matches proposed there are confirmed by you. No mark, for nobody.";
    debrief_counts(n: usize, all: usize, added: usize, open: usize) => {
            let mut parts = vec![format!("{n} sur {all}")];
            if added > 0 { parts.push(format!("{added} en plus")); }
            if open > 0 { parts.push(format!("{open} à confirmer")); }
            parts.join(" · ")
        },
        {
            let mut parts = vec![format!("{n} of {all}")];
            if added > 0 { parts.push(format!("{added} additional")); }
            if open > 0 { parts.push(format!("{open} to be confirmed")); }
            parts.join(" · ")
        };
    debrief_whole => "Tout lire, en chiffres et en mots", "Read it all, in figures and words";
    debrief_whole_hint => "Grilles, temps, force des actions, mots, tests, à projeter\u{a0}; Entrée l'écrit en page à imprimer, w pour Word.", "Grids, time, strength of actions, words, tests, to be projected; Enter writes it as a page to print, w for Word.";
    debrief_grid => "Grille d'observation, notes visibles", "Observation grid, ratings shown";
    debrief_grid_hint => "Ce qui a été noté pendant la partie, et ce qui reste à noter ensemble.", "What was rated while it was played, and what is left to rate together.";
    debrief_replay => "Relire la séance minute par minute", "Replay the session minute by minute";
    debrief_replay_hint => "Pour retrouver le moment où quelque chose a basculé.", "To find again the moment when something tipped over.";
    debrief_lesson(n: usize) => format!("Enseignement {n}"), format!("Lesson {n}");
    debrief_lesson_hint => "Une phrase que le groupe emporte.", "A sentence that the group takes away.";
    debrief_commitments_label => "Engagements", "Commitments";
    debrief_commitments_hint => "Un par personne et par ligne, sans nom\u{a0}: «\u{a0}Je signalerai le prochain presque accident.\u{a0}»", "One a person and a line, without a name: “I will report the next near miss.”";
    debrief_reactions => "Réactions", "Reactions";
    debrief_analysis => "Analyse", "Analysis";
    debrief_synthesis => "Synthèse", "Synthesis";
    observe_level(score: u8, level: &str) => format!("{score} · {level}"), format!("{score} · {level}");
    help_compare => "Le corrigé à côté de ce que le groupe a écrit. Espace confirme ce qui est proposé\u{a0}; Entrée dit à quelle ligne du groupe cela répond, ou que c'est manqué. Ce qui est en plus n'est pas faux.",
        "The key beside what the group wrote. Space confirms what is proposed; Enter says which line of the group answers it, or that it is missed. What is additional is not wrong.";
    help_replay => "Chaque minute où quelque chose a été écrit. Entrée montre tout ce qui y a changé.", "Each minute in which something was written. Enter shows all that changed in it.";
    help_cards => "Ce que le groupe peut demander\u{a0}: entendre quelqu'un, voir un document. Entrée montre la carte et compte son temps. Ce qui est su se relit ici.",
        "What the group can ask for: hear someone, see a document. Enter shows the card and counts its time. What is known can be read again here.";
    help_trainer => "Ce que le formateur fait pendant la partie. Rien ici ne trahit la suite\u{a0}: le corrigé et le texte des imprévus sont dans le second terminal.",
        "What the trainer does while it is played. Nothing here gives away what follows: the key and the texts of the injects are in the second terminal.";
    help_observe => "Des lignes notées de 0 à 3 sur le travail du groupe. Les notes apparaissent au débriefing.", "Lines rated 0 to 3 on the work of the group. The ratings appear at the debrief.";
    help_told => "À lire ensemble. Échap ou Entrée revient.", "To be read together. Esc or Enter goes back.";
    help_train => "Les cas fournis et les vôtres. Entrée ouvre une nouvelle simulation\u{a0}: pré-test, briefing, séance, débriefing, post-test.",
        "The cases that come with crex, and yours. Enter opens a new simulation: pre-test, briefing, meeting, debrief, post-test.";
    help_deal => "Les rôles du cas et ceux de tous les cas. Entrée donne celui qui est choisi à cette place.", "The roles of the case and those of all cases. Enter gives the one chosen to this seat.";
    help_alone => "Une personne est seule devant l'écran. Entrée avance, Échap rend le clavier.", "One person is alone at the screen. Enter goes on, Esc gives the keyboard back.";
}
