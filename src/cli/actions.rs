//! `crex actions`: the action plan of all meetings.

use super::table::{both, wrapped};
use super::{Context, Failure, Said, for_good, format, output, shown, unwatched_in};
use crate::documents::leaving::telling_plan;
use crate::documents::plan::{calendar, csv, json, reference, reminder, table_head, wording, xlsx};
use crate::domain::action::{Standing, Strength};
use crate::library::plan::{Planned, Sheet, plan};
use crate::library::twins::Twin;
use crate::store::{Survey, fold};
use crate::words::Words;
use chrono::NaiveDate;
use clap::ArgMatches;
use std::collections::BTreeMap;
use std::path::PathBuf;
use uuid::Uuid;

/// Columns that the table fits in when its words allow.
const WIDTH: usize = 80;
/// The column of the wordings, and how wide the others may grow.
const WORDING: usize = 2;
const MOST: [usize; 6] = [16, 16, WIDTH, 16, 13, 16];

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let today = context.now.date();
    let format = format::asked(words, matches, &["xlsx", "csv", "ics", "json"])?;
    let store = context.reading()?;
    let survey = store.sheets();
    let mut said = Said {
        messages: survey
            .unread()
            .map(|problem| words.problem(problem))
            .collect(),
        ..Said::default()
    };
    said.messages.extend(twice(words, &survey));
    let good = |sheet: (PathBuf, Result<Sheet, _>)| sheet.1.ok();
    let sheets: Vec<Sheet> = survey.sessions.into_iter().filter_map(good).collect();
    let files = survey.follow_ups.into_iter().filter_map(|f| f.1.ok());
    let files: Vec<_> = files.collect();
    let whole = for_good(plan(for_good(sheets), &files, today));
    let asked = asked(words, whole, matches)?;
    let late = asked.iter().filter(|p| p.is_late()).count();
    let nothing = if whole.is_empty() {
        words.plan_none(&shown(&context.root()?))
    } else {
        words.plan_none_such().to_owned()
    };
    let answer = if format == "xlsx" {
        xlsx::xlsx(words, &asked, today).ok_or(words.plan_unwritten())
    } else {
        written(words, format, &asked, today).map(String::into_bytes)
    };
    match answer {
        Ok(answer) => {
            said.messages.extend(telling(context, format, &asked)?);
            leave(context, (format, format::file(matches)), answer, &mut said)?;
        }
        Err(_) if asked.is_empty() => said.messages.push(nothing),
        Err(why) => said.messages.push(why.to_owned()),
    }
    if matches.get_flag("fail-if-late") && late > 0 {
        said.failed = true;
        said.messages.push(words.plan_late(late));
    }
    Ok(said)
}

/// What in a plan that leaves the program may tell who someone is. A table is read where it is asked for, and a calendar
/// holds no wording.
fn telling(context: &Context, format: &str, plan: &[&Planned]) -> Result<Option<String>, Failure> {
    let leaves = matches!(format, "csv" | "xlsx" | "json" | "reminder" | "relance");
    if !leaves {
        return Ok(None);
    }
    let told = telling_plan(plan, &unwatched_in(&context.disk()?, &context.root()?));
    Ok(context.words.guard_in_document(&told))
}

/// The actions that are asked for, by deadline.
fn asked<'a>(
    words: Words,
    whole: &'a [Planned],
    matches: &ArgMatches,
) -> Result<Vec<&'a Planned>, Failure> {
    let (open, late) = (matches.get_flag("open"), matches.get_flag("late"));
    let owner = matches.get_one::<String>("owner");
    let owned = |p: &&Planned| owner.is_none_or(|owner| is_owned(p, owner));
    let mine: Vec<&Planned> = whole.iter().filter(owned).collect();
    if let Some(owner) = owner.filter(|_| mine.is_empty() && !whole.is_empty()) {
        let said = words.plan_nobody(&shown(owner.as_ref()), &owners(whole).join(", "));
        return Err(Failure::Refused(said));
    }
    let wanted = |p: &&Planned| (!open || p.is_open()) && (!late || p.is_late());
    Ok(mine.into_iter().filter(wanted).collect())
}

/// Whether the words of `owner` stand, whole and together, in the name of the owner, whatever their case and accents.
fn is_owned(planned: &Planned, owner: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|w| !w.is_empty())
            .map(ToOwned::to_owned)
            .collect()
    };
    let (asked, has) = (split(owner), split(planned.owner.as_str()));
    !asked.is_empty() && has.windows(asked.len()).any(|words| words == asked)
}

/// The owners of the plan, each once.
fn owners(whole: &[Planned]) -> Vec<&str> {
    let named = whole.iter().filter_map(|p| p.owner.filled());
    let once: BTreeMap<String, &str> = named.map(|owner| (fold(owner), owner)).collect();
    once.into_values().collect()
}

/// The files that hold one session, told apart by nothing but their name.
fn twice(words: Words, survey: &Survey<Sheet>) -> Vec<String> {
    let mut files: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for (path, sheet) in &survey.sessions {
        if let Some(sheet) = sheet.as_ref().ok().filter(|sheet| sheet.is_real()) {
            files.entry(sheet.session()).or_default().push(shown(path));
        }
    }
    let many = files.into_values().filter(|paths| paths.len() > 1);
    many.map(|paths| words.plan_twice(&paths.join(", ")))
        .collect()
}

/// The plan in the format asked for, or why there is nothing to write. What a program reads is written even when empty.
fn written(
    words: Words,
    format: &str,
    plan: &[&Planned],
    today: NaiveDate,
) -> Result<String, &'static str> {
    match format {
        "csv" => Ok(csv::csv(words, plan, today)),
        "json" => Ok(output::json(&json::json(plan, today))),
        "ics" => calendar::calendar(words, plan).ok_or(words.plan_nothing_dated()),
        "reminder" | "relance" => {
            reminder::reminders(words, plan, today).ok_or(words.plan_nothing_to_remind())
        }
        _ if plan.is_empty() => Err(words.plan_none_such()),
        _ => Ok(table(words, plan)),
    }
}

/// Answers, or writes the file asked for.
fn leave(
    context: &Context,
    (format, to): (&str, Option<&PathBuf>),
    answer: Vec<u8>,
    said: &mut Said,
) -> Result<(), Failure> {
    match to {
        None if format == "xlsx" => said.bytes = answer,
        None => {
            said.answer = String::from_utf8(answer)
                .unwrap_or_else(|wrong| String::from_utf8_lossy(wrong.as_bytes()).into_owned());
        }
        Some(path) => {
            output::write(context, path, &answer)?;
            said.messages.push(context.words.plan_written(&shown(path)));
        }
    }
    Ok(())
}

/// The plan for a reader: what is late bears a sign, long wordings go on below themselves.
fn table(words: Words, plan: &[&Planned]) -> String {
    let of =
        |plan: &[&Planned]| -> Vec<[String; 6]> { plan.iter().map(|p| row(words, p)).collect() };
    let (upper, lower) = plan.split_at(plan.len() / 2);
    let (mut rows, below) = both(plan.len(), || of(upper), || of(lower));
    rows.extend(below);
    wrapped(table_head(words), &rows, MOST, WORDING, WIDTH)
}

fn row(words: Words, p: &Planned) -> [String; 6] {
    let sign = if p.is_late() { '!' } else { ' ' };
    let due = p.due.map(|due| words.date_short(due));
    let due = due.unwrap_or_else(|| words.plan_no_due().to_owned());
    let owner = p.owner.filled().unwrap_or(words.plan_no_owner());
    let strength = p.strength.map_or("", |strength| match strength {
        Strength::Intermediate => words.plan_intermediate(),
        strength => words.strength(strength),
    });
    [
        format!("{sign} {due}"),
        reference(p),
        wording(words, p),
        owner.to_owned(),
        state(words, p),
        strength.to_owned(),
    ]
}

/// Where an action stands, and below it what a reader asks next: how often it was postponed, or when it is evaluated.
fn state(words: Words, p: &Planned) -> String {
    let postponed = Some(p.postponed).filter(|n| *n > 0);
    let more = match p.standing {
        Standing::Done => p.evaluate_on.map(|day| words.date_short(day)),
        Standing::Open | Standing::Late => postponed.map(|n| words.plan_postponed_times(n)),
        _ => None,
    };
    let standing = words.standing(p.standing);
    more.map_or_else(|| standing.to_owned(), |more| format!("{standing}\n{more}"))
}
