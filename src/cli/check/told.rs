//! What is said of the files that were checked, in lines or as JSON.

use super::super::{Said, output, shown};
use super::Verdict;
use crate::words::Words;
use serde_json::json;

/// A line for each fine file, each fault and each remark.
pub fn lines(words: Words, verdicts: &[Verdict]) -> Said {
    let mut answer = String::new();
    let mut say = |line: &str| {
        answer.push_str(line);
        answer.push('\n');
    };
    for verdict in verdicts {
        let name = shown(&verdict.path);
        if verdict.faults.is_empty() {
            say(&if verdict.sealed {
                words.check_sealed(&name)
            } else {
                words.check_fine(&name)
            });
        }
        for said in &verdict.faults {
            if verdict.named {
                say(said);
            } else {
                say(&words.check_said(&name, said));
            }
        }
        for said in &verdict.remarks {
            say(&words.check_said(&name, said));
        }
    }
    let wrong = n_wrong(verdicts);
    let last = if wrong == 0 {
        words.check_all_fine(verdicts.len())
    } else {
        words.check_wrong(wrong, verdicts.len())
    };
    Said {
        answer,
        messages: vec![last],
        failed: wrong > 0,
        ..Said::default()
    }
}

/// The same for a script.
pub fn json(verdicts: &[Verdict]) -> Said {
    let files = verdicts.iter().map(|verdict| {
        json!({
            "path": shown(&verdict.path),
            "fine": verdict.faults.is_empty(),
            "sealed": verdict.sealed,
            "faults": verdict.faults,
            "remarks": verdict.remarks,
        })
    });
    let files: Vec<_> = files.collect();
    let wrong = n_wrong(verdicts);
    Said {
        answer: output::json(&json!({"schema": 1, "wrong": wrong, "files": files})),
        failed: wrong > 0,
        ..Said::default()
    }
}

fn n_wrong(verdicts: &[Verdict]) -> usize {
    let wrong = verdicts.iter().filter(|verdict| !verdict.faults.is_empty());
    wrong.count()
}
