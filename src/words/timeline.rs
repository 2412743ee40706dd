//! The sentences of the timeline.

use super::Words;
use crate::domain::moment::Moment;
use crate::domain::timeline::Gap;
use chrono::NaiveDate;

crate::words! {
    timeline_facts => "Faits", "Facts";
    timeline_empty => "Aucun fait pour l'instant. «\u{a0}a\u{a0}» ajoute le premier\u{a0}; l'ordre n'importe pas, ils se rangent seuls.",
        "No fact yet. “a” adds the first one; order does not matter, they sort themselves.";
    timeline_when => "Quand", "When";
    timeline_when_hint => "17:30 · J-4 · la veille 22 h · vendredi 17 h 40 · 12/11 18:20 · ou rien si on ne sait pas",
        "17:30 · D-4 · the day before 10 pm · Friday 5:40 pm · 12/11 18:20 · or nothing if nobody knows";
    timeline_not_placed => "non placé", "not placed";
    timeline_actor => "Qui", "Who";
    timeline_actor_hint => "Une fonction, jamais un nom\u{a0}: IDE, remplaçante, résidente, pharmacien", "A function, never a name: nurse, locum, resident, pharmacist";
    timeline_what => "Quoi", "What";
    timeline_what_hint => "Un fait\u{a0}: ce qui a été vu, dit ou fait. Ni cause, ni jugement.", "A fact: what was seen, said or done. No cause, no judgement.";
    timeline_source => "Selon", "According to";
    timeline_source_hint => "Le dossier, une personne entendue (par sa fonction), un relevé…", "The chart, a person heard (by function), a log…";
    timeline_star => "À retenir", "Key fact";
    timeline_star_hint => "Espace met ou retire l'étoile\u{a0}: le compte rendu mettra ce fait en avant.", "Space sets or removes the star: the record will bring this fact forward.";
    timeline_understood(what: String) => format!("Compris\u{a0}: {what}"), format!("Understood: {what}");
    timeline_kept => "Gardé tel quel, et montré à part\u{a0}: cette heure n'est pas sur la ligne du temps. Exemples\u{a0}: 17:30, J-4, la veille 22 h, 12/11 18:20",
        "Kept as it is, and shown apart: this time is not on the line of time. Examples: 17:30, D-4, the day before 10 pm, 12/11 18:20";
    timeline_undated(what: String) => format!("{what} (le jour de l'événement n'est pas encore daté)"),
        format!("{what} (the day of the event has no date yet)");
    moment_at(day: String, time: String) => format!("{day}, {time}"), format!("{day}, {time}");
    moment_with_day(date: String, day: String) => format!("{date} ({day})"), format!("{date} ({day})");
    line_place(n: usize, total: usize) => format!("fait {n} sur {total}"), format!("fact {n} of {total}");
    line_apart => "non placés", "not placed";
    line_apart_long => "Non placés dans le temps", "Not placed in time";
    line_later(gap: String) => format!("{gap} plus tard"), format!("{gap} later");
    line_source(source: &str) => format!("selon\u{a0}: {source}"), format!("according to: {source}");
    line_empty => "Aucun fait à montrer. «\u{a0}g\u{a0}» revient à la liste.", "No fact to show. “g” goes back to the list.";
    line_nobody => "on ne sait pas qui", "nobody knows who";
    line_hours(hours: i64, minutes: i64) => if minutes == 0 { format!("{hours}\u{a0}h") } else { format!("{hours}\u{a0}h\u{a0}{minutes:02}") },
        if minutes == 0 { format!("{hours}\u{a0}h") } else { format!("{hours}\u{a0}h\u{a0}{minutes:02}") };
    line_days(n: i64) => format!("{n}\u{a0}jour{}", if n > 1 { "s" } else { "" }), format!("{n}\u{a0}day{}", if n == 1 { "" } else { "s" });
    nothing_chosen => "Aucun événement n'est choisi. Revenez à l'étape «\u{a0}Choix\u{a0}» (F7), ou allez plus loin\u{a0}: une séance sans analyse se clôt aussi.",
        "No event is chosen. Go back to the step “Choice” (F7), or go on: a meeting without analysis can be closed too.";
    say_last_page => "C'est la dernière étape.", "This is the last step.";
    say_first_step => "C'est la première étape. Revenir à l'accueil\u{a0}: Échap deux fois.", "This is the first step. Back to home: Escape twice.";
    say_last_step => "C'est la dernière étape. Sceller\u{a0}: F12.", "This is the last step. To seal: F12.";
    n_missing(n: usize) => format!("il manque {n} point{}", if n > 1 { "s" } else { "" }), format!("{n} point{} missing", if n > 1 { "s" } else { "" });
}

impl Words {
    /// A moment in full, as it stands in time: « vendredi 13 novembre 2026, 17 h 40 (J-6) ». `day_zero` is the day of the
    /// event, if it has a date. Nothing for what has no place in time.
    pub fn moment_full(self, moment: &Moment, day_zero: Option<NaiveDate>) -> Option<String> {
        let from = day_zero.unwrap_or_default();
        let date = moment.place(from)?.date();
        let moment = moment.base();
        let days = i32::try_from((date - from).num_days()).unwrap_or(0);
        let relative = Moment::Day(days, None).show(self.is_french());
        let (day, dated) = match (moment, day_zero) {
            (Moment::At(..), None) => (self.date_long(date), true),
            (_, Some(_)) => (self.date_long(date), true),
            (Moment::Weekday(n, _), None) => {
                (Moment::Weekday(*n, None).show(self.is_french()), false)
            }
            (_, None) => (relative.clone(), false),
        };
        let timed = match moment.hour() {
            Some(hour) => self.moment_at(day, self.time(hour)),
            None => day,
        };
        Some(match (dated, day_zero) {
            (true, Some(_)) => self.moment_with_day(timed, relative),
            (true, None) => timed,
            (false, _) => self.timeline_undated(timed),
        })
    }

    /// A moment in few columns: « 17:40 », « J+2 08:00 », « ven. 17:40 », « 12/11 18:20 », or what was said.
    pub fn moment_short(self, moment: &Moment) -> String {
        let hour = moment.hour().map(Moment::Clock).unwrap_or_default();
        let hour = hour.show(self.is_french());
        match moment {
            Moment::Clock(_) | Moment::Unknown | Moment::Said(_) | Moment::About(..) => {
                moment.show(self.is_french())
            }
            _ => format!("{} {hour}", self.moment_day(moment))
                .trim_end()
                .to_owned(),
        }
    }

    /// The day that a moment tells, in few columns: « J+2 », « ven. », « 12/11 »; an hour alone is of the day of the event.
    pub fn moment_day(self, moment: &Moment) -> String {
        let day = match moment.base() {
            Moment::Weekday(day, _) => return self.day_short(*day).to_owned(),
            Moment::At(date, _) => return date.format("%d/%m").to_string(),
            Moment::Day(day, _) => *day,
            Moment::Clock(_) | Moment::Unknown | Moment::Said(_) | Moment::About(..) => 0,
        };
        Moment::Day(day, None).show(self.is_french())
    }

    /// How long a gap is: « 50 min », « 3 h 50 », « 4 jours ».
    pub fn gap(self, gap: Gap) -> String {
        match gap {
            Gap::Minutes(n @ 0..60) => self.minutes(u32::try_from(n).unwrap_or(0)),
            Gap::Minutes(n) => self.line_hours(n / 60, n % 60),
            Gap::Days(n) => self.line_days(n),
        }
    }
}
