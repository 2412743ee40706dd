//! A year for a program, with stable names: every figure is always there with what it is out of, and `null` where there is
//! nothing to count.

use crate::content;
use crate::documents::plan::reference;
use crate::domain::SCHEMA;
use crate::domain::yearly::{Figure, Value as Counted};
use crate::library::plan::Planned;
use crate::library::year::{Earlier, Family, Meeting, Numbers, Part, Profession, Return, Year};
use crate::words::Words;
use serde_json::{Map, Value, json};

/// The year. What was published is worded in the language of `words`.
pub fn json(words: Words, year: &Year) -> Value {
    let months = year.months.iter();
    let months = months
        .map(|m| json!({"month": m.month, "held": m.held, "heard": m.heard, "ahead": m.ahead}));
    json!({
        "schema": SCHEMA,
        "year": year.year,
        "today": year.today,
        "under_way": year.is_under_way(),
        "figures": figures(&year.numbers),
        "before": year.before.as_ref().map(figures),
        "ahead": year.ahead,
        "undated": year.undated,
        "months": months.collect::<Vec<_>>(),
        "professions": all(&year.professions, profession),
        "natures": all(&year.natures, part),
        "stages": all(&year.stages, part),
        "families": all(&year.families, family),
        "returns": all(&year.returns, returned),
        "proof": {
            "meetings": all(&year.meetings, meeting),
            "actions": all(&year.actions, action),
            "evaluated": year.evaluated.as_ref().map(evaluated),
        },
        "benchmarks": benchmarks(words),
    })
}

fn all<T>(items: &[T], one: impl Fn(&T) -> Value) -> Vec<Value> {
    items.iter().map(one).collect()
}

fn figures(numbers: &Numbers) -> Value {
    let named = |(figure, value): (Figure, Counted)| (figure.name().to_owned(), counted(value));
    Value::Object(numbers.all().map(named).collect::<Map<_, _>>())
}

fn counted(value: Counted) -> Value {
    // The last digit of a tenth: a number that a script reads as it is written.
    let decimal = |tenths: i64| match tenths % 10 {
        0 => json!(tenths / 10),
        rest => format!("{}.{rest}", tenths / 10)
            .parse()
            .map_or(Value::Null, |n: f64| json!(n)),
    };
    let tenths = value.tenths().map(decimal);
    match value {
        Counted::Count(n) => json!({"n": n}),
        Counted::Share { n, of } => json!({"n": n, "of": of, "percent": value.percent()}),
        Counted::Mean { sum, of } => json!({"sum": sum, "of": of, "mean": tenths}),
        Counted::Median { of, .. } => json!({"of": of, "median": tenths}),
    }
}

fn profession(p: &Profession) -> Value {
    json!({"id": p.id, "function": p.function, "meetings": p.meetings, "came": p.came, "expected": p.expected})
}

fn part(part: &Part) -> Value {
    json!({"id": part.id, "n": part.n})
}

fn family(family: &Family) -> Value {
    json!({
        "grid": family.grid,
        "analyses": family.analyses,
        "factors": family.of,
        "coded": family.coded(),
        "dimensions": all(&family.parts, part),
    })
}

fn returned(one: &Return) -> Value {
    let earlier = |e: &Earlier| json!({"what": e.what, "treated": e.treated});
    json!({
        "what": one.what,
        "day": one.day,
        "same_kind": one.kind.as_ref().map(earlier),
        "same_wording": one.wording.as_ref().map(earlier),
        "despite_action": one.despite_action,
    })
}

fn meeting(m: &Meeting) -> Value {
    let who = |(id, function): &(crate::domain::code::Code, crate::domain::text::Text)| json!({"id": id, "function": function});
    json!({
        "session": m.session,
        "number": m.number,
        "day": m.day,
        "minutes": m.minutes,
        "came": m.came,
        "heard": m.heard,
        "analysed": m.analysed,
        "decided": m.decided,
        "professions": all(&m.professions, who),
    })
}

fn action(p: &Planned) -> Value {
    json!({
        "reference": reference(p),
        "session": p.decided.map(|d| d.session),
        "action": p.decided.map(|d| d.action),
        "what": p.what,
        "owner": p.owner,
        "due": p.due,
        "standing": p.standing,
        "done_on": p.done,
    })
}

fn evaluated(p: &Planned) -> Value {
    json!({
        "reference": reference(p),
        "what": p.what,
        "standing": p.standing,
        "on": p.last().and_then(|word| word.on),
        "indicator": p.indicator,
        "baseline": p.baseline,
        "target": p.target,
        "evidence": p.last().map(|word| &word.evidence),
    })
}

fn benchmarks(words: Words) -> Vec<Value> {
    let all = Figure::ALL.iter().flat_map(|f| content::benchmarks(*f));
    let one = |b: &content::Benchmark| {
        json!({
            "figure": b.figure.name(),
            "percent": b.percent,
            "says": b.says.get(words.0),
            "source": b.source,
        })
    };
    all.map(one).collect()
}
