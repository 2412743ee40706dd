//! What the command line says: its help, what is wrong with how it was called, and the heads of its lists.

crate::words! {
    cli_about => "Mener un CREX dans un terminal\u{a0}: événements, analyse systémique, votes, actions, compte rendu.",
        "Lead a CREX in a terminal: events, systemic analysis, votes, actions, record.";
    cli_usage => "Utilisation\u{a0}:", "Usage:";
    cli_commands => "Commandes\u{a0}", "Commands";
    cli_command => "COMMANDE", "COMMAND";
    cli_arguments => "À indiquer\u{a0}", "Arguments";
    cli_options => "Options\u{a0}", "Options";
    cli_options_word => "OPTIONS", "OPTIONS";
    cli_after => "Sans commande, crex ouvre l'écran. SÉANCE est un fichier, une date (19/11/2026) ou le début d'un titre\u{202f}; «\u{a0}demo\u{a0}» désigne la séance d'exemple.\nTout reste sur cet ordinateur\u{a0}: crex n'utilise jamais le réseau.\n\nCode de sortie\u{a0}: 0 c'est fait\u{202f}; 1 la demande n'a pas abouti\u{202f}; 2 la commande est mal écrite.",
        "Without a command, crex opens the screen. SESSION is a file, a date (2026-11-19) or the start of a title; “demo” means the example session.\nEverything stays on this computer: crex never uses the network.\n\nExit code: 0 done; 1 what was asked failed; 2 the command is wrongly written.";
    cli_help => "Montrer cette aide", "Show this help";
    cli_version => "Montrer la version", "Show the version";

    cli_workspace => "Espace de travail\u{a0}: le dossier de l'équipe", "Workspace: the folder of the team";
    cli_lang => "Langue de l'écran et des messages\u{a0}: fr ou en", "Language of the screen and the messages: fr or en";
    cli_theme(names: &str) => format!("Thème de l'écran\u{a0}: {names}"), format!("Theme of the screen: {names}");
    cli_no_color => "Sans couleur (comme la variable NO_COLOR)", "Without colour (as the variable NO_COLOR)";
    value_folder => "DOSSIER", "FOLDER";
    value_file => "FICHIER", "FILE";
    value_lang => "LANGUE", "LANGUAGE";
    value_theme => "THÈME", "THEME";
    value_session => "SÉANCE", "SESSION";
    value_words => "MOTS", "WORDS";
    value_path => "CHEMIN", "PATH";
    value_text => "TEXTE", "TEXT";
    value_number => "NOMBRE", "NUMBER";
    value_example => "EXEMPLE", "EXAMPLE";
    value_shell => "SHELL", "SHELL";
    value_owner => "PILOTE", "OWNER";
    value_format => "FORME", "FORM";
    value_reminder => "relance", "reminder";
    value_event => "ÉVÉNEMENT", "EVENT";
    value_names => "NOMS", "NAMES";
    value_when => "QUAND", "WHEN";

    cli_demo => "Essayer crex sur une séance d'exemple, dans un espace de travail temporaire", "Try crex on an example session, in a temporary workspace";
    cli_demo_which => "midway\u{a0}: en cours (par défaut)\u{202f}; close\u{a0}: scellée\u{202f}; vide\u{a0}: un espace de travail vide", "midway: under way (the default); sealed; empty: an empty workspace";
    cli_new => "Commencer une séance", "Begin a session";
    cli_open => "Ouvrir une séance", "Open a session";
    cli_list => "Lister les séances", "List the sessions";
    cli_list_year => "Seulement celles de cette année", "Only those of this year";
    cli_show => "Résumer une séance", "Sum a session up";
    cli_report => "Écrire le compte rendu d'une séance, ou un autre de ses documents, à tout moment", "Write the record of a session, or another of its documents, at any moment";
    cli_report_event => "Cet événement seul, par exemple E2 (avec eigs, rex ou reporter)", "This event alone, for instance E2 (with eigs, rex or reporter)";
    cli_schema => "Écrire le schéma (JSON Schema) de ce que donne --format json", "Write the schema (JSON Schema) of what --format json gives";
    cli_actions => "Le plan d'actions de toutes les séances, par échéance", "The action plan of all sessions, by deadline";
    cli_actions_open => "Seulement celles dont on attend encore quelque chose, évaluation comprise", "Only those of which something is still expected, evaluation included";
    cli_actions_late => "Seulement celles dont l'échéance est passée", "Only those whose deadline has passed";
    cli_actions_owner => "Seulement celles de ce pilote (majuscules et accents sans importance)", "Only those of this owner (case and accents do not matter)";
    cli_actions_format => "table (par défaut), xlsx (classeur), csv (Excel), ics (calendrier), json ou relance (un texte par pilote, à copier)\u{a0}; sans ce choix, selon la fin du nom du fichier", "table (the default), xlsx (workbook), csv (Excel), ics (calendar), json or reminder (a text for each owner, to copy); without it, by the end of the file name";
    cli_actions_fail => "Finir par le code 1 si une action est en retard (pour un script)", "End with code 1 if an action is late (for a script)";
    cli_search => "Chercher des mots dans toutes les séances, ce qui attend et ce qui a été dit entre elles", "Search all sessions, what waits and what was said between them for words";
    cli_search_words => "Mots, tous au même endroit (accents et majuscules sans importance)\u{202f}; \"entre guillemets\", une phrase", "Words, all in one place (case and accents do not matter); \"in quotes\", a phrase";
    cli_search_simulations => "Chercher aussi dans les simulations", "Search the simulations as well";
    search_needs_words => "Il faut au moins un mot à chercher.", "At least one word to search for is needed.";
    value_year => "ANNÉE", "YEAR";
    cli_stats => "L'année en chiffres\u{a0}: séances, événements, analyses, actions, délais, preuves pour un ACI", "The year in figures: meetings, events, analyses, actions, delays, proof for an ACI";
    cli_stats_year => "L'année (par défaut celle d'aujourd'hui)", "The year (by default that of today)";
    cli_stats_format => "text (par défaut), json, html ou docx (avec graphiques, à imprimer) ou md\u{a0}; sans ce choix, selon la fin du nom du fichier", "text (the default), json, html or docx (to print, with charts) or md; without it, by the end of the file name";
    cli_check => "Vérifier les fichiers\u{a0}: lisibles, cohérents, sceaux intacts", "Check the files: readable, coherent, seals intact";
    cli_incidents => "Les événements en attente d'une séance", "The events waiting for a session";
    cli_incidents_list => "Lister ceux qui attendent", "List those that wait";
    cli_incidents_all => "Montrer aussi ceux qu'une séance a déjà traités", "Show those that a session has settled too";
    cli_incidents_add => "En ajouter un", "Add one";
    cli_grids => "Les grilles d'analyse", "The analysis grids";
    cli_grids_list => "Les lister", "List them";
    cli_grids_check => "Vérifier une grille de l'équipe", "Check a grid of the team's own";
    cli_completions => "Écrire la complétion des commandes pour un shell", "Write the completion of commands for a shell";
    cli_man => "Écrire la page de manuel", "Write the manual page";
    cli_session => "Fichier, date ou début du titre\u{202f}; ou demo", "File, date or start of the title; or demo";
    cli_json => "Répondre en JSON", "Answer in JSON";
    cli_names => "Avec certificates\u{a0}: les noms à imprimer, séparés par des points-virgules, gardés nulle part", "With certificates: the names to be printed, with semicolons between, kept nowhere";
    cli_format => "Le compte rendu en md (par défaut), html, docx ou json\u{202f}; ou eigs (textes de la partie 2), rex (fiche), reporter (réponse au déclarant), invitation, signatures (émargement)\u{202f}; d'une simulation, debrief, cards (cartes), observation, satisfaction, certificates (attestations), écrits selon la fin du nom du fichier\u{a0}: .html, .docx ou .md\u{202f}; results (résultats anonymes) en CSV",
        "The record as md (the default), html, docx or json; or eigs (texts of part 2), rex (sheet of lessons), reporter (answer), invitation, signatures (attendance sheet); of a simulation, debrief, cards, observation, satisfaction, certificates, written by the ending of the file: .html, .docx or .md; results (anonymous) as CSV";
    cli_output => "L'écrire dans ce fichier au lieu de l'afficher", "Write it into this file instead of showing it";
    cli_paths => "Fichiers ou dossiers\u{202f}; par défaut tout l'espace de travail", "Files or folders; by default the whole workspace";
    cli_add_title => "Titre court", "Short title";
    cli_add_facts => "Les faits, sans nom ni jugement\u{202f}; «\u{a0}-\u{a0}» les lit sur l'entrée standard", "The facts, without name or judgement; “-” reads them from standard input";
    cli_add_occurred => "Quand\u{a0}: 12/11 18h20, 12/11/2026…", "When: 12/11 18:20, 2026-11-12…";
    cli_add_place => "Lieu", "Place";
    cli_add_reporter => "Fonction du déclarant, jamais son nom", "Function of the reporter, never a name";
    cli_add_measures => "Mesures prises aussitôt", "Measures taken at once";
    cli_add_severity => "Gravité réelle, de 1 à 5", "Real severity, from 1 to 5";
    cli_add_potential => "Gravité potentielle, de 1 à 5", "Potential severity, from 1 to 5";
    cli_add_likelihood => "Vraisemblance, de 1 à 5", "Likelihood, from 1 to 5";
    cli_grid_file => "Fichier de la grille", "File of the grid";
    cli_shell => "bash, zsh, fish, elvish ou powershell", "bash, zsh, fish, elvish or powershell";

    wrong_argument(what: &str) => format!("«\u{a0}{what}\u{a0}» n'est pas compris ici."), format!("“{what}” is not understood here.");
    wrong_command(what: &str) => format!("«\u{a0}{what}\u{a0}» n'est pas une commande de crex."), format!("“{what}” is not a command of crex.");
    wrong_value(value: &str, of: &str) => format!("«\u{a0}{value}\u{a0}» ne convient pas à {of}."), format!("“{value}” does not fit {of}.");
    wrong_value_missing(of: &str) => format!("Il manque ce qui va avec {of}."), format!("What goes with {of} is missing.");
    wrong_missing(what: &str) => format!("Il manque {what}."), format!("{what} is missing.");
    wrong_missing_command => "Il manque la commande à exécuter.", "The command to run is missing.";
    wrong_twice(what: &str) => format!("{what} ne peut figurer qu'une fois, et pas avec tout."), format!("{what} can stand only once, and not with everything.");
    wrong_text => "Un mot de la commande n'est pas écrit en UTF-8.", "A word of the command is not written in UTF-8.";
    wrong_other => "La commande n'est pas comprise.", "The command is not understood.";
    wrong_close(what: &str) => format!("Peut-être «\u{a0}{what}\u{a0}»\u{202f}?"), format!("Perhaps “{what}”?");
    cli_no_such_file(ending: &str, all: &str) => format!("Un fichier .{ending} ne peut pas être écrit ici. Possible\u{a0}: {all}."), format!("A .{ending} file cannot be written here. Possible: {all}.");
    wrong_possible(values: &str) => format!("Possible\u{a0}: {values}."), format!("Possible: {values}.");
    wrong_help(command: &str) => format!("L'aide\u{a0}: {command} --help"), format!("For help: {command} --help");
    wrong_blank_event => "Un événement a besoin d'un titre ou de faits\u{a0}: --title \"…\" --facts \"…\".", "An event needs a title or facts: --title \"…\" --facts \"…\".";

    demo_team => "Résidence des Trois Étangs (structure fictive)", "Residence of the Three Ponds (fictitious structure)";
    demo_left(folder: &str) => format!("La démonstration (cas et structure fictifs) est restée dans {folder}\nPour y revenir\u{a0}: crex --workspace \"{folder}\"\nPour l'effacer, supprimez ce dossier."),
        format!("The demonstration (fictitious case and structure) was left in {folder}\nTo come back: crex --workspace \"{folder}\"\nTo erase it, delete that folder.");
    demo_printed => "Sans terminal, la démonstration (cas fictif) est imprimée étape par étape\u{202f}; dans un terminal, «\u{a0}crex demo\u{a0}» l'ouvre à l'écran.",
        "Without a terminal the demonstration (a fictitious case) is printed step by step; in a terminal, “crex demo” opens it on the screen.";

    head_date => "Date", "Date";
    head_title => "Titre", "Title";
    head_stage => "État", "State";
    head_steps => "Étapes", "Steps";
    head_due => "Échéance", "Due";
    head_analysis => "Analyse en attente", "Analysis waiting";
    head_lead => "Pilote", "Lead";
    head_file => "Fichier", "File";
    head_severity => "Gravité", "Severity";
    head_grid => "Grille", "Grid";
    head_name => "Nom", "Name";
    head_version => "Version", "Version";
    head_questions => "Questions", "Questions";
    head_where => "Origine", "Origin";
    list_untitled => "(sans titre)", "(untitled)";
    list_damaged => "abîmé", "damaged";
    list_twins => "Plusieurs fichiers sont la même séance\u{a0}: «\u{a0}crex check\u{a0}» dit lesquels sont des copies.", "Several files are the same session: “crex check” says which are copies.";
    list_simulation => "simulation", "simulation";
    list_none(folder: &str) =>
        format!("Aucune séance dans {folder}. «\u{a0}crex new\u{a0}» en commence une, «\u{a0}crex demo\u{a0}» en montre une."),
        format!("No session in {folder}. “crex new” begins one, “crex demo” shows one.");
    list_none_in(year: i32) => format!("Aucune séance en {year}."), format!("No session in {year}.");
    list_no_incident => "Aucun événement en attente. «\u{a0}crex incidents add --title \"…\"\u{a0}» en ajoute un.", "No event is waiting. “crex incidents add --title \"…\"” adds one.";
    grid_shipped => "fournie", "shipped";
    grid_own => "de l'équipe", "the team's own";
    grid_wrong => "à corriger", "to be corrected";

    show_fingerprint(print: &str) => format!("Empreinte\u{a0}: {print}"), format!("Fingerprint: {print}");
    show_steps => "Étapes", "Steps";
    show_present => "Présents", "Present";
    show_events => "Événements", "Events";
    show_votes => "Votes", "Votes";
    show_decisions => "Décisions", "Decisions";
    show_no_decision => "aucune", "none";
    show_actions => "Actions retenues", "Actions retained";
    show_missing => "Il manque", "Still missing";
    show_none => "aucun", "none";
    show_no_action => "aucune", "none";
    show_no_owner => "sans pilote", "no owner";
    show_no_due => "sans échéance", "no deadline";
    show_due(date: &str) => format!("pour le {date}"), format!("by {date}");
    step_untouched => "à faire", "to do";
    step_begun => "commencée", "begun";
    step_partial => "incomplète", "incomplete";
    step_not_done => "non faite", "not done";
    step_done => "faite", "done";
    step_passed => "passée", "passed over";

    report_written(path: &str) => format!("Compte rendu écrit dans {path}"), format!("Record written to {path}");
    output_folder(path: &str) => format!("{path} est un dossier. Indiquez un fichier dans ce dossier, par exemple compte-rendu.md."),
        format!("{path} is a folder. Name a file in it, for instance record.md.");
    output_session(path: &str) => format!("{path} est un fichier de travail de crex, que rien ne remplace. Choisissez un autre nom, par exemple document.md."),
        format!("{path} is a working file of crex, which nothing replaces. Choose another name, for instance document.md.");
    output_other(path: &str) => format!("{path} existe déjà et n'est pas un document de crex, ou il a changé depuis. Choisissez un autre nom, ou déplacez ce fichier."),
        format!("{path} exists already and is not a document of crex, or was changed since. Choose another name, or move that file.");
    output_bytes => "Ce n'est pas un texte que le terminal puisse montrer. Indiquez un fichier de ce genre\u{a0}: -o plan.xlsx, -o compte-rendu.docx.",
        "This is no text that a terminal could show. Name a file of that kind: -o plan.xlsx, -o record.docx.";
    output_stream => "la sortie de la commande", "the output of the command";

    check_fine(path: &str) => format!("{path}\u{a0}: bon"), format!("{path}: fine");
    check_sealed(path: &str) => format!("{path}\u{a0}: bon, sceau intact"), format!("{path}: fine, seal intact");
    check_said(path: &str, what: &str) => format!("{path}\u{a0}: {what}"), format!("{path}: {what}");
    check_all_fine(n: usize) => match n {
            0 => "Aucun fichier à vérifier ici.".to_owned(),
            1 => "1 fichier vérifié, rien à corriger.".to_owned(),
            n => format!("{n} fichiers vérifiés, rien à corriger."),
        },
        match n {
            0 => "No file to check here.".to_owned(),
            1 => "1 file checked, nothing to correct.".to_owned(),
            n => format!("{n} files checked, nothing to correct."),
        };
    check_wrong(wrong: usize, n: usize) => format!("{wrong} à corriger sur {n}."), format!("{wrong} of {n} to be corrected.");

    incident_added => "Événement ajouté à ceux qui attendent une séance.", "Event added to those that wait for a session.";
    man_name => "NOM", "NAME";
    man_synopsis => "SYNOPSIS", "SYNOPSIS";
    man_description => "DESCRIPTION", "DESCRIPTION";
}
