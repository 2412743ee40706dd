//! The sentences of the screen of the action plan: the table, the story of an action, what leaves it.

crate::words! {
    plan_title => "Plan d'actions", "Action plan";
    plan_hint => "Tapez un pilote, une force, une année, un mot…", "Type an owner, a strength, a year, a word…";
    plan_only_open => "ouvertes", "open";
    plan_only_late => "en retard", "late";
    plan_only_to_evaluate => "à évaluer", "to evaluate";
    plan_only_over => "closes", "closed";
    plan_only_all => "toutes", "all";
    plan_head_right => "Force  PDCA", "Force  PDCA";
    plan_nothing => "Aucune action ici. Tab montre les autres\u{202f}; Échap efface ce qui est tapé. Le plan se remplit dès qu'une séance retient une action.",
        "No action here. Tab shows the others; Esc clears what is typed. The plan fills as soon as a meeting retains an action.";
    plan_reading(n: usize, of: usize) => if of == 0 { "Lecture des séances…".to_owned() } else { format!("Lecture des séances\u{a0}: {n} sur {of}…") },
        if of == 0 { "Reading the sessions…".to_owned() } else { format!("Reading the sessions: {n} of {of}…") };
    plan_by_owner => "Pilotes", "Owners";
    plan_by_year => "Décidées en", "Decided in";
    plan_owner_left => "n'est plus membre", "no longer a member";
    plan_owner_left_said(owner: &str) => format!("Le pilote ({owner}) n'est plus parmi les membres\u{a0}: à qui la confier\u{202f}?"),
        format!("The owner ({owner}) is no longer among the members: who takes it over?");
    plan_evaluate_now => "à évaluer maintenant", "to evaluate now";
    plan_evaluate_later(day: &str) => format!("réalisée, à évaluer le {day}"), format!("done, to evaluate on {day}");
    plan_due_before => "Échéance avant la séance qui l'a décidée\u{a0}: une erreur de date\u{202f}? Un report avec la bonne date la corrige.",
        "Due before the meeting that decided it: a slip in the date? A postponement with the right date puts it right.";
    plan_escalate(n: u32) => format!("Reportée {n}\u{a0}fois\u{a0}: elle attend peut-être une décision qui n'est pas celle du groupe. Entrée, puis 6\u{a0}: la porter à une instance."),
        format!("Postponed {n} times: it may wait for a decision that is not the group's. Enter, then 6: take it to another body.");
    plan_again(day: &str, what: &str) => format!("Un événement semblable est arrivé depuis, entendu le {day}\u{a0}: {what}"),
        format!("A similar event happened since, heard on {day}: {what}");
    plan_again_waiting(what: &str) => format!("Un événement semblable a été signalé depuis\u{a0}: {what}"), format!("A similar event was reported since: {what}");

    plan_say => "Dire où elle en est…", "Say where it stands…";
    plan_saying => "Dit entre deux séances\u{a0}: la prochaine le verra à son étape «\u{a0}Suivi\u{a0}».", "Said between two meetings: the next one will see it at its step “Follow-up”.";
    plan_said_in_meeting => "Une séance est ouverte\u{a0}: cela se dit à son étape «\u{a0}Suivi\u{a0}».", "A meeting is open: this is said at its step “Follow-up”.";
    plan_said_heading => "Ce qui en a été dit", "What was said of it";
    plan_said_nothing => "Rien encore depuis la décision.", "Nothing yet since it was decided.";
    plan_why_heading => "Ce qui a été décidé, et pourquoi", "What was decided, and why";
    plan_between => "entre deux séances", "between two meetings";
    plan_no_day => "sans date", "no date";
    ask_take_back_title => "Reprendre ce qui a été dit", "Take back what was said";
    ask_take_back_said => "Ce suivi ne comptera plus\u{a0}; son fichier sera gardé dans les sauvegardes.", "This follow-up will no longer count; its file will be kept in the backups.";
    ask_take_back_do => "Reprendre", "Take it back";
    plan_taken_back => "Repris\u{a0}: ce suivi ne compte plus. Son fichier est gardé dans les sauvegardes.", "Taken back: this follow-up no longer counts. Its file is kept in the backups.";
    plan_not_taken_back => "Seul ce qui a été dit entre deux séances se reprend\u{a0}: les flèches vont dessus.", "Only what was said between two meetings can be taken back: the arrows go there.";

    plan_decided_short => "Décidée", "Decided";
    plan_decided_before => "avant crex, sur un autre support", "before crex, on paper or elsewhere";
    plan_dissent => "Réserves", "Reservations";
    plan_vote => "Vote", "Vote";
    plan_voices(n: u32) => format!("{n}\u{a0}voix"), format!("{n} {}", if n == 1 { "voice" } else { "voices" });
    plan_points(n: u32) => if n > 1 { format!("{n}\u{a0}points") } else { format!("{n}\u{a0}point") }, format!("{n} {}", if n == 1 { "point" } else { "points" });
    plan_yes_no(yes: u32, no: u32) => format!("{yes}\u{a0}pour, {no}\u{a0}contre"), format!("{yes} for, {no} against");
    plan_place(place: u32, of: u32) => format!("{place}{} sur {of}", if place == 1 { "re" } else { "e" }), format!("place {place} of {of}");
    plan_entitled(n: u32) => if n > 1 { format!("{n}\u{a0}pouvaient voter") } else { format!("{n}\u{a0}pouvait voter") }, format!("{n} could vote");
    plan_event => "Événement", "Event";
    plan_goal => "But", "Goal";
    plan_missing => "Incomplète", "Incomplete";
    plan_evaluation => "Évaluation", "Evaluation";
    plan_due_first(due: &str, first: &str) => format!("{due} (d'abord le {first})"), format!("{due} (at first {first})");

    plan_make_title => "Relancer, écrire", "Remind, write";
    plan_make_of(n: usize) => if n > 1 { format!("Des {n} actions affichées\u{a0}:") } else { format!("De l'action affichée ({n})\u{a0}:") },
        if n == 1 { "Of the action shown:".to_owned() } else { format!("Of the {n} actions shown:") };
    plan_make_reminders => "Relances par pilote", "Reminders by owner";
    plan_make_reminders_aside => "Un texte prêt à copier pour chacun\u{a0}; Entrée l'écrit dans un fichier.", "A text ready to be copied for each; Enter writes it to a file.";
    plan_make_workbook => "Classeur (XLSX)", "Workbook (XLSX)";
    plan_make_workbook_aside => "Pour Excel\u{a0}: de vraies dates, des filtres, une liste d'états.", "For Excel: real dates, filters, a list of states.";
    plan_make_csv => "Tableau (CSV)", "Table (CSV)";
    plan_make_csv_aside => "Du texte simple, pour tout tableur.", "Plain text, for any spreadsheet.";
    plan_make_calendar => "Calendrier (ICS)", "Calendar (ICS)";
    plan_make_calendar_aside => "Échéances et évaluations, avec des titres neutres.", "Deadlines and evaluations, with neutral titles.";
    plan_file => "plan-d-actions", "action-plan";
    plan_file_reminders => "relances", "reminders";
}
