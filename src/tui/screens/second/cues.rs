//! What to say when the room gets stuck, and how to go about a step.

use super::{Shown, aloud};
use crate::content;
use crate::tui::desk::Desk;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;

pub(super) fn paras(shown: &Shown, desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let bullet = desk.prefs.theme.signs.bullet;
    let line = |text: &str| Para::new(format!("{bullet} {text}"), Role::Body);
    let mut out = Vec::new();
    let asked = aloud::question(shown, desk).filter(|(_, item)| !item.prompts.is_empty());
    if let Some((_, item)) = asked {
        out.push(Para::new(words.second_prompts(), Role::Title));
        out.extend(item.prompts.iter().map(|prompt| line(prompt.get(words.0))));
        out.push(Para::new("", Role::Body));
    }
    for cue in content::cues(shown.row.step) {
        out.push(Para::new(cue.when.get(words.0), Role::Strong));
        out.push(Para::under(
            words.quoted(cue.say.get(words.0)),
            Role::Body,
            2,
        ));
        out.push(Para::new("", Role::Body));
    }
    out.push(Para::new(words.help_how(), Role::Title));
    let help = content::step(shown.row.step).help.iter();
    out.extend(help.map(|text| line(text.get(words.0))));
    out
}
