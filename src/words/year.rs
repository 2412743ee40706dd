//! The sentences of the year view: its numbers, its charts, its tables, and what is said where there is nothing to count.

use super::Words;
use crate::domain::yearly::Value;
use chrono::NaiveDate;

/// What stands where there is nothing to count: never a zero that would say something.
const NOTHING: &str = "–";

impl Words {
    /// A figure: what is read first, and what it is out of.
    pub fn year_value(self, value: Value) -> (String, String) {
        let nothing = (NOTHING.to_owned(), String::new());
        match value {
            Value::Count(n) => (self.year_number(n), String::new()),
            Value::Share { n, of } => value.percent().map_or(nothing, |percent| {
                let of = self.year_of(&self.year_number(n), &self.year_number(of));
                (self.year_percent(percent), of)
            }),
            Value::Mean { of, .. } => value.tenths().map_or(nothing, |tenths| {
                (self.year_tenths(tenths), self.year_over(of))
            }),
            Value::Median { of, .. } => value.tenths().map_or(nothing, |tenths| {
                let days = self.year_days(&self.year_tenths(tenths));
                (days, self.year_median(of))
            }),
        }
    }

    /// A figure with what it is out of, in few columns: « 75 % 6/8 ».
    pub fn year_short(self, value: Value) -> String {
        let (said, _) = self.year_value(value);
        let number = |n| self.year_number(n);
        match value {
            _ if said == NOTHING => said,
            Value::Count(_) => said,
            Value::Share { n, of } => format!("{said} {}/{}", number(n), number(of)),
            Value::Mean { of, .. } | Value::Median { of, .. } => format!("{said} /{}", number(of)),
        }
    }

    /// How far a figure moved since `before`; nothing where one of them is no number.
    pub fn year_change(self, now: Value, before: Value) -> String {
        let signed = |change: i64, text: String| match change {
            0 => "=".to_owned(),
            1.. => format!("+{text}"),
            _ => format!("−{text}"),
        };
        let moved = |change: i64, say: &dyn Fn(String) -> String| {
            signed(change, say(self.year_tenths(change.abs())))
        };
        if let (Some(a), Some(b)) = (now.percent(), before.percent()) {
            let points = i64::from(a) - i64::from(b);
            return moved(points * 10, &|n| self.year_points(&n));
        }
        match (now, before, now.tenths(), before.tenths()) {
            (Value::Count(a), Value::Count(b), ..) => {
                moved((i64::from(a) - i64::from(b)) * 10, &|n| n)
            }
            (Value::Median { .. }, _, Some(a), Some(b)) => moved(a - b, &|n| self.year_days(&n)),
            (_, _, Some(a), Some(b)) => moved(a - b, &|n| n),
            _ => String::new(),
        }
    }

    /// A whole number, in groups of three.
    pub fn year_number(self, n: u32) -> String {
        let digits = n.to_string();
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(self.year_group());
            }
            out.push(digit);
        }
        out
    }

    /// Tenths as a number, without a digit behind the comma that says nothing.
    fn year_tenths(self, tenths: i64) -> String {
        let whole = u32::try_from(tenths / 10).unwrap_or(u32::MAX);
        match tenths % 10 {
            0 => self.year_number(whole),
            rest => format!("{}{}{rest}", self.year_number(whole), self.year_comma()),
        }
    }

    /// The short name of a month, 1 to 12.
    pub fn month_short(self, month: u32) -> String {
        let day = NaiveDate::from_ymd_opt(2000, month.clamp(1, 12), 2).unwrap_or_default();
        let date = self.date(day);
        date.split(' ').nth(2).unwrap_or_default().to_owned()
    }
}

crate::words! {
    year_group => "\u{202f}", ",";
    year_comma => ",", ".";
    year_percent(n: u32) => format!("{n}\u{a0}%"), format!("{n}%");
    year_points(n: &str) => format!("{n}\u{a0}pts"), format!("{n} pts");
    year_days(n: &str) => format!("{n}\u{a0}j"), format!("{n} d");
    year_of(n: &str, of: &str) => format!("{n} sur {of}"), format!("{n} of {of}");
    year_over(of: u32) => format!("en {of} séance{}", if of > 1 { "s" } else { "" }),
        format!("in {of} meeting{}", if of == 1 { "" } else { "s" });
    year_median(of: u32) => format!("médiane de {of}"), format!("median of {of}");

    /// How an earlier export is known as well.
    year_titled(year: i32) => format!("CREX, l'année {year}"), format!("CREX, the year {year}");
    year_counted(day: &str) => format!("comptée le {day}"), format!("counted on {day}");
    year_under_way(day: &str) => format!("en cours, au {day}"), format!("under way, on {day}");
    year_against(before: i32) => format!("comparée à {before}"), format!("compared with {before}");
    year_alone(before: i32) => format!("rien à comparer en {before}"), format!("nothing to compare in {before}");
    year_definitions => "Comment chaque chiffre est compté", "How each figure is counted";
    year_rule => "Chaque chiffre dit sur combien il porte\u{202f}; «\u{a0}–\u{a0}» veut dire qu'il n'y a rien à compter. Les simulations n'entrent jamais dans les chiffres. Une séance compte dans l'année de son premier jour, un événement dans celle de son signalement, une action dans celle de la séance qui l'a décidée.",
        "Each figure says what it is out of; “–” means that there is nothing to count. Simulations never enter the figures. A meeting counts in the year of its first day, an event in that of its report, an action in that of the meeting that decided it.";
    year_benchmark(says: &str, source: &str) => format!("repère publié\u{a0}: {says} · {source}"), format!("published: {says} · {source}");
    year_no_goal => "Un repère publié est un ordre de grandeur, non un objectif.", "A published figure is an order of magnitude, not a goal.";
    year_head_figure => "Chiffre", "Figure";
    year_head_value => "Valeur", "Value";
    year_head_of => "Sur", "Out of";
    year_head_change => "Écart", "Change";
    year_head_name => "Nom", "Name";
    year_head_number => "Nombre", "Number";
    year_head_share => "Part", "Share";
    year_head_together => "Cumul", "Together";
    year_together => "dernière colonne\u{a0}: le cumul", "last column: together with those above";

    year_months => "Séances par mois", "Meetings by month";
    year_months_none => "–\u{a0}: aucune séance ce mois-là", "–: no meeting in that month";
    year_ahead(n: u32) => if n == 1 { "1 séance prévue est encore à venir.".to_owned() } else { format!("{n} séances prévues sont encore à venir.") },
        if n == 1 { "1 planned meeting is still to come.".to_owned() } else { format!("{n} planned meetings are still to come.") };
    year_undated(n: u32) => if n == 1 { "1 événement en attente n'a pas de date de signalement\u{a0}: il n'est d'aucune année.".to_owned() } else { format!("{n} événements en attente n'ont pas de date de signalement\u{a0}: ils ne sont d'aucune année.") },
        if n == 1 { "1 waiting event has no date of report: it belongs to no year.".to_owned() } else { format!("{n} waiting events have no date of report: they belong to no year.") };
    year_natures => "Natures des événements signalés", "Natures of the events reported";
    year_stages => "Étapes du parcours", "Stages of care";
    year_unsaid => "non indiqué", "not given";
    year_strength => "Force des actions décidées", "Strength of the actions decided";
    year_strength_unknown => "Force non connue", "Strength not known";
    year_factors(grid: &str, coded: u32, of: u32) => format!("Facteurs {grid}\u{a0}: {coded} codé{} sur {of}", if coded > 1 { "s" } else { "" }), format!("Factors {grid}: {coded} coded of {of}");
    year_no_factors => "Aucune analyse de l'année n'a de facteur codé dans une grille.", "No analysis of the year has a factor coded in a grid.";
    year_no_events => "Aucun événement signalé dans l'année.", "No event reported in the year.";
    year_no_returns => "Aucun événement de l'année ne ressemble à un événement analysé avant lui.", "No event of the year resembles an event analysed before it.";
    year_returns => "Ce qui est revenu", "What came back";
    year_return_kind(what: &str, day: &str) => format!("même nature et même étape que «\u{a0}{what}\u{a0}», analysé le {day}"),
        format!("same nature and stage as “{what}”, analysed on {day}");
    year_return_wording(what: &str, day: &str) => format!("formulation proche de «\u{a0}{what}\u{a0}», analysé le {day} (à relire)"),
        format!("worded like “{what}”, analysed on {day} (to be read again)");
    year_return_despite => "une action était déjà réalisée", "an action was done by then";

    year_proof => "Tableau proposé par crex pour un dialogue de gestion. Ce n'est pas un modèle officiel\u{a0}: les indicateurs d'un ACI se négocient localement.",
        "A table proposed by crex for a yearly dialogue. It is no official model: the indicators of an agreement (ACI) are negotiated locally.";
    year_proof_meetings => "Séances tenues", "Meetings held";
    year_proof_events(reported: &str, heard: &str, analysed: &str) => format!("Fiches d'événement indésirable\u{a0}: {reported} signalées, {heard} entendues, {analysed} analysées."),
        format!("Event reports: {reported} reported, {heard} heard, {analysed} analysed.");
    year_proof_actions => "Actions décidées et leur état", "Actions decided and their state";
    year_proof_evaluated => "Une action évaluée", "An action evaluated";
    year_proof_professions => "Présence par profession", "Attendance by profession";
    year_no_meetings => "Aucune séance tenue dans l'année.", "No meeting held in the year.";
    year_no_actions => "Aucune action décidée dans l'année.", "No action decided in the year.";
    year_no_evaluation => "Aucune action évaluée dans l'année.", "No action evaluated in the year.";
    year_not_known => "non connue", "not known";
    year_date => "Date", "Date";
    year_number_of => "N°", "No.";
    year_duration => "Durée", "Duration";
    year_came => "Présents", "Present";
    year_who => "Professions", "Professions";
    year_heard => "Entendus", "Heard";
    year_analysed => "Analysés", "Analysed";
    year_decided => "Actions", "Actions";
    year_done_on => "Réalisée le", "Done on";
    year_profession => "Profession", "Profession";
    year_in_meetings => "Séances", "Meetings";
    year_seats => "Présents / attendus", "Present / expected";

    year_name(year: i32) => format!("L'année {year}"), format!("The year {year}");
    /// The name of its file.
    year_file(year: i32) => format!("annee-{year}"), format!("year-{year}");
    year_aci => "ACI", "ACI";
    year_since(before: i32) => format!("depuis {before}"), format!("since {before}");
    year_reading => "Lecture des séances…", "Reading the sessions…";
    year_reading_at(read: usize, all: usize) => format!("Lecture des séances… {read} sur {all}"), format!("Reading the sessions… {read} of {all}");
    year_nothing_before(year: i32) => format!("Rien à compter avant {year}."), format!("Nothing to count before {year}.");
    year_empty(year: i32, folder: &str) => format!("Rien à compter en {year} dans {folder}\u{a0}: ni séance tenue ou prévue, ni événement signalé."),
        format!("Nothing to count in {year} in {folder}: no meeting held or planned, no event reported.");
    year_others(years: &str) => format!("Les années qui ont des chiffres\u{a0}: {years}."), format!("The years that have figures: {years}.");
    year_future(year: i32) => format!("L'année {year} n'a pas commencé\u{a0}: il n'y a encore rien à compter."), format!("The year {year} has not begun: there is nothing to count yet.");
    year_played(n: usize) => format!("{n} simulation{} dans ce dossier\u{a0}: les simulations n'entrent jamais dans les chiffres.", if n > 1 { "s" } else { "" }),
        format!("{n} simulation{} in this folder: simulations never enter the figures.", if n == 1 { "" } else { "s" });
    year_written(path: &str) => format!("L'année est écrite dans {path}"), format!("The year is written to {path}");
}
