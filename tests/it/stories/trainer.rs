//! The trainer's terminal beside a simulation: what the wall must not show stands there, whole, and nowhere on the wall.

use super::half_day::pair::{beside, left_of, scroll_to, turn_to};
use super::second;
use crate::harness::{Room, Setup, day, flatten};
use crex::content;
use crex::domain::analysis::{Analysis, Deviation, Fact};
use crex::domain::code::Lang;
use crex::domain::scenario::Scenario;
use crex::tui::key::Msg;
use crex::tui::shell::Start;
use std::rc::Rc;
use std::sync::Arc;

/// The panels of the trainer, in both languages.
const PANELS: [(&str, &str); 4] = [
    ("Régie", "Control"),
    ("Cartes", "Cards"),
    ("Rôles", "Roles"),
    ("Corrigé", "Key"),
];

fn setup(lang: Lang, size: (u16, u16)) -> Setup {
    Setup {
        size,
        lang,
        ..Setup::default()
    }
}

fn case(lang: Lang) -> Scenario {
    let cases = content::scenarios(lang).into_iter();
    let mut cases = cases.filter(|case| case.id.as_str() == "anticoagulants");
    cases.next().unwrap().clone()
}

/// Case 1, just begun.
fn wall(setup: Setup) -> Room {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    let start = Start::Play(Arc::new(case(setup.lang)));
    Room::on(folder, setup, start, day())
}

/// The same, roles drawn for eight, at the step of that name.
fn wall_at(setup: Setup, step: &str) -> Room {
    let mut room = wall(setup);
    room.keys("<F8><Tab>8<Tab><Enter>");
    for _ in 0..12 {
        if room
            .screen()
            .lines()
            .any(|l| l.starts_with('▌') && l.contains(step))
        {
            return room;
        }
        room.keys("<F8>");
        if flatten(&room.screen()).contains("Pourquoi continuer") {
            room.keys("<Enter>");
        }
    }
    panic!("no step {step:?} on\n{}", room.screen());
}

/// All that only the trainer may know before it comes.
fn hidden(case: &Scenario, lang: Lang) -> Vec<String> {
    let key = &case.key;
    let kit = case.kit(content::kit(lang));
    let injects = case.injects.iter();
    let prompts = case.prompts.iter();
    let mut all: Vec<String> = Vec::new();
    all.extend(
        injects
            .flat_map(|i| [&i.title, &i.text, &i.watch])
            .map(ToString::to_string),
    );
    all.extend(
        prompts
            .flat_map(|p| [&p.question, &p.expected])
            .map(ToString::to_string),
    );
    all.extend(kit.challenges.iter().map(|c| c.answer.to_string()));
    all.extend(key.facts.iter().map(|f| f.text.to_string()));
    all.extend(key.deviations.iter().map(|d| d.text.to_string()));
    all.extend(key.factors.iter().map(|f| f.text.to_string()));
    all.extend(key.barriers.iter().map(|b| b.text.to_string()));
    all.extend(key.actions.iter().map(|a| a.text.to_string()));
    all.extend(key.traps.iter().map(ToString::to_string));
    all
}

/// All that a panel says, from its beginning to its end.
fn read(second: &mut Room, panel: &str) -> String {
    turn_to(second, panel);
    let mut out = String::new();
    loop {
        let screen = second.screen();
        out.push_str(&left_of(&screen));
        second.keys("<PgDn>");
        if second.screen() == screen {
            return flatten(&out);
        }
    }
}

#[test]
fn only_a_simulation_has_the_panels_of_the_trainer() {
    let setup = setup(Lang::Fr, (120, 40));
    let real = Room::opened(setup);
    let second = second::beside(&real, setup);
    second.see(&["À dire", "Repères"]);
    for (panel, _) in PANELS {
        second.miss(panel);
    }
    let played = wall(setup);
    let second = beside(&played);
    second.see(&PANELS.map(|(fr, _)| fr));
}

#[test]
fn the_names_of_all_panels_fit_the_smallest_usual_terminal_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let setup = setup(lang, (80, 24));
        let mut played = wall(setup);
        played.keys("<C-k>Qui prévient ?<Enter><Esc>");
        let path = super::half_day::pair::path_of(&played);
        let folder = Rc::clone(&played.folder);
        let mut second = Room::on(folder, setup, Start::Notes(path), day());
        let names = PANELS.map(|(fr, en)| if lang == Lang::Fr { fr } else { en });
        second.see(&names);
        for name in names {
            second.keys("<Tab>").see(&[&format!("▌{name}")]);
        }
        let helped = if lang == Lang::Fr {
            "tournez cet écran"
        } else {
            "turn this screen away"
        };
        second.keys("<F1>");
        for _ in 0..9 {
            if flatten(&second.screen()).contains(helped) {
                break;
            }
            second.keys("<PgDn>");
        }
        second.see(&[helped]);
    }
}

#[test]
fn what_is_to_come_and_the_key_are_there_whole_and_nowhere_on_the_wall() {
    let (lang, size) = (Lang::Fr, (120, 40));
    let case = case(lang);
    let hidden = hidden(&case, lang);
    let mut wall = wall_at(setup(lang, size), "Ouverture");
    let mut second = beside(&wall);
    let told: String = PANELS
        .iter()
        .map(|(panel, _)| read(&mut second, panel))
        .collect();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let told = squeezed(&told);
    let lacking: Vec<&String> = hidden
        .iter()
        .filter(|text| !told.contains(&squeezed(&flatten(text))))
        .collect();
    assert_eq!(lacking, Vec::<&String>::new());
    for seat in 1..=8 {
        second.keys("");
        assert!(told.contains(&squeezed(&format!("Place {seat} ·"))));
    }
    let mut seen = String::new();
    for _ in 0..12 {
        for keys in [
            "<C-r>",
            "<PgDn>",
            "<Esc><F5>",
            "<PgDn>",
            "<Esc><F1>",
            "<Esc><C-p>",
            "<Esc>",
        ] {
            wall.keys(keys);
            seen.push_str(&flatten(&wall.screen()));
        }
        wall.keys("<F8>");
        if flatten(&wall.screen()).contains("Pourquoi continuer") {
            wall.keys("<Enter>");
        }
        if wall.screen().contains("Débriefing de") {
            break;
        }
    }
    let told: Vec<&String> = hidden
        .iter()
        .filter(|text| seen.contains(&flatten(text)))
        .collect();
    assert_eq!(told, Vec::<&String>::new());
    assert!(!seen.contains("avec un défi") && !seen.contains("carte de la place"));
}

#[test]
fn an_inject_counts_down_with_the_time_of_the_play_and_says_when_it_came() {
    let mut wall = wall_at(setup(Lang::Fr, (120, 40)), "Ouverture");
    let mut second = beside(&wall);
    turn_to(&mut second, "Régie");
    second.see(&[
        "Prochain imprévu · dans 20 min",
        "Le téléphone de la salle sonne",
    ]);
    wall.minutes(16);
    second.minutes(16).see(&["Prochain imprévu · dans 4 min"]);
    // Twice as fast: the trainer's terminal goes as fast as the wall.
    wall.keys("<C-r>");
    super::half_day::pair::hold(&mut wall, "Vitesse du temps");
    wall.keys("<Enter><Esc>").minutes(1);
    second.take(Msg::Tick);
    second.minutes(1).see(&["dans 2 min"]);
    wall.minutes(1);
    second.minutes(1);
    second.see(&["Prochain imprévu · dans 25 min", "Un message arrive"]);
    wall.see(&["Du nouveau : Le téléphone de la salle sonne"]);
    scroll_to(
        &mut second,
        "Imprévu 1 · Le téléphone de la salle sonne · donné à la minute 20",
    );
}

#[test]
fn a_frozen_wall_shows_the_question_and_the_trainer_what_is_hoped_for() {
    let mut wall = wall_at(setup(Lang::Fr, (80, 24)), "Chronologie");
    let mut second = beside(&wall);
    turn_to(&mut second, "Régie");
    second.see(&["lesquelles sont vues", "On espère : L'heure de délivrance"]);
    wall.keys("<C-r><Enter>").see(&["lesquelles sont vues"]);
    wall.miss("L'heure de délivrance");
    second.take(Msg::Tick);
    second.see(&["Image arrêtée sur le mur", "posée à la minute 0"]);
    wall.keys("<Enter>");
    second.take(Msg::Tick);
    second.miss("Image arrêtée");
}

#[test]
fn a_card_says_where_it_leads_until_it_was_asked_for() {
    let mut wall = wall_at(setup(Lang::Fr, (120, 40)), "Ouverture");
    let mut second = beside(&wall);
    turn_to(&mut second, "Cartes");
    second.see(&["À demander : 13 cartes", "L'INR prévu n'est pas fait"]);
    wall.keys("<F5><Enter>");
    second.take(Msg::Tick);
    second.see(&["À demander : 12 cartes"]);
    scroll_to(&mut second, "Déjà demandées : 1");
    scroll_to(&mut second, "Entendre l'infirmière libérale · minute");
}

#[test]
fn the_key_says_what_the_group_has_and_begins_with_the_part_of_the_step() {
    let wall = wall_at(setup(Lang::Fr, (120, 40)), "Écarts");
    let path = super::half_day::pair::path_of(&wall);
    let mut second = beside(&wall);
    turn_to(&mut second, "Corrigé");
    second.see(&["à cet instant : 0 sur 43", "Écarts · 0 sur 7"]);
    drop(second);
    drop(wall.shell);
    // The group has a deviation, in its words.
    let bytes = std::fs::read(&path).unwrap();
    let mut session = crex::store::parse::<crex::domain::session::Session>(&path, &bytes)
        .unwrap()
        .doc;
    let mut analysis = Analysis::new(session.ids.give());
    analysis.incident = session.incidents.at(0).map(|i| i.id);
    analysis.facts.push(Fact {
        what: "L'INR prévu n'a pas été fait".into(),
        ..Fact::new(session.ids.give())
    });
    analysis.deviations.push(Deviation {
        observed: "Sortie sans transmission directe au médecin traitant ni à l'IDEL".into(),
        ..Deviation::new(session.ids.give())
    });
    session.under_way = Some(analysis.id);
    session.analyses.push(analysis);
    std::fs::write(&path, crex::store::encode(&path, &session).unwrap()).unwrap();
    let folder = Rc::clone(&wall.folder);
    let mut second = Room::on(
        folder,
        setup(Lang::Fr, (120, 40)),
        Start::Notes(path),
        day(),
    );
    turn_to(&mut second, "Corrigé");
    second.see(&[
        "à cet instant : 2 sur 43",
        "« Sortie sans transmission directe",
    ]);
    // Its own notes never stand in the way of a letter.
    second
        .keys("une note")
        .see(&["une note", "à cet instant : 2 sur 43"]);
}
