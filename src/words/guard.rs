//! The sentences of the wording guard; what it advises is content.

use super::Words;
use crate::domain::wording::Watch;

crate::words! {
    guard_quoted(text: &str) => format!("«\u{a0}{text}\u{a0}»"), format!("“{text}”");
    say_no_remark => "Aucune remarque ici.", "No remark here.";
    say_remark_passed => "Remarque laissée pour cette séance. Ctrl+Z la ramène.", "Remark passed over for this meeting. Ctrl+Z brings it back.";
    say_remark_passed_in_analysis => "Remarque laissée pour cette analyse. Ctrl+Z la ramène.",
        "Remark passed over for this analysis. Ctrl+Z brings it back.";
    say_remark_left => "Remarque laissée.", "Remark passed over.";
    say_guard_silent => "Plus de remarque sur les mots dans cette séance. Ctrl+Z les ramène.",
        "No more remarks on wording in this meeting. Ctrl+Z brings them back.";
    say_guard_silent_in_analysis => "Plus de remarque sur les mots dans cette analyse. Ctrl+Z les ramène.",
        "No more remarks on wording in this analysis. Ctrl+Z brings them back.";
    say_guard_speaks => "Les remarques sur les mots reviennent.", "Remarks on wording are back.";

    settings_wording => "Choix des mots", "Wording";
    settings_watched => "Signaler", "Point out";
    settings_watched_hint => "Pendant la saisie, une ligne en bas signale ces mots et propose autre chose. Rien n'est bloqué. Espace coche ou décoche.",
        "While you type, a line at the foot points out such words and offers others. Nothing is blocked. Space ticks or unticks.";
    settings_watches_all => "tout est signalé", "everything is pointed out";
    settings_watches_none => "rien n'est signalé", "nothing is pointed out";
    settings_watches_some(n: usize) => format!("{n} sur 4 signalés"), format!("{n} of 4 pointed out");

    help_guard => "La ligne «\u{a0}!\u{a0}» en bas remarque un nom, un numéro, un reproche, une solution venue trop tôt.\nElle propose d'autres mots et ne bloque rien\u{a0}: F6 la laisse de côté pour cette séance.\nTaire toutes ces remarques\u{a0}: palette (Ctrl+P), «\u{a0}mots\u{a0}»\u{a0}; pour l'équipe\u{a0}: Réglages, Choix des mots.",
        "The line “!” at the foot notices a name, a number, a reproach, a solution that comes too early.\nIt offers other words and blocks nothing: F6 passes it over for this meeting.\nTo silence all such remarks: palette (Ctrl+P), “wording”; for the team: Settings, Wording.";

    guard_told(n: usize, places: &str) =>
        if n == 1 { format!("À relire avant de diffuser\u{a0}: un mot qui peut désigner une personne ({places}).") }
        else { format!("À relire avant de diffuser\u{a0}: {n} mots qui peuvent désigner une personne ({places}).") },
        if n == 1 { format!("To be read again before it leaves: one word that may tell who someone is ({places}).") }
        else { format!("To be read again before it leaves: {n} words that may tell who someone is ({places}).") };
}

impl Words {
    /// What a document holds that may tell who someone is, by heading; nothing when it holds nothing of the kind.
    pub fn guard_in_document(self, told: &[(String, Vec<String>)]) -> Option<String> {
        let all: usize = told.iter().map(|(_, found)| found.len()).sum();
        let places = told.iter();
        let places = places.map(|(place, found)| format!("{place}\u{a0}: {}", found.len()));
        let places: Vec<String> = match told {
            [(place, _)] => vec![place.clone()],
            _ => places.collect(),
        };
        (all > 0).then(|| self.guard_told(all, &places.join(", ")))
    }

    /// What is watched for.
    pub const fn watch(self, watch: Watch) -> &'static str {
        match watch {
            Watch::Identifiers => self.watch_identifiers(),
            Watch::Blame => self.watch_blame(),
            Watch::Persons => self.watch_persons(),
            Watch::Solutions => self.watch_solutions(),
        }
    }
}

crate::words! {
    watch_identifiers => "noms, numéros, chambres", "names, numbers, rooms";
    watch_blame => "reproches et jugements", "blame and judgements";
    watch_persons => "une personne comme cause", "a person as the cause";
    watch_solutions => "solutions parmi les faits", "solutions among the facts";
}
