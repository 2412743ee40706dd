//! The sentences of look-alikes: past events and factors that resemble what is typed.

crate::words! {
    alike_events(key: &str) => format!("Cela ressemble à un événement déjà vu ({key} pour relire)"), format!("This resembles an event seen before ({key} to read it)");
    alike_factors(key: &str) => format!("Cela ressemble à un facteur déjà vu ({key} pour relire)"), format!("This resembles a factor seen before ({key} to read it)");
    alike_one(date: &str, what: &str) => format!("{date}\u{a0}: {what}"), format!("{date}: {what}");
    alike_one_open(date: &str, open: &str, what: &str) => format!("{date}, {open}\u{a0}: {what}"), format!("{date}, {open}: {what}");
    alike_unfinished(n: usize) => format!("{n} action{} non terminée{}", if n > 1 { "s" } else { "" }, if n > 1 { "s" } else { "" }), format!("{n} action{} not finished", if n == 1 { "" } else { "s" });
    alike_finished => "aucune action en cours", "no action left open";
    alike_title => "Déjà vu dans cet espace de travail", "Seen before in this workspace";
    alike_hint => "Entrée relit le compte rendu de cette séance, sans rien y changer. Échap revient.", "Enter reads the record of that session and changes nothing. Esc goes back.";
    alike_session(number: u32, date: &str) => format!("CREX n°\u{a0}{number} du {date}"), format!("CREX no. {number} of {date}");
    say_alike_gone => "Cette séance n'est plus là où elle était.", "That session is no longer where it was.";
}
