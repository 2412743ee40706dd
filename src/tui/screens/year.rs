//! A year in figures: its sections side by side, the years one after the other, each figure with what it is out of.

mod lines;

use super::leave::Leave;
use super::{Flow, Input, help, home};
use crate::documents::Format;
use crate::documents::leaving::telling;
use crate::documents::year::{page, pieces, subtitle};
use crate::domain::yearly::Section;
use crate::library::year::Year;
use crate::store::Registry;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::{Density, Role};
use crate::tui::widgets::sheet::{Line, Sheet};
use crate::tui::widgets::wrap;
use crate::words::{Words, shown};
use chrono::Datelike;
use ratatui::layout::Rect;

/// Rows above the figures: the title, air, the sections, air.
const HEAD: u16 = 4;
/// Widest sheet.
const WIDEST: u16 = 118;

/// The screen.
#[derive(Debug)]
pub struct YearView {
    year: i32,
    section: Section,
    sheet: Sheet,
    /// The year in question, once the workspace is read.
    told: Option<Year>,
    /// The first and the last year that there is something to tell of, this one included; any, while nothing is read.
    reach: (i32, i32),
}

impl YearView {
    /// This year, at its meetings.
    pub fn new(desk: &mut Desk) -> Self {
        let year = desk.today().year();
        let mut view = Self {
            year,
            section: Section::Meetings,
            sheet: Sheet::default(),
            told: None,
            reach: (i32::MIN, year),
        };
        desk.survey();
        view.count(desk);
        view
    }

    /// The workspace was read, or read anew.
    pub fn surveyed(&mut self, desk: &Desk) {
        self.count(desk);
    }

    fn count(&mut self, desk: &Desk) {
        let Some(registry) = desk.registry() else {
            return;
        };
        let today = desk.today();
        let years = registry.years(today);
        let this = today.year();
        let first = years.first().copied().unwrap_or(this);
        self.reach = (first.min(this), this);
        self.told = Some(registry.year(self.year, today));
    }

    /// It is read.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Year, Scope::Reading, Scope::Letters]
    }

    /// Help on the figures of this section.
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Year(self.section)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let area = place(desk.areas.header, desk.areas.full);
        match input {
            Input::Command(Command::Back) => return Flow::Close,
            Input::Command(Command::NextSection) => self.turn(1),
            Input::Command(Command::PrevSection) => self.turn(-1),
            Input::Command(Command::NextYear) => return self.go(1, desk),
            Input::Command(Command::PrevYear) => return self.go(-1, desk),
            Input::Command(Command::Confirm) => return self.write(Format::Html, desk),
            Input::Command(Command::WriteDocx) => return self.write(Format::Docx, desk),
            Input::Command(Command::WriteText) => return self.write(Format::Markdown, desk),
            Input::Command(Command::Yearly) => {}
            Input::Command(command) => {
                let n = self.lines(desk, area).len();
                if !self.sheet.update(*command, n, area) {
                    return Flow::Ignored;
                }
            }
            Input::Wheel(lines) => {
                let n = self.lines(desk, area).len();
                self.sheet.wheel(*lines, n, area);
            }
            Input::Click(column, row) if *row == area.y.saturating_sub(2) => {
                self.click(column.saturating_sub(area.x), area.width, desk.words());
            }
            _ => return Flow::Ignored,
        }
        Flow::Stay
    }

    /// To the next section, or the one before; behind the last comes the first.
    fn turn(&mut self, by: isize) {
        let all = Section::ALL;
        let at = all.iter().position(|s| *s == self.section).unwrap_or(0);
        let n = isize::try_from(all.len()).unwrap_or(1);
        let to = (isize::try_from(at).unwrap_or(0) + by).rem_euclid(n);
        self.show(all[usize::try_from(to).unwrap_or(0)]);
    }

    fn show(&mut self, section: Section) {
        self.section = section;
        self.sheet = Sheet::default();
    }

    fn go(&mut self, by: i32, desk: &Desk) -> Flow {
        let to = self.year + by;
        if to > self.reach.1 {
            return Flow::Say(desk.words().year_future(to));
        }
        if to < self.reach.0 {
            return Flow::Say(desk.words().year_nothing_before(self.year));
        }
        self.year = to;
        self.sheet = Sheet::default();
        self.count(desk);
        Flow::Stay
    }

    fn write(&self, format: Format, desk: &mut Desk) -> Flow {
        let words = desk.words();
        match &self.told {
            None => Flow::Say(words.year_reading().to_owned()),
            Some(year) if year.is_empty() => {
                let folder = shown(&desk.root);
                Flow::Say(words.year_empty(self.year, &folder))
            }
            Some(year) => {
                let document = page(words, year, desk.team.doc.name.as_str());
                let told = telling(&document, &[], &desk.team.doc.unwatched);
                Leave::before(Effect::WriteYear(self.year, format), told, desk)
            }
        }
    }

    /// A click on a section shows it; where only one is named, the next.
    fn click(&mut self, column: u16, width: u16, words: Words) {
        if tabs_width(words) > usize::from(width) {
            self.turn(1);
            return;
        }
        let column = usize::from(column);
        let mut end = 0;
        for section in Section::ALL.iter().copied() {
            end += wrap::width(tab(words, section)) + 2;
            if column < end {
                self.show(section);
                return;
            }
        }
    }

    /// The lines of the section.
    fn lines(&self, desk: &Desk, area: Rect) -> Vec<Line> {
        let words = desk.words();
        let wide = usize::from(area.width.saturating_sub(2));
        match &self.told {
            Some(year) if !year.is_empty() => {
                let theme = &desk.prefs.theme;
                let shape = lines::Shape::new(wide, theme.density == Density::Wall);
                let pieces = pieces(words, year, self.section);
                lines::lines(words, year.year, &pieces, shape, theme)
            }
            Some(_) => self.nothing(desk, wide),
            None => vec![Line::new(reading(desk), Role::Aside)],
        }
    }

    /// Why there is nothing to show, and what there is instead.
    fn nothing(&self, desk: &Desk, wide: usize) -> Vec<Line> {
        use crate::tui::widgets::sheet::folded;
        let words = desk.words();
        let folder = shown(&desk.root);
        let mut out = folded(&words.year_empty(self.year, &folder), 0, wide, Role::Body);
        let years = desk.registry().map(|r| r.years(desk.today()));
        let years: Vec<String> = years.iter().flatten().map(ToString::to_string).collect();
        if !years.is_empty() {
            let said = words.year_others(&years.join(", "));
            out.extend(folded(&said, 0, wide, Role::Body));
        }
        let played = desk.registry().map_or(0, Registry::n_simulations);
        if played > 0 {
            out.extend(folded(&words.year_played(played), 0, wide, Role::See));
        }
        out
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        home::header(desk, canvas);
        let words = desk.words();
        let area = place(canvas.areas.header, canvas.areas.full);
        let top = Rect {
            y: area.y.saturating_sub(HEAD),
            height: 1,
            ..area
        };
        let title = words.year_name(self.year);
        canvas.line(top, &title, Role::Title);
        if let Some(year) = &self.told {
            let beside = u16::try_from(wrap::width(&title)).unwrap_or(0) + 3;
            let aside = Rect {
                x: top.x + beside,
                width: top.width.saturating_sub(beside),
                ..top
            };
            canvas.line(aside, &subtitle(words, year), Role::Aside);
        }
        self.tabs(
            Rect {
                y: top.y + 2,
                ..top
            },
            words,
            canvas,
        );
        let lines = self.lines(desk, area);
        self.sheet.draw(&lines, area, canvas.look, canvas.buf);
    }

    /// The sections, the one shown marked; on a narrow screen that one alone, with its number.
    fn tabs(&self, row: Rect, words: Words, canvas: &mut Canvas) {
        let mark = canvas.look.signs.focus;
        let all = Section::ALL;
        if tabs_width(words) > usize::from(row.width) {
            let at = all.iter().position(|s| *s == self.section).unwrap_or(0);
            let name = words.year_section(self.section);
            let text = format!("{mark}{name}  {}/{}", at + 1, all.len());
            canvas.line(row, &text, Role::Title);
            return;
        }
        let mut x = row.x;
        for section in all.iter().copied() {
            let name = tab(words, section);
            let shown = section == self.section;
            let (mark, role) = if shown {
                (mark, Role::Title)
            } else {
                (" ", Role::Aside)
            };
            let width = u16::try_from(wrap::width(name)).unwrap_or(0) + 2;
            canvas.line(Rect { x, width: 1, ..row }, mark, Role::Mark);
            canvas.line(
                Rect {
                    x: x + 1,
                    width,
                    ..row
                },
                name,
                role,
            );
            x += width;
        }
    }
}

/// What a section is called where all of them stand in one row.
fn tab(words: Words, section: Section) -> &'static str {
    match section {
        Section::Proof => words.year_aci(),
        section => words.year_section(section),
    }
}

/// Columns of the row of all sections.
fn tabs_width(words: Words) -> usize {
    let all = Section::ALL.iter();
    all.map(|s| wrap::width(tab(words, *s)) + 2).sum()
}

/// How far the reading of the workspace is.
fn reading(desk: &Desk) -> String {
    let words = desk.words();
    match desk.whole.progress {
        Some((read, all)) if all > 0 => words.year_reading_at(read, all),
        _ => words.year_reading().to_owned(),
    }
}

/// Where the figures stand.
fn place(header: Rect, full: Rect) -> Rect {
    Rect {
        x: full.x,
        y: full.y + HEAD,
        width: header.width.saturating_sub(2).min(WIDEST),
        height: full.height.saturating_sub(HEAD),
    }
}
