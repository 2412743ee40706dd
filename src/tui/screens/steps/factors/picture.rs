//! The picture of the walk: one question, large, with the deviation it is asked for, the answers, and what was explored.

use super::grids::walked;
use super::only::Only;
use super::rows::{Needs, Rows, rows};
use super::walk::{factor_of, proposed_of};
use super::{Factors, form};
use crate::domain::analysis::{Analysis, Factor, Reply};
use crate::domain::completeness::share;
use crate::domain::grid::{Dimension, Grid, Item};
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::{Scope, key_for, key_name};
use crate::tui::screens::steps::shared::{analysis, or};
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::{n_rows, width};
use crate::words::Words;
use ratatui::layout::Rect;

/// Text is never wider than this.
const MAX_TEXT: u16 = 72;
/// Most rows of the deviation in question.
const MAX_DEVIATION: usize = 2;
/// The answers, two by two.
const ANSWERS: [Reply; 4] = [Reply::Yes, Reply::No, Reply::Unknown, Reply::NotApplicable];

/// What the picture shows.
pub(super) struct Scene<'a> {
    pub analysis: &'a Analysis,
    pub grid: &'a Grid,
    /// The grids that count.
    pub grids: Vec<&'a Grid>,
    pub dimension: &'a Dimension,
    pub item: &'a Item,
    pub words: Words,
}

impl Factors {
    fn scene<'a>(&self, desk: &'a Desk) -> Option<Scene<'a>> {
        let (analysis, grid) = (analysis(desk)?, walked(desk)?);
        let index = self.index(analysis, grid);
        let (dimension, item) = grid.leaves().nth(index)?;
        Some(Scene {
            analysis,
            grid,
            grids: super::grids::counted(desk),
            dimension,
            item,
            words: desk.words(),
        })
    }

    /// Draws the question and all around it.
    pub(super) fn draw_walk(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        let Some(scene) = self.scene(desk) else {
            return;
        };
        let page = inner(area);
        let deviation = self.deviation_text(&scene);
        let at = scene.layout(page, &deviation.1);
        let row = |y: u16, high: u16| Rect {
            y: page.y + y.min(page.height),
            height: high.min(page.height.saturating_sub(y)),
            ..page
        };
        let mut top = row(0, 1);
        let beside = if self.only != Only::All {
            (self.only.label(scene.words).to_owned(), Role::See)
        } else if at.roomy {
            (String::new(), Role::Aside)
        } else {
            (scene.explored(), Role::Aside)
        };
        if !beside.0.is_empty() {
            let taken = canvas.line_right(top, &beside.0, beside.1);
            top.width = top.width.saturating_sub(taken + 2);
        }
        let path = scene.path(canvas.look.signs.path, usize::from(top.width));
        canvas.line(top, &path, Role::Aside);
        let question = scene.item.question.get(scene.words.0);
        let asked = row(at.question, at.deviation - at.question);
        let used = canvas.text(asked, question, Role::Strong);
        let helping = Rect {
            y: asked.y + used,
            height: asked.height.saturating_sub(used),
            ..asked
        };
        canvas.text(helping, &scene.prompts(), Role::Aside);
        let lead = canvas_lead(&deviation.0);
        canvas.line(row(at.deviation, 1), &deviation.0, Role::Aside);
        let beside = Rect {
            x: page.x + lead,
            width: page.width.saturating_sub(lead),
            ..row(at.deviation, rows(MAX_DEVIATION))
        };
        canvas.text(beside, &deviation.1, Role::Body);
        scene.draw_answers(row(at.answers, 3), canvas);
        if at.roomy {
            scene.draw_dots(row(at.dots, at.dots_high), canvas);
        } else {
            scene.draw_compact(row(at.dots, at.dots_high), canvas);
        }
        scene.draw_share(row(at.share, page.height), canvas);
    }

    /// The answer drawn at a place of the screen.
    pub(super) fn reply_at(&self, desk: &Desk, area: Rect, at: (u16, u16)) -> Option<Reply> {
        let scene = self.scene(desk)?;
        let page = inner(area);
        let top = scene.layout(page, &self.deviation_text(&scene).1).answers;
        let line = at.1.checked_sub(page.y + top).filter(|l| *l < 2)?;
        let column = u16::from(at.0 >= page.x + page.width / 2);
        ANSWERS.get(usize::from(line * 2 + column)).copied()
    }

    /// « pour l'écart D2 » and its wording.
    fn deviation_text(&self, scene: &Scene) -> (String, String) {
        let words = scene.words;
        let all = &scene.analysis.deviations;
        if all.is_empty() {
            return (words.factors_for_none().to_owned(), String::new());
        }
        match self.deviation.and_then(|id| all.get(id)) {
            Some(d) => (
                words.factors_for(d.id.to_string()),
                or(&d.observed, words.deviation_unsaid()).to_owned(),
            ),
            None => (words.factors_for_all().to_owned(), String::new()),
        }
    }
}

/// The page with its left indent.
fn inner(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(3).min(MAX_TEXT),
        ..area
    }
}

/// Columns before the wording of the deviation.
fn canvas_lead(label: &str) -> u16 {
    rows(width(label)) + 3
}

impl Scene<'_> {
    /// `Facteurs techniques › Système d'information › T2.1 Donnée erronée`, shortened until it fits.
    fn path(&self, sign: &str, wide: usize) -> String {
        let lang = self.words.0;
        let whole = self.dimension.name.get(lang).to_owned();
        let item = form::item_name(self.item, lang);
        let heading = self.dimension.heading_of(self.item);
        let heading = heading.map(|h| h.label.get(lang).to_owned());
        let bare = item.split(" (").next().unwrap_or(&item).to_owned();
        let join_to = |dimension: &String, heading: Option<&String>, item: &String| {
            let parts = [Some(dimension), heading, Some(item)];
            let present: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
            present.join(&format!(" {sign} "))
        };
        let join = |dimension, heading| join_to(dimension, heading, &item);
        let short = self.short(self.dimension);
        let candidates = [
            join(&whole, heading.as_ref()),
            join(&short, heading.as_ref()),
            join(&whole, None),
            join(&short, None),
            join_to(&short, None, &bare),
        ];
        let fitting = candidates.iter().find(|t| width(t) <= wide);
        fitting.unwrap_or(&bare).clone()
    }

    /// Shares the rows out among what is shown.
    fn layout(&self, page: Rect, deviation: &str) -> Rows {
        let wide = usize::from(page.width);
        let label = canvas_lead(&self.words.factors_for("D9".to_owned()));
        let room = wide.saturating_sub(usize::from(label));
        let columns = if self.two_columns(wide) { 2 } else { 1 };
        let needs = Needs {
            question: n_rows(self.item.question.get(self.words.0), wide) + self.prompt_rows(wide),
            deviation: n_rows(deviation, room.max(1)).clamp(1, MAX_DEVIATION),
            answers: 2 + usize::from(self.told().is_some()),
            compact: self.compact_rows(wide),
            dots: self.grid.dimensions.len().div_ceil(columns) + 1,
            share: 1 + self.warning().map_or(0, |text| n_rows(&text, wide)),
        };
        needs.shared_out(usize::from(page.height))
    }

    /// The questions that help to answer, in one paragraph.
    fn prompts(&self) -> String {
        let all = self.item.prompts.iter().map(|p| p.get(self.words.0));
        all.collect::<Vec<_>>().join(" ")
    }

    fn prompt_rows(&self, wide: usize) -> usize {
        if self.item.prompts.is_empty() {
            0
        } else {
            n_rows(&self.prompts(), wide)
        }
    }

    /// The factor of this question, or the one for which it is proposed.
    fn told(&self) -> Option<String> {
        let (grid, item) = (&self.grid.id, &self.item.id);
        let said = |f: &Factor| {
            let what = or(&f.what, self.words.factor_unsaid());
            format!("{} {what}", f.id)
        };
        let own = factor_of(self.analysis, grid, item).map(said);
        let proposed = || proposed_of(self.analysis, grid, item).map(said);
        own.or_else(|| proposed().map(|text| self.words.factor_proposed(&text)))
    }

    /// The four answers with their keys, two by two; the one given is marked, its factor below.
    fn draw_answers(&self, area: Rect, canvas: &mut Canvas) {
        let given = self.analysis.reply(&self.grid.id, &self.item.id);
        let half = area.width / 2;
        for (i, reply) in ANSWERS.iter().enumerate() {
            let cell = Rect {
                x: area.x + if i % 2 == 1 { half } else { 0 },
                y: area.y + rows(i / 2),
                width: half,
                height: u16::from(rows(i / 2) < area.height),
            };
            let at = |x: u16| Rect {
                x: cell.x + x,
                width: cell.width.saturating_sub(x),
                ..cell
            };
            let key = key_for(Command::Answer(*reply), &[Scope::Walk], self.words.0);
            let key = key.map(|k| key_name(k, self.words.0).to_uppercase());
            let mine = given == *reply;
            if mine {
                canvas.line(at(0), canvas.look.signs.dot, Role::Mark);
            }
            canvas.line(at(2), &key.unwrap_or_default(), Role::Title);
            let role = if mine { Role::Strong } else { Role::Body };
            canvas.line(at(5), self.words.reply(*reply), role);
        }
        if let Some(said) = self.told().filter(|_| area.height > 2) {
            let text = format!("{} {said}", canvas.look.signs.leads);
            let line = Rect {
                x: area.x + 2,
                y: area.y + 2,
                width: area.width.saturating_sub(2),
                height: 1,
            };
            canvas.line(line, &text, Role::Aside);
        }
    }

    /// How many factors, and how many of them on persons; past half, a question in place of a verdict.
    fn draw_share(&self, area: Rect, canvas: &mut Canvas) {
        let words = self.words;
        let n = self.analysis.factors.len();
        if n == 0 {
            canvas.line(area, words.factors_none_yet(), Role::Aside);
            return;
        }
        let share = share(self.analysis, &self.grids);
        let text = format!(
            "{}   {}",
            words.factors_count(n),
            words.factors_share(share.persons, share.system)
        );
        canvas.line(
            Rect {
                height: 1.min(area.height),
                ..area
            },
            &text,
            Role::Body,
        );
        if let Some(text) = self.warning() {
            let below = Rect {
                y: area.y + 1,
                height: area.height.saturating_sub(1),
                ..area
            };
            canvas.text(below, &text, Role::See);
        }
    }

    /// Past half of factors on persons: a question in place of a verdict.
    fn warning(&self) -> Option<String> {
        let share = share(self.analysis, &self.grids);
        (share.persons > share.system).then(|| self.words.factors_mostly_persons().to_owned())
    }
}
