//! What a voter sees: the curtain with the count of papers received, and his own paper.

use super::booth::{Booth, is_full};
use super::sheet::Sheet;
use crate::domain::ballot::Ballot;
use crate::domain::draft::Draft;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::alone::{Pen, centred, draw_keys};
use crate::tui::widgets::wrap::{n_rows, width};
use crate::tui::widgets::{digits, letters};
use crate::words::Words;
use ratatui::layout::Rect;

/// Rows below the options: air, what is left, what is wrong in one row or two, the keys.
const FOOT: u16 = 5;

impl Booth {
    /// Draws over the whole screen.
    pub fn draw(&self, ballot: &Ballot, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        match &self.draft {
            Some(draft) => self.draw_paper(draft, ballot, desk, canvas),
            None => self.draw_curtain(ballot, desk, area, canvas),
        }
    }

    fn draw_curtain(&self, ballot: &Ballot, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        let words = desk.words();
        let full = is_full(ballot, desk);
        let inner = centred(area);
        let lines = self.told(full, words);
        let (shown, role) = self.foot(desk);
        let rows = |text: &str| u16::try_from(n_rows(text, inner.width.into())).unwrap_or(1);
        let told: u16 = lines.iter().map(|(text, _)| rows(text)).sum();
        // Title, count and what goes with them, two blank rows between, and the keys.
        let high = letters::HEIGHT + told + digits::HEIGHT + 1 + rows(&shown) + 6;
        let large = high + 3 <= area.height;
        let high = if large { high } else { high - digits::HEIGHT };
        let mut pen = Pen {
            x: inner.x,
            y: area.y + area.height.saturating_sub(high + 2) / 2,
            wide: inner.width,
            bottom: area.bottom().saturating_sub(2),
        };
        let title = if full {
            words.booth_done()
        } else {
            words.booth_next()
        };
        pen.large(title, canvas);
        pen.skip(2);
        for (text, voice) in lines {
            pen.text(text, voice, canvas);
        }
        pen.skip(2);
        pen.count((desk.received(), ballot.entitled), large, words, canvas);
        pen.skip(2);
        // Nobody writes any more: how papers show is of no use then.
        if !full || role == Role::Refused {
            pen.text(&shown, role, canvas);
        }
        draw_keys(&self.scopes(), words, inner, area, canvas);
    }

    /// What to do at the curtain, or why no paper opens.
    fn told(&self, full: bool, words: Words) -> Vec<(&str, Role)> {
        match &self.said {
            Some(said) => vec![(said.as_str(), Role::See)],
            None if full => vec![(words.booth_all_voted(), Role::Strong)],
            None => [words.booth_take(), words.booth_open()]
                .map(|text| (text, Role::Strong))
                .to_vec(),
        }
    }

    /// At the foot of the curtain: that the disk refuses the papers, else whether what is written shows.
    fn foot(&self, desk: &Desk) -> (String, Role) {
        let words = desk.words();
        if let Some(problem) = &desk.urn_fault {
            let text = words.say_urn_unkept(&words.problem(problem));
            return (text, Role::Refused);
        }
        let shown = if self.is_masked(desk) {
            words.booth_masked()
        } else {
            words.booth_clear()
        };
        (shown.to_owned(), Role::Aside)
    }

    pub(super) fn layout(&self, draft: &Draft, ballot: &Ballot, desk: &Desk) -> Layout {
        let area = desk.areas.screen;
        let words = desk.words();
        let inner = centred(area);
        let wide = usize::from(inner.width);
        let rows = |text: &str| u16::try_from(n_rows(text, wide)).unwrap_or(1);
        let head = rows(ballot.question.as_str()) + rows(&words.paper_how_on(ballot)) + 2;
        let free = area.height.saturating_sub(head + FOOT);
        let options =
            u16::try_from(self.sheet(draft, ballot, desk).rows(inner.width)).unwrap_or(free);
        let high = letters::height(words.booth_you());
        let title = options + high + 2 <= free;
        let title_rows = if title { high + 1 } else { 0 };
        // What is left over stands above and below alike.
        let airy = options.saturating_mul(2).saturating_sub(1);
        let spare = free.saturating_sub(title_rows + airy);
        let top = area.y + 1 + spare.min(area.height / 3) / 2;
        let at = top + title_rows + head - 1;
        let mut rest = Rect {
            y: at,
            height: area.bottom().saturating_sub(at + FOOT),
            ..inner
        };
        rest.height = self.sheet(draft, ballot, desk).height(rest);
        Layout {
            title: title.then_some(Rect { y: top, ..inner }),
            head: Rect {
                y: top + title_rows,
                height: head,
                ..inner
            },
            options: rest,
            inner,
        }
    }

    fn draw_paper(&self, draft: &Draft, ballot: &Ballot, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = desk.areas.screen;
        let layout = self.layout(draft, ballot, desk);
        let mut pen = Pen {
            x: layout.inner.x,
            y: layout.head.y,
            wide: layout.inner.width,
            bottom: layout.options.y,
        };
        if let Some(title) = layout.title {
            pen.y = title.y;
            pen.large(words.booth_you(), canvas);
            pen.skip(1);
        }
        pen.text(ballot.question.as_str(), Role::Strong, canvas);
        pen.text(&words.paper_how_on(ballot), Role::Body, canvas);
        if let Some(word) = &self.word {
            self.draw_word(word, desk, layout.options, canvas);
            draw_keys(&self.scopes(), words, layout.inner, area, canvas);
            return;
        }
        self.draw_options(draft, ballot, desk, &layout, canvas);
        draw_keys(&self.scopes(), words, layout.inner, area, canvas);
    }

    /// The options with what is written beside them, and below them how the paper stands.
    fn draw_options(
        &self,
        draft: &Draft,
        ballot: &Ballot,
        desk: &Desk,
        layout: &Layout,
        canvas: &mut Canvas,
    ) {
        let shown = self.shown(draft, ballot, desk);
        let sheet = Sheet {
            draft: self.has_focus(ballot, desk).then_some(&*shown),
            ..self.sheet(draft, ballot, desk)
        };
        sheet.draw(desk.words(), layout.options, canvas);
        let mut below = Pen {
            y: layout.options.bottom() + 1,
            x: layout.inner.x,
            wide: layout.inner.width,
            bottom: desk.areas.screen.bottom().saturating_sub(1),
        };
        if let Some(whole) = sheet.cut(layout.options) {
            below.text(whole, Role::Body, canvas);
        }
        if !self.sure {
            let status = self.status(&shown, ballot, desk, &canvas.look.signs);
            below.text(&status, Role::Strong, canvas);
        }
        if let Some(said) = &self.said {
            below.text(said, Role::See, canvas);
        }
    }

    /// The word that a voter may say with a paper, as far as it is typed.
    fn draw_word(&self, word: &str, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        let used = canvas.text(area, desk.words().paper_word(), Role::Strong);
        let line = Rect {
            y: area.y + used + 1,
            height: area.height.saturating_sub(used + 1).min(1),
            ..area
        };
        let shown = if self.is_masked(desk) {
            canvas.look.signs.bullet.repeat(word.chars().count())
        } else {
            word.to_owned()
        };
        let lead = format!("{} ", canvas.look.signs.leads);
        canvas.line(line, &format!("{lead}{shown}"), Role::Title);
        let at = u16::try_from(width(&lead) + width(&shown)).unwrap_or(0);
        let at = (line.x + at).min(line.right().saturating_sub(1));
        if line.height > 0 {
            canvas.cursor = Some(ratatui::layout::Position::new(at, line.y).into());
        }
    }

    /// Below the options: what is left; of a masked paper, how much is written.
    fn status(&self, draft: &Draft, ballot: &Ballot, desk: &Desk, signs: &Signs) -> String {
        let (left, words) = (draft.left(), desk.words());
        if !self.has_focus(ballot, desk) {
            let dots = vec![signs.bullet; draft.picks().len()].into_iter();
            let open = vec![signs.not_yet; left as usize];
            let written: Vec<&str> = dots.chain(open).collect();
            return words.paper_written(&written.join(" "));
        }
        match left {
            _ if draft.is_blank() => words.paper_is_blank().to_owned(),
            0 => words.paper_complete().to_owned(),
            n => words.paper_left(ballot.method, n),
        }
    }
}

/// The places of a paper.
pub(super) struct Layout {
    title: Option<Rect>,
    head: Rect,
    pub(super) options: Rect,
    inner: Rect,
}
