//! How a form is laid out and drawn. The layout is a function of fields, focus and width, so that a click can be traced back.

use super::Form;
use super::field::{Field, Item, Value};
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::wrap::{draw_wrapped, width as text_width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// Columns of the label, when there is room beside the value.
const LABEL: u16 = 17;
/// Where labels and lists begin: after the bar of the focus and a space.
const INDENT: u16 = 2;
/// Text is never wider than this.
const MAX_TEXT: u16 = 72;
/// Below this page width the label stands above the value.
const BESIDE: u16 = 48;
/// Rows at the foot of the page kept for the hint of the field in focus; a longer one may take one more.
const HINT: u16 = 2;
/// Rows that a long text takes at least.
const LONG_ROWS: usize = 2;
/// Widest lead of a list item.
const MAX_LEAD: usize = 16;

/// Where a click landed.
pub(super) struct Hit {
    /// Index of the field.
    pub field: usize,
    /// The item or option.
    pub cursor: Option<usize>,
}

fn beside(width: u16) -> bool {
    width >= BESIDE
}

/// Columns for the value of a field on a page of this width.
pub(super) fn value_width<K>(field: &Field<K>, width: u16) -> u16 {
    let label = if beside(width) && !matches!(field.value, Value::Items { .. } | Value::Note(..)) {
        LABEL
    } else {
        0
    };
    width
        .min(MAX_TEXT + INDENT)
        .saturating_sub(INDENT + label + 1)
        .max(8)
}

/// Whether the options of a choice stand one below the other: when they are long or many.
pub(super) fn is_tall<K>(field: &Field<K>, width: u16) -> bool {
    let (Value::One { options, .. } | Value::Many { options, .. }) = &field.value else {
        return false;
    };
    let room = usize::from(value_width(field, width));
    let all: usize = options.iter().map(|o| text_width(o) + 4).sum();
    all > room * 2 || options.iter().any(|o| text_width(o) + 4 > room)
}

/// The rows a field takes.
fn rows<K>(field: &Field<K>, width: u16, focused: bool, theme: Look) -> u16 {
    let room = usize::from(value_width(field, width));
    let value = match &field.value {
        Value::Heading => 2,
        Value::Note(text, _) => wrap(text, room).len(),
        Value::Long(text) => wrap(text.as_str(), room).len().max(LONG_ROWS),
        Value::Items { items, empty } => 1 + items_rows(items, empty, room, theme),
        value if value.is_typed() => wrap(&typed_text(field), room).len(),
        Value::One { .. } | Value::Many { .. } if focused => option_rows(field, width).len(),
        Value::One { .. } | Value::Many { .. } => wrap(&summary(&field.value), room).len(),
        _ => 1,
    };
    let above = usize::from(
        !beside(width)
            && !matches!(
                field.value,
                Value::Heading | Value::Items { .. } | Value::Note(..)
            ),
    );
    let air = usize::from(theme.is_wall() && field.value.takes_focus());
    u16::try_from(value + above + air).unwrap_or(u16::MAX)
}

/// The text of a typed field with room for its aside behind.
fn typed_text<K>(field: &Field<K>) -> String {
    let raw = field.value.raw();
    if field.aside.is_empty() {
        raw
    } else {
        format!("{raw}   {}", field.aside)
    }
}

fn items_rows(items: &[Item], empty: &str, room: usize, theme: Look) -> usize {
    if items.is_empty() {
        return wrap(empty, room).len() + 1;
    }
    let lead = lead_width(items);
    items
        .iter()
        .map(|item| item_rows(item, lead, room, theme))
        .sum::<usize>()
        + 1
}

fn lead_width(items: &[Item]) -> usize {
    items
        .iter()
        .map(|item| text_width(&item.lead))
        .max()
        .unwrap_or(0)
        .min(MAX_LEAD)
}

fn item_rows(item: &Item, lead: usize, room: usize, theme: Look) -> usize {
    let room = item_room(item, lead, room);
    let aside = if item.aside.is_empty() {
        0
    } else {
        wrap(&item.aside, room).len()
    };
    let air = usize::from(theme.is_wall());
    wrap(&item.text, room).len() + aside + air
}

fn item_indent(item: &Item, lead: usize) -> usize {
    let sign = usize::from(item.sign.is_some()) * 2;
    usize::from(item.depth) * 2 + sign + if lead > 0 { lead + 2 } else { 0 }
}

fn item_room(item: &Item, lead: usize, room: usize) -> usize {
    room.saturating_sub(item_indent(item, lead)).max(8)
}

/// What is chosen, in words.
fn summary(value: &Value) -> String {
    let names: Vec<&str> = match value {
        Value::One { options, chosen } => chosen
            .and_then(|i| options.get(i))
            .map(String::as_str)
            .into_iter()
            .collect(),
        Value::Many { options, chosen } => chosen
            .iter()
            .filter_map(|i| options.get(*i))
            .map(String::as_str)
            .collect(),
        _ => Vec::new(),
    };
    names.join(" · ")
}

/// Options by row: index of the option and its column.
fn option_rows<K>(field: &Field<K>, width: u16) -> Vec<Vec<(usize, u16)>> {
    let (Value::One { options, .. } | Value::Many { options, .. }) = &field.value else {
        return Vec::new();
    };
    let room = value_width(field, width);
    let tall = is_tall(field, width);
    let mut out: Vec<Vec<(usize, u16)>> = Vec::new();
    let mut col = 0;
    for (index, option) in options.iter().enumerate() {
        let wide = u16::try_from(text_width(option) + 2).unwrap_or(room);
        if tall || out.is_empty() || col + wide > room {
            out.push(Vec::new());
            col = 0;
        }
        if let Some(row) = out.last_mut() {
            row.push((index, col));
        }
        col += wide + 2;
    }
    if tall {
        // A long option wraps: its further rows hold no start of an option.
        let mut wrapped = Vec::new();
        for row in out {
            let lines = row
                .first()
                .and_then(|(i, _)| options.get(*i))
                .map_or(1, |o| wrap(o, usize::from(room.saturating_sub(2))).len());
            wrapped.push(row);
            wrapped.extend(std::iter::repeat_with(Vec::new).take(lines.saturating_sub(1)));
        }
        return wrapped;
    }
    out
}

/// Start row and height of every field, and the rows of all.
fn layout<K: Copy + PartialEq>(
    form: &Form<K>,
    fields: &[Field<K>],
    width: u16,
    theme: Look,
) -> (Vec<(u16, u16)>, u16) {
    let focus = form.focus(fields);
    let mut at = 0u16;
    let mut out = Vec::with_capacity(fields.len());
    for (index, field) in fields.iter().enumerate() {
        let mut height = rows(field, width, Some(field.key) == focus, theme);
        if index == 0 && matches!(field.value, Value::Heading) {
            height = 1;
        }
        out.push((at, height));
        at = at.saturating_add(height);
    }
    (out, at)
}

/// The first row shown: all from the top while it fits, else the focus in the middle.
fn top<K: Copy + PartialEq>(
    form: &Form<K>,
    fields: &[Field<K>],
    places: &[(u16, u16)],
    total: u16,
    area: Rect,
    theme: Look,
) -> u16 {
    let room = area.height;
    if total <= room {
        return 0;
    }
    let focus = form.focus(fields);
    let index = fields
        .iter()
        .position(|f| Some(f.key) == focus && f.value.takes_focus())
        .unwrap_or(0);
    let (start, height) = places.get(index).copied().unwrap_or((0, 1));
    let inner = match fields.get(index).map(|f| (&f.value, f)) {
        Some((Value::Items { items, .. }, field)) => {
            let room = usize::from(value_width(field, area.width));
            let lead = lead_width(items);
            let before: usize = items
                .iter()
                .take(form.cursor)
                .map(|item| item_rows(item, lead, room, theme))
                .sum();
            u16::try_from(before + 1).unwrap_or(0)
        }
        Some((Value::One { .. } | Value::Many { .. }, field)) => {
            let rows = option_rows(field, area.width);
            let here = |row: &Vec<(usize, u16)>| row.iter().any(|(i, _)| *i == form.cursor);
            u16::try_from(rows.iter().position(here).unwrap_or(0)).unwrap_or(0)
        }
        Some((value, field)) if value.is_typed() && height > room => {
            let width = usize::from(value_width(field, area.width)) + 1;
            let typing = form.typing.as_ref().filter(|(key, _)| *key == field.key);
            let row = typing.map_or(usize::from(height), |(_, editor)| editor.row_col(width).0);
            u16::try_from(row).unwrap_or(height)
        }
        _ => 0,
    };
    (start + inner).saturating_sub(room / 2).min(total - room)
}

fn hint_width(area: Rect) -> u16 {
    area.width.saturating_sub(INDENT + 1).min(MAX_TEXT)
}

/// Rows kept for the hint of the field in focus.
fn hint_rows<K: Copy + PartialEq>(form: &Form<K>, fields: &[Field<K>], area: Rect) -> u16 {
    let hint = form.focused(fields).map_or("", |f| f.hint.as_str());
    let rows = wrap(hint, usize::from(hint_width(area))).len();
    u16::try_from(rows).unwrap_or(HINT).clamp(HINT, HINT + 1)
}

/// Where a click landed.
pub(super) fn hit<K: Copy + PartialEq>(
    form: &Form<K>,
    fields: &[Field<K>],
    area: Rect,
    (col, row): (u16, u16),
    theme: Look,
) -> Option<Hit> {
    let (places, total) = layout(form, fields, area.width, theme);
    let body = Rect {
        height: area.height.saturating_sub(hint_rows(form, fields, area)),
        ..area
    };
    let row = row.checked_sub(body.y)? + top(form, fields, &places, total, body, theme);
    let index = places
        .iter()
        .position(|(start, height)| (*start..start + height).contains(&row))?;
    let field = fields.get(index).filter(|f| f.value.takes_focus())?;
    let inner = row - places[index].0;
    let cursor = match &field.value {
        Value::Items { items, .. } => {
            let room = usize::from(value_width(field, area.width));
            let lead = lead_width(items);
            let mut at = 1;
            items.iter().position(|item| {
                at += item_rows(item, lead, room, theme);
                usize::from(inner) < at
            })
        }
        Value::One { .. } | Value::Many { .. } if form.focus(fields) == Some(field.key) => {
            let x =
                col.saturating_sub(area.x + INDENT + if beside(area.width) { LABEL } else { 0 });
            let rows = option_rows(field, area.width);
            rows.get(usize::from(inner))
                .and_then(|r| r.iter().rev().find(|(_, c)| *c <= x).map(|(i, _)| *i))
        }
        _ => None,
    };
    Some(Hit {
        field: index,
        cursor,
    })
}

/// One pass of drawing: the part of a tall page that shows through a window.
struct Pen<'a> {
    buf: &'a mut Buffer,
    theme: Look<'a>,
    area: Rect,
    top: u16,
}

impl Pen<'_> {
    /// The row of the screen on which a row of the page falls, if it shows.
    fn row(&self, row: u16) -> Option<u16> {
        let at = row.checked_sub(self.top)?;
        (at < self.area.height).then_some(self.area.y + at)
    }

    fn put(&mut self, row: u16, col: u16, text: &str, style: Style) {
        if let Some(y) = self.row(row) {
            let x = self.area.x + col;
            let room = self.area.right().saturating_sub(x);
            self.buf.set_stringn(x, y, text, usize::from(room), style);
        }
    }

    fn put_wrapped(&mut self, row: u16, col: u16, text: &str, room: usize, style: Style) -> u16 {
        let lines = wrap(text, room);
        for (i, line) in lines.iter().enumerate() {
            self.put(
                row + u16::try_from(i).unwrap_or(u16::MAX),
                col,
                text[line.clone()].trim_end(),
                style,
            );
        }
        u16::try_from(lines.len()).unwrap_or(u16::MAX)
    }
}

impl<K: Copy + PartialEq> Form<K> {
    /// Draws the form; gives where the terminal's cursor belongs.
    pub fn draw(
        &self,
        fields: &[Field<K>],
        area: Rect,
        theme: Look,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let body = Rect {
            height: area.height.saturating_sub(hint_rows(self, fields, area)),
            ..area
        };
        let (places, total) = layout(self, fields, area.width, theme);
        let top = top(self, fields, &places, total, body, theme);
        let focus = self.focus(fields);
        let mut pen = Pen {
            buf,
            theme,
            area: body,
            top,
        };
        let mut cursor = None;
        for (field, (start, height)) in fields.iter().zip(&places) {
            if start + height <= top || *start >= top + body.height {
                continue;
            }
            let focused = Some(field.key) == focus && field.value.takes_focus();
            let at = self.draw_field(field, *start, focused, &mut pen);
            cursor = cursor.or(at);
        }
        if total > body.height {
            let scroll = Scroll {
                top: usize::from(top),
            };
            scroll.draw_thumb(
                pen.buf,
                body,
                usize::from(total),
                theme.signs.thumb,
                theme.style(Role::Aside),
            );
        }
        if let Some(field) = self.focused(fields).filter(|f| !f.hint.is_empty()) {
            let foot = Rect {
                y: body.bottom(),
                height: area.height - body.height,
                ..area
            };
            let inner = Rect {
                x: foot.x + INDENT,
                width: hint_width(area),
                ..foot
            };
            draw_wrapped(pen.buf, inner, &field.hint, theme.style(Role::Aside));
        }
        cursor
    }

    fn draw_field(
        &self,
        field: &Field<K>,
        start: u16,
        focused: bool,
        pen: &mut Pen,
    ) -> Option<Position> {
        let theme = pen.theme;
        let wide = pen.area.width;
        let room = usize::from(value_width(field, wide));
        match &field.value {
            Value::Heading => {
                let row = if start == 0 { 0 } else { start + 1 };
                pen.put(row, INDENT, &field.label, theme.style(Role::Title));
                return None;
            }
            Value::Note(text, role) => {
                pen.put_wrapped(start, INDENT, text, room, theme.style(*role));
                return None;
            }
            Value::Items { items, empty } => {
                self.draw_items(field, items, empty, start, focused, pen);
                return None;
            }
            _ => {}
        }
        let label = if focused { Role::Strong } else { Role::Aside };
        pen.put(start, INDENT, &field.label, theme.style(label));
        let (col, row) = if beside(wide) {
            (INDENT + LABEL, start)
        } else {
            (INDENT, start + 1)
        };
        if focused {
            pen.put(row, 0, theme.signs.focus, theme.style(Role::Mark));
        }
        if field.value.is_typed() {
            return self.draw_typed(field, row, col, room, focused, pen);
        }
        self.draw_choice(field, row, col, focused, pen);
        None
    }

    fn draw_typed(
        &self,
        field: &Field<K>,
        row: u16,
        col: u16,
        room: usize,
        focused: bool,
        pen: &mut Pen,
    ) -> Option<Position> {
        let theme = pen.theme;
        let fresh;
        let editor: &Editor = match &self.typing {
            Some((key, editor))
                if focused && *key == field.key && field.value.agrees(editor.text()) =>
            {
                editor
            }
            _ => {
                fresh = field.value.editor();
                &fresh
            }
        };
        let text = editor.text();
        let style = theme.style(if focused { Role::Strong } else { Role::Body });
        if text.is_empty() && !focused {
            pen.put(row, col, theme.signs.not_yet, theme.style(Role::Aside));
        }
        let used = pen.put_wrapped(row, col, text, room, style);
        if !field.aside.is_empty() {
            let last = wrap(text, room)
                .last()
                .map_or(0, |l| text_width(&text[l.clone()]));
            let at = last + 3;
            if at + text_width(&field.aside) <= room {
                let at = col + u16::try_from(at).unwrap_or(0);
                pen.put(row + used - 1, at, &field.aside, theme.style(Role::Aside));
            }
        }
        let (r, c) = editor.row_col(room + 1);
        let y = pen.row(row + u16::try_from(r).unwrap_or(u16::MAX))?;
        focused.then(|| Position::new(pen.area.x + col + u16::try_from(c).unwrap_or(0), y))
    }

    fn draw_choice(&self, field: &Field<K>, row: u16, col: u16, focused: bool, pen: &mut Pen) {
        let theme = pen.theme;
        let room = usize::from(value_width(field, pen.area.width));
        let focus_style = theme.style(if focused { Role::Selected } else { Role::Body });
        match &field.value {
            Value::Toggle(on) => {
                let sign = if *on {
                    theme.signs.checked
                } else {
                    theme.signs.unchecked
                };
                pen.put(row, col, sign, focus_style);
                let at = col + u16::try_from(text_width(sign) + 1).unwrap_or(2);
                pen.put(row, at, &field.aside, theme.style(Role::Aside));
            }
            Value::Button(text) => pen.put(row, col, text, focus_style),
            value if !focused => {
                let text = summary(value);
                if text.is_empty() {
                    pen.put(row, col, theme.signs.not_yet, theme.style(Role::Aside));
                }
                let used = pen.put_wrapped(row, col, &text, room, theme.style(Role::Body));
                let at = text_width(&text) + 3;
                if used == 1 && at + text_width(&field.aside) <= room {
                    pen.put(
                        row,
                        col + u16::try_from(at).unwrap_or(0),
                        &field.aside,
                        theme.style(Role::Aside),
                    );
                }
            }
            _ => self.draw_options(field, row, col, room, pen),
        }
    }

    fn draw_options(&self, field: &Field<K>, row: u16, col: u16, room: usize, pen: &mut Pen) {
        let theme = pen.theme;
        let (options, chosen, one): (&[String], Vec<usize>, bool) = match &field.value {
            Value::One { options, chosen } => (options, chosen.iter().copied().collect(), true),
            Value::Many { options, chosen } => (options, chosen.clone(), false),
            _ => return,
        };
        for (r, line) in option_rows(field, pen.area.width).iter().enumerate() {
            for (index, at) in line {
                let on = chosen.contains(index);
                let sign = match (one, on) {
                    (true, true) => theme.signs.dot,
                    (true, false) => theme.signs.dot_empty,
                    (false, true) => theme.signs.checked,
                    (false, false) => theme.signs.unchecked,
                };
                let style = theme.style(if *index == self.cursor {
                    Role::Selected
                } else {
                    Role::Body
                });
                let y = row + u16::try_from(r).unwrap_or(u16::MAX);
                pen.put(
                    y,
                    col + at,
                    sign,
                    theme.style(if on { Role::Title } else { Role::Aside }),
                );
                let inner = room.saturating_sub(usize::from(*at) + 2);
                pen.put_wrapped(y, col + at + 2, &options[*index], inner, style);
            }
        }
    }

    fn draw_items(
        &self,
        field: &Field<K>,
        items: &[Item],
        empty: &str,
        start: u16,
        focused: bool,
        pen: &mut Pen,
    ) {
        let theme = pen.theme;
        let room = usize::from(value_width(field, pen.area.width));
        let label = if focused { Role::Strong } else { Role::Aside };
        pen.put(start, INDENT, &field.label, theme.style(label));
        let count = INDENT + u16::try_from(text_width(&field.label) + 2).unwrap_or(0);
        pen.put(start, count, &field.aside, theme.style(Role::Aside));
        let mut row = start + 1;
        if items.is_empty() {
            if focused {
                pen.put(row, 0, theme.signs.focus, theme.style(Role::Title));
            }
            pen.put_wrapped(row, INDENT, empty, room, theme.style(Role::Aside));
            return;
        }
        let lead = lead_width(items);
        for (index, item) in items.iter().enumerate() {
            let selected = focused && index == self.cursor;
            draw_item(item, row, lead, room, selected, pen);
            row = row.saturating_add(
                u16::try_from(item_rows(item, lead, room, theme)).unwrap_or(u16::MAX),
            );
        }
    }
}

fn draw_item(item: &Item, row: u16, lead: usize, room: usize, selected: bool, pen: &mut Pen) {
    let theme = pen.theme;
    let body = theme.style(if selected { Role::Selected } else { Role::Body });
    let mut col = INDENT + item.depth * 2;
    if selected {
        pen.put(row, 0, theme.signs.focus, theme.style(Role::Title));
    }
    if let Some((sign, role)) = item.sign {
        pen.put(row, col, sign, theme.style(role));
        col += 2;
    }
    if lead > 0 {
        pen.put(
            row,
            col,
            &item.lead,
            theme.style(if selected { Role::Strong } else { Role::Aside }),
        );
        col += u16::try_from(lead + 2).unwrap_or(0);
    }
    let inner = item_room(item, lead, room);
    let used = pen.put_wrapped(row, col, &item.text, inner, body);
    if !item.aside.is_empty() {
        pen.put_wrapped(
            row + used,
            col,
            &item.aside,
            inner,
            theme.style(Role::Aside),
        );
    }
}
