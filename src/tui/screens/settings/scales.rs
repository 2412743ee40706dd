//! The scales: a shipped set, or the team's own with its wording, thresholds and matrix.

use super::simple::remark;
use super::{Key, Next};
use crate::content;
use crate::domain::code::{Code, Label, Lang};
use crate::domain::scales::{Class, Level, Scales, School};
use crate::domain::team::Team;
use crate::domain::text::Text;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Item, Value};
use crate::tui::theme::Role;
use crate::words::Words;

/// Id of scales that a team made its own.
const OURS: &str = "ours";
/// Highest product of severity and likelihood.
const MAX_PRODUCT: u32 = 25;
/// Levels of severity and of likelihood.
const LEVELS: u8 = 5;

/// The scales in the order of the page; the matrix comes behind them.
const LADDERS: [Ladder; 9] = [
    Ladder::Severity,
    Ladder::Likelihood,
    Ladder::Control,
    Ladder::Avoidability,
    Ladder::Recoverability,
    Ladder::Detectability,
    Ladder::Impact,
    Ladder::Effort,
    Ladder::Delay,
];

/// One scale of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ladder {
    Severity,
    Likelihood,
    Control,
    Avoidability,
    Recoverability,
    Detectability,
    Impact,
    Effort,
    Delay,
}

/// The scales of the team: its own, else those of its kind of structure.
pub fn of(team: &Team) -> &Scales {
    let shipped = || content::scales_by_id(&content::default_scales_for(&team.sector));
    team.scales.as_ref().unwrap_or_else(shipped)
}

fn are_ours(team: &Team) -> bool {
    of(team).id.as_str() == OURS
}

/// The team's own scales, made from those in use if there are none yet.
fn ours(team: &mut Team) -> &mut Scales {
    let mut copy = of(team).clone();
    if copy.id.as_str() != OURS {
        copy.id = Code::new(OURS);
        copy.name = Label {
            fr: Text::new(Words(Lang::Fr).settings_scales_ours()),
            en: Text::new(Words(Lang::En).settings_scales_ours()),
        };
    }
    team.scales.insert(copy)
}

fn name(ladder: Ladder, words: Words) -> &'static str {
    match ladder {
        Ladder::Severity => words.ladder_severity(),
        Ladder::Likelihood => words.ladder_likelihood(),
        Ladder::Control => words.ladder_control(),
        Ladder::Avoidability => words.ladder_avoidability(),
        Ladder::Recoverability => words.ladder_recoverability(),
        Ladder::Detectability => words.ladder_detectability(),
        Ladder::Impact => words.ladder_impact(),
        Ladder::Effort => words.ladder_effort(),
        Ladder::Delay => words.ladder_delay(),
    }
}

fn levels(scales: &Scales, ladder: Ladder) -> &[Level] {
    match ladder {
        Ladder::Severity => &scales.severity,
        Ladder::Likelihood => &scales.likelihood,
        Ladder::Control => &scales.control,
        Ladder::Avoidability => &scales.avoidability,
        Ladder::Recoverability => &scales.recoverability,
        Ladder::Detectability => &scales.detectability,
        Ladder::Impact => &scales.impact,
        Ladder::Effort => &scales.effort,
        Ladder::Delay => &scales.delay,
    }
}

fn levels_mut(scales: &mut Scales, ladder: Ladder) -> &mut [Level] {
    match ladder {
        Ladder::Severity => &mut scales.severity,
        Ladder::Likelihood => &mut scales.likelihood,
        Ladder::Control => &mut scales.control,
        Ladder::Avoidability => &mut scales.avoidability,
        Ladder::Recoverability => &mut scales.recoverability,
        Ladder::Detectability => &mut scales.detectability,
        Ladder::Impact => &mut scales.impact,
        Ladder::Effort => &mut scales.effort,
        Ladder::Delay => &mut scales.delay,
    }
}

/// The choice of a set and the list of its scales, or the scale that is open.
pub fn fields(path: &[usize], desk: &Desk) -> Vec<Field<Key>> {
    let (words, team) = (desk.words(), &desk.team.doc);
    match path.first() {
        None => set(team, words),
        Some(index) => match LADDERS.get(*index) {
            Some(ladder) => ladder_fields(levels(of(team), *ladder), words),
            None => matrix(of(team), words),
        },
    }
}

fn set(team: &Team, words: Words) -> Vec<Field<Key>> {
    let (scales, shipped) = (of(team), content::scales());
    let value = Value::One {
        options: shipped
            .iter()
            .map(|s| s.name.get(words.0).to_owned())
            .collect(),
        chosen: shipped.iter().position(|s| s.id == scales.id),
    };
    let aside = if are_ours(team) {
        words.settings_scales_ours()
    } else {
        ""
    };
    let school = Value::One {
        options: School::ALL
            .iter()
            .map(|s| words.school(*s).to_owned())
            .collect(),
        chosen: School::ALL.iter().position(|s| *s == scales.school),
    };
    let mut fields = vec![
        Field::new(Key::ScaleSet, words.settings_scales_field(), value)
            .hint(if are_ours(team) {
                words.settings_scales_hint()
            } else {
                words.settings_scales_shipped_hint()
            })
            .aside(aside),
        Field::new(Key::School, words.settings_school(), school).hint(words.settings_school_hint()),
    ];
    if scales.school == School::Product {
        fields.extend(thresholds(scales, words));
    }
    fields.push(remark(scales.source.get(words.0), Role::Aside));
    if are_ours(team) {
        fields.push(ladders(scales, words));
    } else {
        let copy = Value::Button(words.settings_scales_copy().to_owned());
        fields.push(remark("", Role::Aside));
        fields.push(Field::new(Key::CopyScales, "", copy).hint(words.settings_scales_copy_hint()));
    }
    fields
}

fn thresholds(scales: &Scales, words: Words) -> [Field<Key>; 2] {
    let number = |n: u8| Value::Number(Some(u32::from(n)).filter(|n| *n > 0));
    [
        Field::new(
            Key::AcceptableUpTo,
            words.settings_acceptable(),
            number(scales.acceptable_up_to),
        )
        .hint(words.settings_threshold_hint()),
        Field::new(
            Key::TolerableUpTo,
            words.settings_tolerable(),
            number(scales.tolerable_up_to),
        )
        .hint(words.settings_threshold_hint()),
    ]
}

fn ladders(scales: &Scales, words: Words) -> Field<Key> {
    let item = |ladder: &Ladder| {
        let levels = levels(scales, *ladder).iter();
        let names: Vec<&str> = levels.map(|l| l.label.get(words.0)).collect();
        Item {
            text: name(*ladder, words).to_owned(),
            aside: names.join(" · "),
            ..Item::default()
        }
    };
    let matrix = Item {
        text: words.settings_matrix().to_owned(),
        aside: words.settings_matrix_aside().to_owned(),
        ..Item::default()
    };
    let items = LADDERS.iter().map(item).chain([matrix]).collect();
    let empty = String::new();
    Field::new(
        Key::Ladders,
        words.settings_ladders(),
        Value::Items { items, empty },
    )
}

fn ladder_fields(levels: &[Level], words: Words) -> Vec<Field<Key>> {
    let mut fields = Vec::new();
    for level in levels {
        let line = |label: &Label| Value::Line(Text::new(label.get(words.0)));
        fields.push(
            Field::new(
                Key::LevelLabel(level.n),
                words.settings_level(level.n),
                line(&level.label),
            )
            .hint(words.settings_level_hint()),
        );
        fields.push(
            Field::new(
                Key::LevelHint(level.n),
                words.settings_meaning(),
                line(&level.hint),
            )
            .hint(words.settings_meaning_hint()),
        );
    }
    fields
}

fn matrix(scales: &Scales, words: Words) -> Vec<Field<Key>> {
    let name = |levels: &[Level], n: u8| {
        let level = Scales::level(levels, n);
        level.map_or("", |l| l.label.get(words.0)).to_owned()
    };
    let mut fields = Vec::new();
    for likelihood in 1..=LEVELS {
        let label = words.settings_matrix_row(&name(&scales.likelihood, likelihood));
        fields.push(Field::new(Key::Remark, label, Value::Heading));
        for severity in 1..=LEVELS {
            let row = scales.matrix.get(usize::from(likelihood) - 1);
            let class = row.and_then(|r| r.get(usize::from(severity) - 1)).copied();
            let value = Value::One {
                options: Class::ALL
                    .iter()
                    .map(|c| words.class(*c).to_owned())
                    .collect(),
                chosen: Class::ALL
                    .iter()
                    .position(|c| *c == class.unwrap_or_default()),
            };
            let label = format!("{severity} {}", name(&scales.severity, severity));
            fields.push(
                Field::new(Key::Cell(likelihood, severity), label, value)
                    .hint(words.settings_matrix_hint()),
            );
        }
    }
    fields
}

/// Takes an edit.
pub fn apply(path: &[usize], key: Key, edit: Edit, group: Group, desk: &mut Desk) -> Next {
    let lang = desk.words().0;
    match (key, edit) {
        (Key::Ladders, Edit::Open(index)) => {
            let first = if index < LADDERS.len() {
                Key::LevelLabel(1)
            } else {
                Key::Cell(1, 1)
            };
            return Next::Open(index, first);
        }
        (Key::ScaleSet, Edit::One(Some(index))) => {
            desk.edit_team(Group::Alone, |team| choose(team, index));
        }
        (Key::CopyScales, Edit::Press) => {
            desk.edit_team(Group::Alone, |team| {
                ours(team);
            });
            return Next::Focus(Key::Ladders);
        }
        (Key::Ladders | Key::ScaleSet, _) => {}
        (key, edit) => {
            let ladder = path.first().and_then(|i| LADDERS.get(*i)).copied();
            desk.edit_team(group, |team| {
                change(ours(team), ladder, key, edit, lang);
            });
        }
    }
    Next::Stay
}

/// A shipped set; the one that belongs to the kind of structure needs no mention.
fn choose(team: &mut Team, index: usize) {
    let usual = content::default_scales_for(&team.sector);
    let chosen = content::scales().get(index);
    team.scales = chosen.filter(|s| s.id != usual).cloned();
}

fn change(scales: &mut Scales, ladder: Option<Ladder>, key: Key, edit: Edit, lang: Lang) {
    let small = |n: Option<u32>| u8::try_from(n.unwrap_or(0).min(MAX_PRODUCT)).unwrap_or(0);
    match (key, edit) {
        (Key::School, Edit::One(Some(index))) => {
            scales.school = School::ALL.get(index).copied().unwrap_or_default();
        }
        (Key::AcceptableUpTo, Edit::Number(n)) => scales.acceptable_up_to = small(n),
        (Key::TolerableUpTo, Edit::Number(n)) => scales.tolerable_up_to = small(n),
        (Key::Cell(likelihood, severity), Edit::One(Some(index))) => {
            let row = scales.matrix.get_mut(usize::from(likelihood) - 1);
            let cell = row.and_then(|r| r.get_mut(usize::from(severity) - 1));
            if let (Some(cell), Some(class)) = (cell, Class::ALL.get(index)) {
                *cell = *class;
            }
        }
        (Key::LevelLabel(n) | Key::LevelHint(n), Edit::Text(text)) => {
            let Some(ladder) = ladder else { return };
            let mut levels = levels_mut(scales, ladder).iter_mut();
            if let Some(level) = levels.find(|level| level.n == n) {
                let label = match key {
                    Key::LevelLabel(_) => &mut level.label,
                    _ => &mut level.hint,
                };
                word(label, text, lang);
            }
        }
        _ => {}
    }
}

/// The team's wording holds in both languages: a shipped one beside it would say something else.
fn word(label: &mut Label, text: Text, lang: Lang) {
    *label = match lang {
        Lang::Fr => Label {
            fr: text,
            en: Text::default(),
        },
        Lang::En => Label {
            fr: Text::default(),
            en: text,
        },
    };
}
