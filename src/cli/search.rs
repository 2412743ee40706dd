//! `crex search WORDS`: where words stand in everything that was written, session by session.

use super::{Context, Failure, Said, output, shown};
use crate::documents::found::source;
use crate::library::find::{Group, Hit, Query, Source};
use crate::store::{Answer, MOST_FOUND};
use crate::words::Words;
use clap::ArgMatches;
use serde_json::{Value, json};

/// Characters of what stands around a word.
const AROUND: usize = 56;
/// Columns of the step and of the item.
const STEP: usize = 13;
const ITEM: usize = 4;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let asked = matches.get_many::<String>("words").into_iter().flatten();
    let query = Query::new(&asked.map(|one| quoted(one)).collect::<Vec<_>>().join(" "));
    if query.is_empty() {
        return Err(Failure::Usage(words.search_needs_words().to_owned()));
    }
    let simulations = matches.get_flag("simulations");
    let json = matches.get_flag("json");
    // Nobody reads more; a program gets them all.
    let most = if json { usize::MAX } else { MOST_FOUND };
    let found = context.reading()?.find(&query, simulations, most);
    let answers = found.answers;
    let mut messages: Vec<String> = found.problems.iter().map(|p| words.problem(p)).collect();
    if found.cut {
        messages.push(words.find_cut("--json"));
    }
    let nothing = answers.is_empty();
    if nothing {
        let wider = (!simulations).then(|| words.find_try_simulations("--simulations"));
        let said = [Some(words.find_nothing().to_owned()), wider];
        messages.push(said.into_iter().flatten().collect::<Vec<_>>().join(" "));
    }
    let answer = if json {
        let results: Vec<Value> = answers.iter().map(as_json).collect();
        output::json(&json!({"schema": 1, "results": results}))
    } else {
        let told = answers.iter().map(|answer| told(words, answer));
        told.collect::<Vec<_>>().join("\n")
    };
    Ok(Said {
        answer,
        messages,
        failed: nothing,
        ..Said::default()
    })
}

/// What a shell gave as one word is one phrase, spaces and all.
fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) && !word.contains(['"', '«', '“']) {
        format!("\"{word}\"")
    } else {
        word.to_owned()
    }
}

/// A file that answers, its places below it.
fn told(words: Words, answer: &Answer) -> String {
    let group = &answer.group;
    let mut head: Vec<String> = group
        .date
        .map(|d| words.date_short(d))
        .into_iter()
        .collect();
    head.push(named(words, group));
    head.extend(group.title.filled().map(|title| title.replace('\n', " ")));
    let mut out = format!("{}\n  {}\n", head.join(" · "), shown(&answer.path));
    for hit in &group.hits {
        out.push_str(&place(words, hit));
    }
    out
}

fn named(words: Words, group: &Group) -> String {
    let what = source(words, group);
    if group.simulation {
        return format!("{what} ({})", words.list_simulation());
    }
    what
}

fn place(words: Words, hit: &Hit) -> String {
    let step = words.step_short(hit.spot.step);
    let (said, _) = hit.around(AROUND);
    format!("  {step:STEP$} {:ITEM$} {said}\n", hit.id)
}

fn as_json(answer: &Answer) -> Value {
    let group = &answer.group;
    let source = match group.source {
        Source::Session => "session",
        Source::Analysis => "analysis",
        Source::Incident => "incident",
        Source::FollowUp => "follow-up",
        Source::Amendment => "amendment",
    };
    let place = |hit: &Hit| {
        let marks = hit.marks.iter().map(|mark| &hit.text[mark.clone()]);
        json!({
            "step": hit.spot.step,
            "item": hit.id,
            "text": hit.text,
            "found": marks.collect::<Vec<_>>(),
        })
    };
    json!({
        "source": source,
        "id": group.id,
        "path": shown(&answer.path),
        "date": group.date,
        "number": group.number,
        "title": group.title,
        "simulation": group.simulation,
        "places": group.hits.iter().map(place).collect::<Vec<_>>(),
    })
}
