//! The sentences of look-alikes: past events and factors that resemble what is typed.

crate::words! {
    alike_events(key: &str) => format!("Cela ressemble à un événement déjà vu ({key} pour relire)"), format!("This resembles an event seen before ({key} to read it)");
    alike_reported(key: &str) => format!("Cela ressemble à un événement déjà signalé ({key} pour relire)"), format!("This resembles an event reported before ({key} to read it)");
    alike_factors(key: &str) => format!("Cela ressemble à un facteur déjà vu ({key} pour relire)"), format!("This resembles a factor seen before ({key} to read it)");
    alike_one(date: &str, what: &str) => format!("{date}\u{a0}: {what}"), format!("{date}: {what}");
    alike_one_open(date: &str, open: &str, what: &str) => format!("{date}, {open}\u{a0}: {what}"), format!("{date}, {open}: {what}");
    alike_unfinished(n: usize) => format!("{n} action{} non terminée{}", if n > 1 { "s" } else { "" }, if n > 1 { "s" } else { "" }), format!("{n} action{} not finished", if n == 1 { "" } else { "s" });
    alike_finished => "aucune action en cours", "no action left open";
    alike_title => "Déjà vu dans cet espace de travail", "Seen before in this workspace";
    alike_hint => "Entrée relit, sans rien y changer, le compte rendu de la séance ou la fiche en attente. Échap revient.", "Enter reads the record of the session or the waiting report, and changes nothing. Esc goes back.";
    alike_session(number: u32, date: &str) => format!("CREX n°\u{a0}{number} du {date}"), format!("CREX no. {number} of {date}");
    alike_waiting => "fiche en attente", "waiting report";
    alike_waiting_since(date: &str) => format!("fiche en attente, reçue le {date}"), format!("waiting report, received on {date}");
    alike_here(incident: &str) => format!("{incident} de cette séance"), format!("{incident} of this meeting");
    alike_here_since(incident: &str, date: &str) => format!("{incident} de cette séance, fiche reçue le {date}"), format!("{incident} of this meeting, report received on {date}");
    alike_waits_in_pool => "Cette fiche attend une séance, dans la liste des événements en attente.", "This report waits for a meeting, in the list of events waiting.";
    alike_waits_beside => "Cette fiche attend dans l'espace de travail. À l'étape des événements, sous «\u{a0}En attente\u{a0}», Entrée la fait entendre dans cette séance.", "This report waits in the workspace. At the step of the events, under “Waiting”, Enter has it heard in this meeting.";
    alike_waits_here(incident: &str) => format!("Cette fiche est déjà sur la table\u{a0}: c'est {incident} de cette séance, à l'étape des événements."), format!("This report is on the table already: it is {incident} of this meeting, at the step of the events.");
    say_report_gone => "Cette fiche n'attend plus dans l'espace de travail.", "This report no longer waits in the workspace.";
    say_alike_gone => "Cette séance n'est plus là où elle était.", "That session is no longer where it was.";
}
